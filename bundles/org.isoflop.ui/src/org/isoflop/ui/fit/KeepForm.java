package org.isoflop.ui.fit;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.ui.Messages;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.editor.StudyEditor;

/** Asks where a fit is to be kept as a law, and under which id and name. */
final class KeepForm {

    private final Composite control;
    private final List<StudyEditor> studies;
    private final Runnable changed;
    private final Combo study;
    private final Text id;
    private final Text name;
    private final Text corpus;
    private FitAnswer answer;
    private boolean named;
    private boolean filling;

    KeepForm(Composite parent, List<StudyEditor> studies, Runnable changed) {
        this.studies = studies;
        this.changed = changed;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).applyTo(control);
        new Label(control, SWT.NONE).setText(Messages.text("fit.keep.study"));
        study = new Combo(control, SWT.READ_ONLY | SWT.DROP_DOWN);
        studies.forEach(editor -> study.add(editor.document().name()));
        study.add(Messages.text("fit.keep.newStudy"));
        study.select(0);
        study.addListener(SWT.Selection, event -> propose());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(study);
        id = text("fit.keep.id");
        name = text("fit.keep.name");
        corpus = text("fit.keep.corpus");
        corpus.setMessage(Messages.text("fit.keep.corpus.hint"));
    }

    private Text text(String key) {
        new Label(control, SWT.NONE).setText(Messages.text(key));
        Text text = new Text(control, SWT.BORDER | SWT.SINGLE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        text.addListener(SWT.Modify, event -> typed());
        return text;
    }

    private void typed() {
        if (!filling) {
            named = true;
            changed.run();
        }
    }

    Composite control() {
        return control;
    }

    /** Proposes an id and a name for a fit, unless the user has typed some. */
    void show(FitAnswer next) {
        answer = next;
        propose();
    }

    private void propose() {
        if (!named && answer != null) {
            Keeping.Wanted wanted = Keeping.proposal(answer, document());
            filling = true;
            id.setText(wanted.id());
            name.setText(wanted.name());
            filling = false;
        }
        changed.run();
    }

    void setEnabled(boolean enabled) {
        for (Control each : List.of(study, id, name, corpus)) {
            each.setEnabled(enabled);
        }
    }

    /** The open study to keep the law in, or null for a new one. */
    StudyDocument document() {
        return study.getSelectionIndex() < studies.size() ? studies.get(study.getSelectionIndex()).document() : null;
    }

    Keeping.Wanted wanted() {
        return new Keeping.Wanted(id.getText().strip(), name.getText().strip(), corpus.getText().strip());
    }

    /** Why the fit cannot be kept so, or null. */
    String problem() {
        return Keeping.problem(wanted().id(), document());
    }
}
