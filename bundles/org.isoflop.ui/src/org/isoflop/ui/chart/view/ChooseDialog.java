package org.isoflop.ui.chart.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.QuantityFormatException;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.chart.Chosen;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.AcceleratorData;
import org.isoflop.core.mapping.StudyData.ChartData;
import org.isoflop.core.mapping.StudyData.ClusterData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyData.ModelData;
import org.isoflop.model.Text;
import org.isoflop.ui.Messages;

/** Asks which laws, models, hardware and budgets a view shows. */
final class ChooseDialog extends TitleAreaDialog {

    private static final int LIST_WIDTH = 280;
    private static final int LIST_HEIGHT = 120;

    private record Entry(String id, String name) {
    }

    private final StudyData study;
    private final ChartData shown;
    private CheckboxTableViewer laws;
    private CheckboxTableViewer models;
    private CheckboxTableViewer accelerators;
    private CheckboxTableViewer clusters;
    private org.eclipse.swt.widgets.Text budgets;
    private Chosen chosen;

    ChooseDialog(Shell parent, StudyData study, ChartData shown) {
        super(parent);
        this.study = study;
        this.shown = shown;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    Optional<Chosen> ask() {
        return open() == OK ? Optional.ofNullable(chosen) : Optional.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("chart.choose.title"));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite fields = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).extendedMargins(12, 12, 12, 12)
                .applyTo(fields);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(fields);
        label(fields, "chart.choose.laws");
        label(fields, "chart.choose.models");
        laws = list(fields, entries(study.laws(), LawData::id, LawData::name), shown.laws());
        models = list(fields, entries(study.models(), ModelData::id, ModelData::name), shown.models());
        label(fields, "chart.choose.accelerators");
        label(fields, "chart.choose.clusters");
        accelerators = list(fields, entries(study.accelerators(), AcceleratorData::id, AcceleratorData::name),
                shown.accelerators());
        clusters = list(fields, entries(study.clusters(), ClusterData::id, ClusterData::name), shown.clusters());
        label(fields, "chart.choose.budgets");
        budgets = new org.eclipse.swt.widgets.Text(fields, SWT.BORDER);
        budgets.setText(String.join("; ", shown.budgets().stream().map(Quantities::exact).toList()));
        budgets.setMessage(Messages.text("chart.choose.budgets.hint"));
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(budgets);
        budgets.addListener(SWT.Modify, event -> check());
        setTitle(Messages.text("chart.choose.title"));
        setMessage(Messages.text("chart.choose.message"));
        Dialog.applyDialogFont(area);
        return area;
    }

    private static void label(Composite parent, String key) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(Messages.text(key));
        if (key.equals("chart.choose.budgets")) {
            GridDataFactory.fillDefaults().span(2, 1).applyTo(label);
        }
    }

    private static <T> List<Entry> entries(List<T> elements, Function<T, String> id, Function<T, Text> name) {
        return elements.stream().filter(element -> id.apply(element) != null)
                .map(element -> new Entry(id.apply(element), name.apply(element) == null ? id.apply(element)
                        : name.apply(element).get(Locale.getDefault())))
                .toList();
    }

    private CheckboxTableViewer list(Composite parent, List<Entry> entries, List<String> checked) {
        CheckboxTableViewer viewer = CheckboxTableViewer.newCheckList(parent, SWT.BORDER | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).hint(LIST_WIDTH, LIST_HEIGHT).applyTo(viewer.getControl());
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.setLabelProvider(new LabelProvider() {
            @Override
            public String getText(Object element) {
                return ((Entry) element).name();
            }
        });
        viewer.setInput(entries);
        entries.forEach(entry -> viewer.setChecked(entry, checked.contains(entry.id())));
        return viewer;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.RETRY_ID, Messages.text("chart.choose.all"), false);
        super.createButtonsForButtonBar(parent);
        check();
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == IDialogConstants.RETRY_ID) {
            laws.setAllChecked(false);
            models.setAllChecked(false);
            accelerators.setAllChecked(false);
            clusters.setAllChecked(false);
            budgets.setText("");
        } else {
            super.buttonPressed(button);
        }
    }

    private void check() {
        String problem = null;
        try {
            budgets();
        } catch (QuantityFormatException e) {
            problem = e.getLocalizedMessage();
        }
        setErrorMessage(problem);
        getButton(IDialogConstants.OK_ID).setEnabled(problem == null);
    }

    private List<Double> budgets() {
        List<Double> values = new ArrayList<>();
        for (String part : budgets.getText().split("[;\\n]")) {
            if (!part.isBlank()) {
                values.add(Quantities.parse(part, Unit.FLOP));
            }
        }
        return values;
    }

    @Override
    protected void okPressed() {
        chosen = new Chosen(checked(laws), checked(models), budgets(), checked(accelerators), checked(clusters),
                shown.strategies(), shown.across(), shown.up());
        super.okPressed();
    }

    private static List<String> checked(CheckboxTableViewer viewer) {
        List<String> ids = new ArrayList<>();
        for (Object element : viewer.getCheckedElements()) {
            ids.add(((Entry) element).id());
        }
        return ids;
    }
}
