package org.isoflop.ui.strategy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.QuantityFormatException;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.catalog.Catalog;
import org.isoflop.core.catalog.CatalogEntry;
import org.isoflop.core.catalog.Cell;
import org.isoflop.core.catalog.Kind;
import org.isoflop.core.comparison.TuningQuestion;
import org.isoflop.model.Accelerator;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.Payment;
import org.isoflop.model.Quantity;
import org.isoflop.model.Status;
import org.isoflop.model.Study;
import org.isoflop.model.annotation.Features;
import org.isoflop.ui.Faults;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Names;
import org.isoflop.ui.editor.StudyEditor;

/** The four questions. Models and accelerators are those of the study and those of the catalog. */
final class ComparePage extends WizardPage {

    private static final int COLUMNS = 4;
    private static final int WIDTH = 44;
    private static final int NUMBER = 18;
    private static final String MODEL = "llama-3.1-8b";
    private static final String CHIP = "h100-sxm5-80gb";

    private final List<StudyEditor> studies;
    private List<Choice<LanguageModel>> models = List.of();
    private List<Choice<Accelerator>> chips = List.of();
    private List<Choice<LanguageModel>> catalogModels;
    private List<Choice<Accelerator>> catalogChips;
    private Combo model;
    private Text size;
    private Text tokens;
    private Combo chip;
    private Button rent;
    private Text perDay;
    private Text life;
    private Combo study;
    private Job reading;
    private String wantedModel = MODEL;
    private String wantedChip = CHIP;

    /** Something to choose: what it is called, and how it is had. Entries of the catalog are read when chosen. */
    private static final class Choice<T> {

        private final String id;
        private final String label;
        private final boolean whole;
        private final Supplier<T> source;
        private T element;

        Choice(String id, String label, boolean whole, Supplier<T> source) {
            this.id = id;
            this.label = label;
            this.whole = whole;
            this.source = source;
        }

        String id() {
            return id;
        }

        String label() {
            return label;
        }

        /** Whether enough is known of it that memory and serving can be computed. */
        boolean isWhole() {
            return whole;
        }

        T element() {
            if (element == null) {
                element = source.get();
            }
            return element;
        }
    }

    ComparePage(List<StudyEditor> studies) {
        super("compare");
        this.studies = studies;
        setTitle(Messages.text("compare.title"));
        setDescription(Messages.text("compare.description"));
    }

