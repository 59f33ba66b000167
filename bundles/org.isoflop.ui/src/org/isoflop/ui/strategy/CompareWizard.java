package org.isoflop.ui.strategy;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.isoflop.core.catalog.Catalog;
import org.isoflop.core.catalog.Kind;
import org.isoflop.core.comparison.TuningQuestion;
import org.isoflop.core.study.Studies;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Scenario;
import org.isoflop.model.Study;
import org.isoflop.model.io.StudyFileException;
import org.isoflop.ui.Faults;
import org.isoflop.ui.Messages;
import org.isoflop.ui.Notice;
import org.isoflop.ui.edit.Additions;
import org.isoflop.ui.edit.Edits;
import org.isoflop.ui.editor.OpenEditors;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.editor.StudyEditor;
import org.isoflop.ui.input.OpenStudies;

/** Asks four questions and adds a scenario that compares fine-tuning with pretraining, by one command. */
final class CompareWizard extends Wizard {

    private static final String LAW = "besiroglu-2024-huber";

    private final IWorkbenchPage page;
    private final ComparePage questions;

    CompareWizard(IWorkbenchPage page) {
        this.page = page;
        questions = new ComparePage(OpenEditors.ready(page));
        setWindowTitle(Messages.text("compare.title"));
    }

    @Override
    public void addPages() {
        addPage(questions);
    }

    ComparePage questions() {
        return questions;
    }

    @Override
    public boolean performFinish() {
        TuningQuestion question = questions.question();
        StudyEditor editor = questions.study();
        return editor == null ? openNew(question) : add(question, editor);
    }

    private static boolean add(TuningQuestion question, StudyEditor editor) {
        StudyDocument document = editor.document();
        Study study = document.study();
        Scenario scenario = question.scenario(law(study));
        new Edits(document.editing()).run(Messages.text("compare.command"), List.of(study),
                () -> Additions.insert(study, Literals.STUDY__SCENARIOS, scenario));
        editor.compare(scenario);
        return true;
    }

    private boolean openNew(TuningQuestion question) {
        Study study = IsoflopFactory.eINSTANCE.createStudy();
        Scenario scenario = question.scenario(law(study));
        study.setId(scenario.getId());
        study.setName(scenario.getName());
        scenario.setId(scenario.getId() + "-1");
        Additions.insert(study, Literals.STUDY__SCENARIOS, scenario);
        try {
            String name = Objects.requireNonNull(study.getName().get(Locale.getDefault()));
            IEditorPart editor = OpenStudies.untitled(page, name, Studies.write(study));
            if (editor instanceof StudyEditor opened) {
                opened.compare(null);
            }
            return editor != null;
        } catch (StudyFileException e) {
            Notice.show(Messages.text("compare.title"), Faults.sentence(e, "strategies.fault"), e);
            return false;
        }
    }

    /** The law that a scenario of the study asks, or else one of the catalog. */
    private static ScalingLaw law(Study study) {
        return study.getScenarios().stream().map(Scenario::getLaw).filter(Objects::nonNull).findFirst()
                .orElseGet(() -> (ScalingLaw) Catalog.copy(Kind.LAWS, LAW));
    }
}
