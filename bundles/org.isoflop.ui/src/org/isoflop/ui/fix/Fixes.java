package org.isoflop.ui.fix;

import java.util.List;

import org.isoflop.model.Study;
import org.isoflop.model.validate.Finding;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Edits;

/** The fixes that there are. */
public final class Fixes {

    static final List<Fix> ALL = List.of(new RenameKey(), new RemoveKey(), MakeIdentifier.OF_NAME,
            MakeIdentifier.RESPELT, new NumberIdentifiers(), new CiteByName(), new TakeMiddle(), new RemoveQuantity(),
            new TakeForm(), new AddConstants(), new RemoveConstants(), new AssumeConstants(), new NameConstant(),
            new TakeView(), new SwapEnds(), new WidenInterval(), new RemoveInterval(), new RemoveShape(), Unset.LEVEL,
            new NormalShape(), new ReadPercent(), new MakePositive(), new RemoveNumber(), new SpellDate(), Unset.DATE,
            new SwapParameters(), TakeDerived.COMPUTE, Unset.COMPUTE, TakeDerived.COUNT, new TakePrecision(),
            new CiteCatalog(), new AddSource(), new ConfirmSource(), new AddStep(), new AddStrategy(),
            new AddWorkload(), new UseFirstModel(), new GiveRank(), Unset.UNUSED, new MoveServing(), new TakeLaw(),
            new TakeCorpus(), new RemovePart());

    private Fixes() {
    }

    /**
     * A fix for one finding.
     */
    public static final class Offer {

        private final Fix fix;
        private final Fault fault;
        private final String label;
        private final String explanation;

        // The words are those of the study as it is before.
        private Offer(Fix fix, Fault fault) {
            this.fix = fix;
            this.fault = fault;
            String key = "fix." + fix.key();
            this.label = Messages.text(key, fix.arguments(fault));
            this.explanation = Messages.text(key + ".why", fix.arguments(fault));
        }

        /**
         * Says in a few words what the fix does.
         *
         * @return the label, also the name of its command
         */
        public String label() {
            return label;
        }

        /**
         * Says what the fix would change and what should be considered.
         *
         * @return the explanation, to be shown before the fix is applied
         */
        public String explanation() {
            return explanation;
        }

        /**
         * Mends the finding as one command.
         *
         * @param edits
         *            edits of the study
         */
        public void apply(Edits edits) {
            edits.run(label, List.of(fault.object()), () -> fix.mend(fault));
        }

        Fix fix() {
            return fix;
        }
    }

    /**
     * Finds what can mend a finding.
     *
     * @param study
     *            the study
     * @param finding
     *            what was found in it
     * @return the fixes, the most fitting first; none if only a person can mend it
     */
    public static List<Offer> of(Study study, Finding finding) {
        List<Fix> candidates = ALL.stream().filter(fix -> fix.codes().contains(finding.code())).toList();
        if (candidates.isEmpty()) {
            return List.of();
        }
        Fault fault = Fault.of(study, finding);
        return candidates.stream().filter(fix -> fix.canMend(fault)).map(fix -> new Offer(fix, fault)).toList();
    }
}
