package org.isoflop.ui.findings;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.part.ViewPart;
import org.isoflop.model.Study;
import org.isoflop.model.validate.Finding;
import org.isoflop.model.validate.Severity;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Messages;
import org.isoflop.ui.command.StudyKeys;
import org.isoflop.ui.editor.FrontEditorListener;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.editor.StudyEditor;
import org.isoflop.ui.fix.Fault;

/** Lists what was found in the active study, leads to it and mends it. */
public final class FindingsView extends ViewPart {

    private static final String HIDDEN = "hidden";
    private static final int MARGIN = 8;

    private final Runnable listener = this::refresh;
    private final FrontEditorListener activation = new FrontEditorListener(this::follow);
    private final Set<Severity> hidden = EnumSet.noneOf(Severity.class);
    private final Selection selection = new Selection();
    private Composite stack;
    private Label message;
    private FindingsRows rows;
    private StudyEditor editor;
    private Study shownStudy;
    private List<Finding> shownFindings;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        StudyKeys.install(site);
        String names = memento == null ? null : memento.getString(HIDDEN);
        for (Severity severity : Severity.values()) {
            if (names != null && List.of(names.split(",")).contains(severity.name())) {
                hidden.add(severity);
            }
        }
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(HIDDEN, hidden.stream().map(Severity::name).collect(Collectors.joining(",")));
    }

    @Override
    public void createPartControl(Composite parent) {
        stack = new Composite(parent, SWT.NONE);
        stack.setData(Ids.STYLE_CLASS_KEY, Ids.STYLE_CLASS);
        stack.setLayout(new StackLayout());
        Composite page = new Composite(stack, SWT.NONE);
        FillLayout layout = new FillLayout();
        layout.marginWidth = MARGIN;
        layout.marginHeight = MARGIN;
        page.setLayout(layout);
        message = new Label(page, SWT.WRAP);
        rows = new FindingsRows(stack, this::reveal, this::mend);
        rows.viewer().addSelectionChangedListener(event -> selection.fire());
        createActions();
        getSite().setSelectionProvider(selection);
        getSite().getPage().addPartListener(activation);
        follow();
    }

    private void createActions() {
        for (Severity severity : Severity.values()) {
            IAction action = new Filter(severity);
            getViewSite().getActionBars().getToolBarManager().add(action);
            getViewSite().getActionBars().getMenuManager().add(action);
        }
        Action copy = new Action(Messages.text("menu.copy")) {
            @Override
            public void run() {
                copy();
            }
        };
        copy.setActionDefinitionId(ActionFactory.COPY.getCommandId());
        getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
        Action open = new Action(Messages.text("findings.open")) {
            @Override
            public void run() {
                reveal(selected());
            }
        };
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(shown -> {
            if (selected() != null) {
                shown.add(open);
                CommandContributionItemParameter fix = new CommandContributionItemParameter(getSite(), Ids.QUICK_FIX,
                        Ids.QUICK_FIX, CommandContributionItem.STYLE_PUSH);
                fix.label = Messages.text("findings.quickFix");
                shown.add(new CommandContributionItem(fix));
                shown.add(new Separator());
                shown.add(copy);
            }
        });
        rows.viewer().getTable().setMenu(menu.createContextMenu(rows.viewer().getTable()));
        getSite().registerContextMenu(menu, selection);
    }

    /** The first selected finding, or null. */
    Finding selected() {
        return rows.viewer().getStructuredSelection().getFirstElement() instanceof Row row ? row.finding() : null;
    }

    private void reveal(Finding finding) {
        if (finding != null && editor != null && editor.document().study() != null) {
            Fault fault = Fault.of(editor.document().study(), finding);
            getSite().getPage().activate(editor);
            editor.reveal(fault.target(), fault.target() == fault.object() ? fault.feature() : null);
        }
    }

    private void mend(Finding finding) {
        if (editor != null) {
            QuickFix.run(getSite().getShell(), editor, finding);
        }
    }

    private void copy() {
        List<?> chosen = rows.viewer().getStructuredSelection().toList();
        String text = chosen.stream().map(row -> ((Row) row).text())
                .collect(Collectors.joining(System.lineSeparator()));
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(stack.getDisplay());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    /** Turns to the editor that is in front. */
    private void follow() {
        StudyEditor active = getSite().getPage().getActiveEditor() instanceof StudyEditor study ? study : null;
        if (active != editor) {
            leave();
            editor = active;
            if (editor != null) {
                editor.document().addListener(listener);
            }
        }
        refresh();
    }

    private void leave() {
        if (editor != null) {
            editor.document().removeListener(listener);
            editor = null;
        }
        shownStudy = null;
        shownFindings = null;
    }

    private void refresh() {
        if (stack == null || stack.isDisposed()) {
            return;
        }
        List<Finding> findings = editor == null ? List.of() : editor.document().findings();
        if (editor != null && findings == shownFindings && editor.document().study() == shownStudy) {
            return;
        }
        shownFindings = findings;
        shownStudy = editor == null ? null : editor.document().study();
        show();
    }

    private void show() {
        List<Row> all = editor == null ? List.of() : Row.of(editor);
        List<Row> visible = all.stream().filter(row -> !hidden.contains(row.finding().severity())).toList();
        setContentDescription(editor == null ? "" : count(all, visible));
        setPartName(all.isEmpty() ? Messages.text("findings.view") : Messages.text("findings.title", all.size()));
        rows.show(visible);
        message.setText(visible.isEmpty() ? sentence(all) : "");
        ((StackLayout) stack.getLayout()).topControl = visible.isEmpty() ? message.getParent() : rows.control();
        stack.layout();
    }

    private String count(List<Row> all, List<Row> visible) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long number = all.stream().filter(row -> row.finding().severity() == severity).count();
            if (number > 0) {
                parts.add(Messages.text("findings.count." + severity.name(), number));
            }
        }
        if (visible.size() < all.size()) {
            parts.add(Messages.text("findings.hidden", all.size() - visible.size()));
        }
        return Messages.text("findings.description", editor.document().name(),
                parts.isEmpty() ? Messages.text("findings.count", 0) : String.join(", ", parts));
    }

    private String sentence(List<Row> all) {
        if (editor == null) {
            return Messages.text("findings.noStudy");
        }
        if (!all.isEmpty()) {
            return Messages.text("findings.allHidden", all.size());
        }
        return Messages.text(editor.document().state() == StudyDocument.State.READING ? "findings.reading"
                : "findings.none", editor.document().name());
    }

    @Override
    public void setFocus() {
        if (((StackLayout) stack.getLayout()).topControl == rows.control()) {
            rows.viewer().getTable().setFocus();
        } else {
            stack.setFocus();
        }
    }

    @Override
    public void dispose() {
        getSite().getPage().removePartListener(activation);
        leave();
        super.dispose();
    }

    /** Shows or hides the findings of one severity. */
    private final class Filter extends Action {

        private final Severity severity;

        Filter(Severity severity) {
            super(Messages.text("findings.show." + severity.name()), AS_CHECK_BOX);
            this.severity = severity;
            setToolTipText(getText());
            setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(switch (severity) {
                case ERROR -> ISharedImages.IMG_OBJS_ERROR_TSK;
                case WARNING -> ISharedImages.IMG_OBJS_WARN_TSK;
                case INFO -> ISharedImages.IMG_OBJS_INFO_TSK;
            }));
            setChecked(!hidden.contains(severity));
        }

        @Override
        public void run() {
            if (isChecked()) {
                hidden.remove(severity);
            } else {
                hidden.add(severity);
            }
            show();
        }
    }

    /** What is selected here, for other views: the objects that the findings are about. */
    private final class Selection implements ISelectionProvider {

        private final List<ISelectionChangedListener> listeners = new ArrayList<>();

        void fire() {
            SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
            List.copyOf(listeners).forEach(each -> each.selectionChanged(event));
        }

        @Override
        public void addSelectionChangedListener(ISelectionChangedListener added) {
            listeners.add(added);
        }

        @Override
        public void removeSelectionChangedListener(ISelectionChangedListener removed) {
            listeners.remove(removed);
        }

        @Override
        public ISelection getSelection() {
            if (shownStudy == null || rows.viewer().getTable().isDisposed()) {
                return StructuredSelection.EMPTY;
            }
            List<?> chosen = rows.viewer().getStructuredSelection().toList();
            List<EObject> objects = chosen.stream().map(row -> Fault.of(shownStudy, ((Row) row).finding()).target())
                    .distinct().toList();
            return new StructuredSelection(objects);
        }

        @Override
        public void setSelection(ISelection wanted) {
            rows.select(row -> wanted instanceof StructuredSelection structured && shownStudy != null
                    && structured.toList().contains(Fault.of(shownStudy, row.finding()).target()));
        }
    }
}
