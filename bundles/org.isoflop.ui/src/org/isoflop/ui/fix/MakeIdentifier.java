package org.isoflop.ui.fix;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import org.isoflop.model.Element;
import org.isoflop.model.Ids;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.ui.edit.Names;

/** Makes an identifier from words. */
record MakeIdentifier(String key, Set<String> codes, Function<Fault, String> words) implements Fix {

    /** From the name of the element. */
    static final MakeIdentifier OF_NAME = new MakeIdentifier("GiveIdentifier", Set.of("E_REQUIRED"),
            MakeIdentifier::name);

    /** From what is not spelt as identifiers are. */
    static final MakeIdentifier RESPELT = new MakeIdentifier("SpellIdentifier", Set.of("E_ID_PATTERN"),
            fault -> fault.argument(0));

    @Override
    public boolean canMend(Fault fault) {
        return fault.feature() == Literals.ELEMENT__ID;
    }

    @Override
    public void mend(Fault fault) {
        ((Element) fault.object()).setId(id(fault));
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {id(fault), fault.argument(0)};
    }

    private String id(Fault fault) {
        return Ids.unique(words.apply(fault), fault.study());
    }

    private static String name(Fault fault) {
        Element element = (Element) fault.object();
        return element.getName() == null ? Names.of(element) : element.getName().get(Locale.ENGLISH);
    }
}
