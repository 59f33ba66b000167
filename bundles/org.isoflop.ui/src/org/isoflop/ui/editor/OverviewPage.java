package org.isoflop.ui.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Study;
import org.isoflop.ui.Messages;
import org.isoflop.ui.form.Marks;
import org.isoflop.ui.form.Marks.Mark;
import org.isoflop.ui.form.ObjectForm;
import org.isoflop.ui.input.ExampleInput;

/** The study as a whole: its name, what it holds, what was found in it, and where it is saved. */
final class OverviewPage extends StudyFormPage {

    /** The page. */
    static final String ID = "overview";

    private static final int MARGIN = 6;
    private static final int MOST_FINDINGS = 8;

    private ObjectForm form;
    private Link findings;
    private Text file;
    private Marks shown;

    OverviewPage(StudyEditor editor) {
        super(editor, ID, Messages.text("page.overview"));
    }

    @Override
    void createBody(IManagedForm managed) {
        FormToolkit toolkit = managed.getToolkit();
        Composite body = managed.getForm().getBody();
        GridLayoutFactory.fillDefaults().margins(MARGIN * 2, MARGIN).spacing(0, MARGIN / 2).applyTo(body);
        form = new ObjectForm(new PageHost(editor(), toolkit, this::help), IsoflopPackage.Literals.STUDY);
        form.create(body, toolkit);
        Composite found = section(body, toolkit, "overview.findings");
        findings = new Link(found, SWT.WRAP);
        toolkit.adapt(findings, true, true);
        GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(findings);
        findings.addListener(SWT.Selection, event -> {
            Mark mark = editor().marks().all().get(Integer.parseInt(event.text));
            editor().reveal(mark.object(), mark.feature());
        });
        Composite saved = section(body, toolkit, "overview.file");
        file = new Text(saved, SWT.READ_ONLY | SWT.WRAP | SWT.MULTI);
        toolkit.adapt(file, true, true);
        GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(file);
    }

    private void help(String text) {
        editor().getEditorSite().getActionBars().getStatusLineManager().setMessage(text);
    }

    private static Composite section(Composite body, FormToolkit toolkit, String title) {
        Section section = toolkit.createSection(body,
                ExpandableComposite.TITLE_BAR | ExpandableComposite.TWISTIE | ExpandableComposite.EXPANDED);
        section.setText(Messages.text(title));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        Composite client = toolkit.createComposite(section);
        GridLayoutFactory.fillDefaults().margins(2, MARGIN).applyTo(client);
        section.setClient(client);
        return client;
    }

    @Override
    void refreshBody() {
        form.show(editor().document().study());
        boolean changed = false;
        if (shown != editor().marks()) {
            shown = editor().marks();
            changed |= put(findings, sentences());
        }
        String where = where();
        if (!where.equals(file.getText())) {
            file.setText(where);
            changed = true;
        }
        if (changed) {
            getManagedForm().reflow(true);
        }
    }

    private static boolean put(Link link, String text) {
        if (text.equals(link.getText())) {
            return false;
        }
        link.setText(text);
        return true;
    }

    private String sentences() {
        List<Mark> marks = editor().marks().all();
        StringJoiner lines = new StringJoiner("\n");
        lines.add(Messages.text("findings.count", marks.size()));
        for (int i = 0; i < Math.min(marks.size(), MOST_FINDINGS); i++) {
            lines.add(Messages.text("overview.finding",
                    Messages.text("severity." + marks.get(i).finding().severity().name()), i,
                    MarkText.of(marks.get(i)).replace("&", "&&")));
        }
        if (marks.size() > MOST_FINDINGS) {
            lines.add(Messages.text("overview.moreFindings", marks.size() - MOST_FINDINGS));
        }
        return lines.toString();
    }

    private String where() {
        Path saved = editor().document().file();
        if (saved != null) {
            return saved.toString();
        }
        return editor().getEditorInput() instanceof ExampleInput ? Messages.text("overview.example")
                : Messages.text("overview.unsaved");
    }

    @Override
    void reveal(EObject object, EStructuralFeature feature) {
        form.reveal(object, feature);
    }

    @Override
    void select(EObject object) {
        // The study is all that there is here.
    }

    @Override
    IStructuredSelection selected() {
        Study study = editor().document().study();
        return study == null ? StructuredSelection.EMPTY : new StructuredSelection(study);
    }

    @Override
    boolean isTyping() {
        return form != null && form.isTyping();
    }

    @Override
    void commit() {
        form.commit();
    }

    @Override
    public void setFocus() {
        if (form != null) {
            form.setFocus();
        }
    }

    ObjectForm form() {
        return Objects.requireNonNull(form);
    }
}
