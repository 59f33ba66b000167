package org.isoflop.ui.fix;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Source;

/** Takes the name, the title or the identifier of a source as its citation. */
final class CiteByName implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_REQUIRED");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.feature() == Literals.SOURCE__CITATION && citation(fault) != null;
    }

    @Override
    public void mend(Fault fault) {
        ((Source) fault.object()).setCitation(citation(fault));
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {citation(fault)};
    }

    private static String citation(Fault fault) {
        Source source = (Source) fault.object();
        return Stream.of(source.getName() == null ? null : source.getName().get(Locale.ENGLISH), source.getTitle(),
                source.getIdentifier(), source.getId()).filter(text -> text != null && !text.isBlank()).findFirst()
                .orElse(null);
    }
}
