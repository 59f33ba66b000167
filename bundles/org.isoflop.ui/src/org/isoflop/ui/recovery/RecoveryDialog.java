package org.isoflop.ui.recovery;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Messages;
import org.isoflop.ui.recovery.Recovery.Offer;
import org.isoflop.ui.recovery.RecoveryFolder.Found;

/** Offers unsaved work that an earlier run left. Closed without an answer, it asks again at the next start. */
final class RecoveryDialog extends TitleAreaDialog {

    private static final int SKIP = IDialogConstants.CLIENT_ID;
    private static final int ROWS = 6;
    private static final int CHARACTERS = 110;
    private static final int MARGIN = 10;
    private static final int NAME = 22;
    private static final int TIME = 18;
    private static final int STATE = 24;
    private static final int PLACE = 36;

    private final List<Offer> offers;
    private final Path kept;
    private final Consumer<List<Offer>> restore;
    private final Consumer<List<Offer>> skip;
    private CheckboxTableViewer viewer;

    RecoveryDialog(Shell parent, List<Offer> offers, Path kept, Consumer<List<Offer>> restore,
            Consumer<List<Offer>> skip) {
        super(parent);
        this.offers = List.copyOf(offers);
        this.kept = kept;
        this.restore = restore;
        this.skip = skip;
        setBlockOnOpen(false);
        setHelpAvailable(false);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("recovery.title"));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Messages.text("recovery.heading"));
        setMessage(Messages.text("recovery.message"));
        Composite area = (Composite) super.createDialogArea(parent);
        Composite body = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).applyTo(body);
        createTable(body);
        Label note = new Label(body, SWT.WRAP);
        note.setText(Messages.text("recovery.kept", RecoveryFolder.KEPT.toDays(), kept));
        GridDataFactory.fillDefaults().grab(true, false)
                .hint(convertWidthInCharsToPixels(CHARACTERS), SWT.DEFAULT).applyTo(note);
        return area;
    }

    private void createTable(Composite parent) {
        Composite holder = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        holder.setLayout(layout);
        Table table = new Table(holder, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true)
                .hint(convertWidthInCharsToPixels(CHARACTERS), table.getItemHeight() * ROWS).applyTo(holder);
        viewer = new CheckboxTableViewer(table);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), table);
        column(layout, "recovery.column.name", NAME, new Labels() {
            @Override
            String text(Offer offer) {
                return offer.found().work() == null ? String.valueOf(offer.found().path().getFileName())
                        : offer.found().work().name();
            }

            @Override
            public Image getImage(Object element) {
                return images.create(Icon.STUDY.descriptor());
            }
        });
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.getDefault()).withZone(ZoneId.systemDefault());
        column(layout, "recovery.column.time", TIME, new Labels() {
            @Override
            String text(Offer offer) {
                return time.format(offer.found().written());
            }
        });
        column(layout, "recovery.column.state", STATE, new Labels() {
            @Override
            String text(Offer offer) {
                return state(offer);
            }
        });
        column(layout, "recovery.column.place", PLACE, new Labels() {
            @Override
            String text(Offer offer) {
                return place(offer.found());
            }
        });
        viewer.setInput(offers);
        viewer.setAllChecked(true);
        offers.stream().filter(offer -> offer.found().work() == null).forEach(damaged -> {
            viewer.setChecked(damaged, false);
            viewer.setGrayed(damaged, true);
        });
        viewer.addCheckStateListener(event -> {
            if (((Offer) event.getElement()).found().work() == null) {
                viewer.setChecked(event.getElement(), false);
            }
            update();
        });
    }

    private void column(TableColumnLayout layout, String title, int weight, Labels labels) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
        column.getColumn().setText(Messages.text(title));
        column.setLabelProvider(labels);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight));
    }

    private static String state(Offer offer) {
        if (offer.found().work() == null) {
            return Messages.text("recovery.damaged");
        }
        return Messages.text(switch (offer.original()) {
            case SAME -> "recovery.same";
            case CHANGED -> "recovery.changed";
            case GONE -> "recovery.gone";
            case NONE -> "recovery.neverSaved";
        });
    }

    private static String place(Found found) {
        if (found.work() == null) {
            return String.valueOf(found.path().getParent());
        }
        return found.work().file() == null ? "" : String.valueOf(found.work().file().getParent());
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, SKIP, Messages.text("recovery.skip"), false);
        createButton(parent, IDialogConstants.OK_ID, Messages.text("recovery.restore"), true);
        update();
    }

    private void update() {
        getButton(IDialogConstants.OK_ID).setEnabled(viewer.getCheckedElements().length > 0);
    }

    @Override
    protected void buttonPressed(int button) {
        List<Offer> chosen = new ArrayList<>();
        if (button == IDialogConstants.OK_ID) {
            Arrays.stream(viewer.getCheckedElements()).map(Offer.class::cast).forEach(chosen::add);
        }
        List<Offer> rest = new ArrayList<>(offers);
        rest.removeAll(chosen);
        setReturnCode(button);
        close();
        skip.accept(rest);
        restore.accept(chosen);
    }

    /** Labels of one column. */
    private abstract static class Labels extends ColumnLabelProvider {

        abstract String text(Offer offer);

        @Override
        public String getText(Object element) {
            return text((Offer) element);
        }
    }
}