    @Override
    public void createControl(Composite parent) {
        initializeDialogUnits(parent);
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(COLUMNS).margins(10, 10).spacing(10, 6).applyTo(body);
        question(body, "compare.model");
        model = combo(body, 2);
        model.addListener(SWT.Selection, event -> {
            wantedModel = id(models, model);
            check();
        });
        size = number(body, null, "7B");
        question(body, "compare.tokens");
        tokens = number(body, null, "1B tokens");
        fill(body, COLUMNS - 1);
        question(body, "compare.chip");
        chip = combo(body, 2);
        chip.addListener(SWT.Selection, event -> {
            wantedChip = id(chips, chip);
            check();
        });
        Composite payments = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(payments);
        rent = radio(payments, Payment.RENT);
        rent.setSelection(true);
        radio(payments, Payment.BUY);
        question(body, "compare.served");
        perDay = number(body, "compare.perDay", "100M tokens");
        life = number(body, "compare.life", "365 days");
        Label into = new Label(body, SWT.NONE);
        into.setText(Messages.text("compare.study"));
        GridDataFactory.fillDefaults().indent(0, 12).align(SWT.FILL, SWT.CENTER).applyTo(into);
        study = combo(body, COLUMNS - 1);
        GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS - 1, 1).indent(0, 12).applyTo(study);
        studies.forEach(editor -> study.add(editor.document().name()));
        study.add(Messages.text("compare.newStudy"));
        study.select(0);
        study.addListener(SWT.Selection, event -> offer());
        setControl(body);
        offer();
        read();
    }

    private static void question(Composite body, String key) {
        Label label = new Label(body, SWT.NONE);
        label.setText(Messages.text(key));
        GridDataFactory.fillDefaults().span(COLUMNS, 1).indent(0, 8).applyTo(label);
    }

    private static void fill(Composite body, int columns) {
        GridDataFactory.fillDefaults().span(columns, 1).applyTo(new Label(body, SWT.NONE));
    }

    private Combo combo(Composite body, int span) {
        Combo combo = new Combo(body, SWT.READ_ONLY | SWT.DROP_DOWN);
        GridDataFactory.fillDefaults().grab(true, false).span(span, 1)
                .hint(convertWidthInCharsToPixels(WIDTH), SWT.DEFAULT).applyTo(combo);
        return combo;
    }

    private Text number(Composite body, String key, String value) {
        if (key != null) {
            new Label(body, SWT.NONE).setText(Messages.text(key));
        }
        Text text = new Text(body, SWT.BORDER | SWT.SINGLE);
        text.setText(value);
        GridDataFactory.fillDefaults().hint(convertWidthInCharsToPixels(NUMBER), SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.Modify, event -> check());
        return text;
    }

    private Button radio(Composite parent, Payment payment) {
        Button button = new Button(parent, SWT.RADIO);
        button.setText(Features.valueLabel(payment, Locale.getDefault()));
        button.addListener(SWT.Selection, event -> check());
        return button;
    }

    /** Reads the catalog in a job: its files are large. */
    private void read() {
        Display display = getShell().getDisplay();
        reading = Job.create(Messages.text("compare.reading"), (ICoreRunnable) monitor -> {
            try {
                List<Choice<LanguageModel>> foundModels = new ArrayList<>();
                Catalog.entries(Kind.MODELS).stream().filter(entry -> value(entry, "parameters").isPresent())
                        .sorted(Comparator.comparingDouble(entry -> value(entry, "parameters").orElseThrow()))
                        .forEach(entry -> foundModels.add(choice(entry, Kind.MODELS,
                                Quantities.format(value(entry, "parameters").orElseThrow(), Unit.PARAMETERS,
                                        Locale.getDefault()))));
                List<Choice<Accelerator>> foundChips = new ArrayList<>();
                Catalog.entries(Kind.HARDWARE).forEach(entry -> foundChips.add(choice(entry, Kind.HARDWARE, null)));
                display.asyncExec(() -> found(foundModels, foundChips, null));
            } catch (RuntimeException e) {
                String sentence = Faults.sentence(e, "compare.noCatalog");
                display.asyncExec(() -> found(List.of(), List.of(), sentence));
            }
        });
        reading.schedule();
    }

    private static Optional<Double> value(CatalogEntry entry, String column) {
        return entry.cell(column).filter(Cell.Value.class::isInstance).map(cell -> ((Cell.Value) cell).figure()
                .value());
    }

    @SuppressWarnings("unchecked")
    private static <T> Choice<T> choice(CatalogEntry entry, Kind kind, String what) {
        String name = entry.name().get(Locale.getDefault());
        return new Choice<>(entry.id(), what == null ? name : Messages.text("compare.entry", name, what), true,
                () -> (T) Catalog.copy(kind, entry.id()));
    }

    private void found(Collection<Choice<LanguageModel>> foundModels, Collection<Choice<Accelerator>> foundChips,
            String failure) {
        if (model.isDisposed()) {
            return;
        }
        catalogModels = List.copyOf(foundModels);
        catalogChips = List.copyOf(foundChips);
        offer();
        if (failure != null) {
            setMessage(failure, WARNING);
        }
    }

    /** Offers what the study has before what the catalog has. */
    private void offer() {
        List<Choice<LanguageModel>> allModels = new ArrayList<>();
        List<Choice<Accelerator>> allChips = new ArrayList<>();
        Study target = study() == null ? null : study().document().study();
        if (target != null) {
            target.getModels().stream().filter(one -> one.getParameters() != null
                    && one.getParameters().getValue() != null).forEach(one -> allModels.add(own(one)));
            target.getAccelerators().forEach(one -> allChips.add(new Choice<>(one.getId(), here(Names.of(one)),
                    one.getMemory() != null, () -> one)));
        }
        if (catalogModels != null) {
            allModels.addAll(catalogModels);
            allChips.addAll(catalogChips);
        }
        models = allModels;
        chips = allChips;
        fill(model, models, wantedModel);
        model.add(Messages.text("compare.otherSize"));
        if (models.isEmpty() || wantedModel == null) {
            model.select(models.size());
        }
        fill(chip, chips, wantedChip);
        check();
    }

    private static Choice<LanguageModel> own(LanguageModel model) {
        String name = Messages.text("compare.entry", Names.of(model), Quantities.format(
                model.getParameters().getValue(), Unit.PARAMETERS, Locale.getDefault()));
        return new Choice<>(model.getId(), here(name), model.getArchitecture() != null, () -> model);
    }

    private static String here(String name) {
        return Messages.text("compare.here", name);
    }

    private static <T> String id(List<Choice<T>> choices, Combo combo) {
        int index = combo.getSelectionIndex();
        return index >= 0 && index < choices.size() ? choices.get(index).id() : null;
    }

    private static <T> void fill(Combo combo, List<Choice<T>> choices, String wanted) {
        combo.setItems(choices.stream().map(Choice::label).toArray(String[]::new));
        int index = IntStream.range(0, choices.size()).filter(i -> choices.get(i).isWhole())
                .filter(i -> choices.get(i).id().equals(wanted)).findFirst().orElse(0);
        combo.select(index);
    }

    private boolean isOther() {
        return model.getSelectionIndex() == models.size();
    }

    private void check() {
        if (study == null) {
            return; // The page is being made.
        }
        size.setEnabled(isOther());
        String error = catalogModels == null ? null : error();
        setErrorMessage(error);
        setMessage(catalogModels == null ? Messages.text("compare.wait")
                : error == null && !isPriced() ? Messages.text("compare.noPrice", chip.getText()) : null,
                catalogModels == null ? INFORMATION : WARNING);
        setPageComplete(catalogModels != null && error == null);
    }

    private String error() {
        if (isOther() && refusal(size, Unit.PARAMETERS) != null) {
            return refusal(size, Unit.PARAMETERS);
        }
        for (Text each : List.of(tokens, perDay)) {
            if (refusal(each, Unit.TOKENS) != null) {
                return refusal(each, Unit.TOKENS);
            }
        }
        if (refusal(life, Unit.SECONDS) != null) {
            return refusal(life, Unit.SECONDS);
        }
        return chip.getSelectionIndex() < 0 || accelerator().getPeaks().isEmpty()
                ? Messages.text("compare.noPeak", chip.getText())
                : null;
    }

    private static String refusal(Text text, Unit unit) {
        try {
            return Quantities.parse(text.getText(), unit) > 0 ? null
                    : Messages.text("compare.positive", text.getText());
        } catch (QuantityFormatException e) {
            return e.message(Locale.getDefault());
        }
    }

    private boolean isPriced() {
        return accelerator().getPrices().stream()
                .anyMatch(price -> (payment() == Payment.RENT ? price.getRent() : price.getPurchase()) != null);
    }

    private static double read(Text text, Unit unit) {
        try {
            return Quantities.parse(text.getText(), unit);
        } catch (QuantityFormatException e) {
            throw new IllegalStateException(e); // The page was not complete.
        }
    }

    private Accelerator accelerator() {
        return chips.get(chip.getSelectionIndex()).element();
    }

    private Payment payment() {
        return rent.getSelection() ? Payment.RENT : Payment.BUY;
    }

    private LanguageModel model() {
        if (!isOther()) {
            return models.get(model.getSelectionIndex()).element();
        }
        double parameters = read(size, Unit.PARAMETERS);
        LanguageModel own = IsoflopFactory.eINSTANCE.createLanguageModel();
        own.setId("model");
        own.setName(org.isoflop.model.Text.of(Messages.text("compare.own",
                Quantities.format(parameters, Unit.PARAMETERS, Locale.getDefault()))));
        Quantity quantity = IsoflopFactory.eINSTANCE.createQuantity();
        quantity.setValue(parameters);
        quantity.setStatus(Status.ASSUMED);
        own.setParameters(quantity);
        Study holder = IsoflopFactory.eINSTANCE.createStudy();
        holder.setId("question");
        holder.getModels().add(own);
        return own;
    }

    /** The answers, when the page is complete. */
    TuningQuestion question() {
        return new TuningQuestion(model(), read(tokens, Unit.TOKENS), accelerator(), payment(),
                read(perDay, Unit.TOKENS), read(life, Unit.SECONDS));
    }

    /** The study to add the scenario to, or null for a new one. */
    StudyEditor study() {
        int index = study.getSelectionIndex();
        return index >= 0 && index < studies.size() ? studies.get(index) : null;
    }

    @Override
    public void dispose() {
        if (reading != null) {
            reading.cancel();
        }
        super.dispose();
    }
}
