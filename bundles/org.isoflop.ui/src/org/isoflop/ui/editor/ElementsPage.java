package org.isoflop.ui.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledPageBook;
import org.isoflop.ui.Messages;
import org.isoflop.ui.form.ObjectForm;

/** The elements of some lists of the study: on the left all of them, on the right the form of the one selected. */
final class ElementsPage extends StudyFormPage {

    private static final String EMPTY = "empty";
    private static final int HELP_LINES = 4;
    private static final int MARGIN = 6;
    private static final int[] WEIGHTS = {30, 70};

    private final List<EReference> lists;
    private final Map<EClass, ObjectForm> forms = new HashMap<>();
    private PageHost host;
    private MasterList master;
    private ScrolledPageBook book;
    private Text help;
    private ObjectForm form;
    private EObject shown;

    ElementsPage(StudyEditor editor, List<EReference> lists) {
        super(editor, lists.getFirst().getName(), Messages.text("page." + lists.getFirst().getName()));
        this.lists = lists;
    }

    @Override
    void createBody(IManagedForm managed) {
        FormToolkit toolkit = managed.getToolkit();
        Composite body = managed.getForm().getBody();
        GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).applyTo(body);
        SashForm sash = new SashForm(body, SWT.HORIZONTAL | SWT.SMOOTH);
        toolkit.adapt(sash, false, false);
        host = new PageHost(editor(), toolkit, this::help);
        Composite left = toolkit.createComposite(sash);
        GridLayoutFactory.fillDefaults().applyTo(left);
        master = new MasterList(left, host, lists, this::selectionChanged);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(master.control());
        help = new Text(left, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        toolkit.adapt(help, false, false);
        GridDataFactory.fillDefaults().grab(true, false).hint(1, help.getLineHeight() * HELP_LINES).applyTo(help);
        help(Messages.text("help.hint"));
        book = toolkit.createPageBook(sash, SWT.V_SCROLL);
        toolkit.adapt(book);
        createEmpty(toolkit);
        sash.setWeights(WEIGHTS);
        GridDataFactory.fillDefaults().grab(true, true).hint(help.getLineHeight() * 20, help.getLineHeight() * 8)
                .applyTo(sash);
    }

    private void help(String text) {
        if (!text.equals(help.getText())) {
            help.setText(text);
        }
    }

    private void createEmpty(FormToolkit toolkit) {
        Composite page = book.createPage(EMPTY);
        toolkit.adapt(page);
        GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).applyTo(page);
        Label hint = toolkit.createLabel(page, Messages.text("page.empty", master.type()), SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(hint);
        book.showPage(EMPTY);
    }

    private void selectionChanged() {
        EObject selected = master.selection();
        if (selected != shown) {
            if (form != null) {
                form.commit();
            }
            show(selected);
        }
        fireSelection();
    }

    private void show(EObject object) {
        shown = object;
        if (object == null) {
            form = null;
            book.showPage(EMPTY);
            return;
        }
        form = forms.computeIfAbsent(object.eClass(), this::create);
        form.show(object);
        if (book.getCurrentPage() == null || !book.hasPage(object.eClass())
                || !object.eClass().equals(book.getCurrentPage().getData())) {
            book.showPage(object.eClass());
            book.reflow(true);
        }
    }

    private ObjectForm create(EClass type) {
        FormToolkit toolkit = getManagedForm().getToolkit();
        Composite page = book.createPage(type);
        page.setData(type);
        toolkit.adapt(page);
        GridLayoutFactory.fillDefaults().margins(MARGIN, 0).spacing(0, MARGIN / 2).applyTo(page);
        ObjectForm created = new ObjectForm(host, type);
        created.create(page, toolkit);
        return created;
    }

    @Override
    void refreshBody() {
        master.refresh();
        EObject selected = master.selection();
        if (selected != shown) {
            show(selected);
            fireSelection();
        } else if (form != null) {
            form.refresh();
        }
    }

    @Override
    void reveal(EObject object, EStructuralFeature feature) {
        if (object == editor().document().study()) {
            master.viewer().getTree().setFocus();
            return;
        }
        master.select(object);
        if (form == null || feature == null && object == shown || !form.reveal(object, feature)) {
            master.viewer().getTree().setFocus();
        }
    }

    @Override
    void select(EObject object) {
        if (object != editor().document().study()) {
            master.select(object);
            if (form != null && object != shown) {
                form.select(object);
            }
        }
    }

    @Override
    IStructuredSelection selected() {
        return master.structuredSelection();
    }

    @Override
    boolean isTyping() {
        return form != null && form.isTyping();
    }

    @Override
    void commit() {
        if (form != null) {
            form.commit();
        }
    }

    @Override
    public void setFocus() {
        if (master != null) {
            master.viewer().getTree().setFocus();
        }
    }

    MasterList master() {
        return master;
    }

    ObjectForm form() {
        return form;
    }
}
