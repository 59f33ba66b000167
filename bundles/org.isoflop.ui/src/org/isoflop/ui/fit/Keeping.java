package org.isoflop.ui.fit;

import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.IWorkbenchPage;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.core.fit.FitKeeper;
import org.isoflop.core.study.Studies;
import org.isoflop.model.Ids;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.isoflop.model.io.StudyFileException;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Edits;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.input.OpenStudies;

/** Keeps a fit as a law: in an open study by one command that can be undone, or in a new study. */
final class Keeping {

    private Keeping() {
    }

    /**
     * How the law is to be called.
     *
     * @param id
     *            its id
     * @param name
     *            its name in the language of the workbench
     * @param corpus
     *            the text of the losses, or blank
     */
    record Wanted(String id, String name, String corpus) {
    }

    /** The study that is looked at, or null. */
    static StudyDocument active(IWorkbenchPage page) {
        StudyDocument document = Adapters.adapt(page.getActiveEditor(), StudyDocument.class);
        return document != null && document.state() == StudyDocument.State.READY ? document : null;
    }

    /** Why an id is refused in a study, or null; without a study any id that is one will do. */
    static String problem(String id, StudyDocument document) {
        if (id.isBlank()) {
            return Messages.text("fit.keep.noId");
        }
        if (!Ids.slug(id).equals(id)) {
            return Messages.text("fit.keep.wrongId", id, Ids.slug(id));
        }
        return document != null && Ids.elements(document.study()).containsKey(id)
                ? Messages.text("fit.keep.sameId", id) : null;
    }

    /** An id and a name that a fit can have. */
    static Wanted proposal(FitAnswer answer, StudyDocument document) {
        String file = answer.file().name();
        String table = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
                .replaceFirst("(?<=.)\\.[^.]*$", "");
        String wish = table + "-fit";
        String id = document == null ? Ids.slug(wish) : Ids.unique(wish, document.study());
        return new Wanted(id, Messages.text("fit.keep.nameOf", table), "");
    }

    /**
     * Keeps a fit.
     *
     * @param document
     *            the open study, or null for a new one
     * @return false if no new study could be opened, which was said
     */
    static boolean keep(FitAnswer answer, Wanted wanted, StudyDocument document, IWorkbenchPage page)
            throws StudyFileException {
        if (document == null) {
            return keepInNewStudy(answer, wanted, page);
        }
        keep(answer, wanted, document);
        return true;
    }

    /** Adds the law to an open study. */
    private static void keep(FitAnswer answer, Wanted wanted, StudyDocument document) {
        Edits edits = new Edits(document.editing());
        edits.run(Messages.text("fit.keep.command", wanted.name()), List.of(document.study()),
                () -> add(answer, wanted, document.study()));
    }

    private static void add(FitAnswer answer, Wanted wanted, Study study) {
        FitKeeper.add(answer, study, wanted.id());
        ScalingLaw law = (ScalingLaw) Ids.elements(study).get(wanted.id());
        if (!wanted.name().isBlank() && !wanted.name().equals(law.getName().get(Locale.getDefault()))) {
            law.setName(Text.of(wanted.name().strip()));
        }
        if (!wanted.corpus().isBlank()) {
            law.setCorpus(wanted.corpus().strip());
        }
    }

    /** Opens a new study that holds the law; nothing is written. */
    private static boolean keepInNewStudy(FitAnswer answer, Wanted wanted, IWorkbenchPage page)
            throws StudyFileException {
        Study study = IsoflopFactory.eINSTANCE.createStudy();
        study.setId(wanted.id() + "-study");
        study.setName(Text.of(wanted.name()));
        add(answer, wanted, study);
        return OpenStudies.untitled(page, wanted.name(), Studies.write(study)) != null;
    }
}
