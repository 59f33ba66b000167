package org.isoflop.ui.fix;

import java.time.LocalDate;
import java.util.Set;

import org.isoflop.model.Source;
import org.isoflop.model.Verification;
import org.isoflop.ui.edit.Names;

/** Notes that the user has checked a source. */
final class ConfirmSource implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("I_UNVERIFIED_SOURCE");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.object() instanceof Source;
    }

    @Override
    public void mend(Fault fault) {
        Source source = (Source) fault.object();
        source.setVerification(Verification.PRIMARY);
        source.setReadOn(LocalDate.now().toString());
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {Names.of(fault.object())};
    }
}
