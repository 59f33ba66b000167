package org.isoflop.ui.imports;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPage;
import org.isoflop.core.study.Studies;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.Study;
import org.isoflop.model.io.StudyFileException;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Edits;
import org.isoflop.ui.edit.Fragment;
import org.isoflop.ui.edit.RefusedException;
import org.isoflop.ui.editor.StudyEditor;
import org.isoflop.ui.input.OpenStudies;

/** Asks where imported models go, an open study or a new one, and puts them there. */
final class Target {

    private final IWorkbenchPage page;
    private final List<StudyEditor> editors;
    private Combo choice;

    Target(IWorkbenchPage page, List<StudyEditor> editors) {
        this.page = page;
        this.editors = editors;
    }

    void create(Composite parent) {
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).span(((org.eclipse.swt.layout.GridLayout) parent
                .getLayout()).numColumns, 1).applyTo(row);
        new Label(row, SWT.NONE).setText(Messages.text("import.into"));
        choice = new Combo(row, SWT.READ_ONLY | SWT.DROP_DOWN);
        editors.forEach(editor -> choice.add(editor.document().name()));
        choice.add(Messages.text("import.newStudy"));
        choice.select(0);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(choice);
    }

    /**
     * Adds the models of a study to the chosen one, as one command, or opens it as a new study.
     *
     * @return whether it was done; what went wrong was said
     */
    boolean take(Study study, String name) throws RefusedException, StudyFileException {
        int index = choice.getSelectionIndex();
        if (index >= editors.size()) {
            return OpenStudies.untitled(page, name, Studies.write(study)) != null;
        }
        StudyEditor editor = editors.get(index);
        List<LanguageModel> models = List.copyOf(study.getModels());
        study.setId(null);
        List<EObject> taken = Fragment.of(study, models).paste(new Edits(editor.document().editing()), null,
                Messages.text("import.command", models.size()));
        page.activate(editor);
        editor.getSite().getSelectionProvider().setSelection(new StructuredSelection(taken));
        return true;
    }
}
