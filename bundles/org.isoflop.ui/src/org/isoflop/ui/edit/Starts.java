package org.isoflop.ui.edit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.isoflop.core.catalog.Catalog;
import org.isoflop.core.chart.Charts;
import org.isoflop.model.Accelerator;
import org.isoflop.model.Architecture;
import org.isoflop.model.Chart;
import org.isoflop.model.Cluster;
import org.isoflop.model.Constant;
import org.isoflop.model.Dataset;
import org.isoflop.model.Delivery;
import org.isoflop.model.Element;
import org.isoflop.model.ExtraParameters;
import org.isoflop.model.FeedForward;
import org.isoflop.model.FittedRange;
import org.isoflop.model.Formula;
import org.isoflop.model.Grid;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.LawArgument;
import org.isoflop.model.LawInput;
import org.isoflop.model.LayerGroup;
import org.isoflop.model.Mixer;
import org.isoflop.model.ObservedLoss;
import org.isoflop.model.Peak;
import org.isoflop.model.Pretrain;
import org.isoflop.model.Price;
import org.isoflop.model.Quantity;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Scenario;
import org.isoflop.model.Score;
import org.isoflop.model.Site;
import org.isoflop.model.Source;
import org.isoflop.model.Status;
import org.isoflop.model.Step;
import org.isoflop.model.Strategy;
import org.isoflop.model.Study;
import org.isoflop.model.TrainingRun;
import org.isoflop.model.Variable;
import org.isoflop.model.Verification;
import org.isoflop.model.Workload;

/**
 * What a new object starts from, so that it is sound at once and shows in the charts. Numbers are marked as assumed;
 * a law is one of the catalog, with its source.
 */
final class Starts {

    private static final String LAW = "besiroglu-2024";
    private static final double PARAMETERS = 1e9;
    private static final double TOKENS = 20e9;
    private static final double UNIQUE_TOKENS = 1e12;
    private static final double COMPUTE = 1e24;
    private static final double THROUGHPUT = 1e15;
    private static final double PURCHASE = 30_000;
    private static final double LOSS = 2;
    private static final double LOW = 1e6;
    private static final double HIGH = 1e12;
    private static final double SCORE = 0.5;
    private static final double DEVICES = 8;
    private static final double INTENSITY = 400;
    private static final double PUE = 1.2;
    private static final double PROMPT = 500;
    private static final double ANSWER = 300;
    private static final double TOKENS_PER_DAY = 1e8;
    private static final double YEAR = 365.25 * 86_400;
    private static final String PRECISION = "bf16";

    private final Study study;

    Starts(Study study) {
        this.study = study;
    }

    /** Fills a new object that stands in the study already. */
    void fill(EObject object) {
        if (object instanceof Element element) {
            new Identities(study).name(element);
        }
        switch (object) {
            case Source source -> fill(source);
            case LanguageModel model -> fill(model);
            case TrainingRun run -> run.setTokens(assumed(TOKENS));
            case ObservedLoss observed -> fill(observed);
            case Architecture architecture -> ArchitectureStarts.fill(architecture);
            case LayerGroup layers -> ArchitectureStarts.fill(layers);
            case Mixer mixer -> ArchitectureStarts.fill(mixer);
            case FeedForward feedForward -> ArchitectureStarts.fill(feedForward);
            case ExtraParameters extra -> ArchitectureStarts.fill(extra);
            case Dataset dataset -> dataset.setUniqueTokens(assumed(UNIQUE_TOKENS));
            case Accelerator accelerator -> fill(accelerator);
            case Peak peak -> fill(peak);
            case Price price -> fill(price);
            case ScalingLaw law -> fill(law);
            case Constant constant -> fill(constant);
            case FittedRange range -> fill(range);
            case Formula formula -> fill(formula);
            case LawInput input -> fill(input);
            case Scenario scenario -> fill(scenario);
            case Strategy strategy -> fill(strategy);
            case Step step -> new StepStarts(study).fill(step);
            case Score score -> fill(score);
            case Cluster cluster -> fill(cluster);
            case Delivery delivery -> fill(delivery);
            case Grid grid -> grid.setIntensity(assumed(INTENSITY));
            case Site site -> fill(site);
            case Workload workload -> fill(workload);
            case LawArgument input -> fill(input);
            case Chart chart -> fill(chart);
            default -> {
            }
        }
    }

    static Quantity assumed(double value) {
        Quantity quantity = IsoflopFactory.eINSTANCE.createQuantity();
        quantity.setValue(value);
        quantity.setStatus(Status.ASSUMED);
        return quantity;
    }

    private static void fill(Source source) {
        source.setCitation(Names.of(source));
        source.setName(null);
        source.setReadOn(YearMonth.now().toString());
        source.setVerification(Verification.UNVERIFIED);
    }

    private static void fill(LanguageModel model) {
        model.setParameters(assumed(PARAMETERS));
        TrainingRun run = IsoflopFactory.eINSTANCE.createTrainingRun();
        run.setTokens(assumed(TOKENS));
        model.setTraining(run);
    }

    private void fill(ObservedLoss observed) {
        observed.setCorpus(study.getLaws().stream().map(ScalingLaw::getCorpus)
                .filter(corpus -> corpus != null && !corpus.isBlank()).findFirst().orElse("corpus"));
        observed.setLoss(assumed(LOSS));
    }

    private static void fill(Accelerator accelerator) {
        Peak peak = IsoflopFactory.eINSTANCE.createPeak();
        accelerator.getPeaks().add(peak);
        fill(peak);
        Price price = IsoflopFactory.eINSTANCE.createPrice();
        accelerator.getPrices().add(price);
        fill(price);
    }

    private static void fill(Peak peak) {
        peak.setPrecision(PRECISION);
        Identities.rename(peak, others(peak));
        peak.setThroughput(assumed(THROUGHPUT));
    }

    private static List<EObject> others(EObject object) {
        return Edits.siblings(object).stream().filter(other -> other != object).toList();
    }

    private static void fill(Price price) {
        price.setDate(LocalDate.now().toString());
        price.setPurchase(assumed(PURCHASE));
    }

    private void fill(ScalingLaw law) {
        ScalingLaw published = Catalog.open(LAW).study().getLaws().getFirst();
        law.setForm(published.getForm());
        law.getConstants().addAll(published.getConstants());
        law.getRanges().addAll(published.getRanges());
        law.setCorpus(published.getCorpus());
        law.setSource(published.getSource());
        if (published.isSetParameterCount()) {
            law.setParameterCount(published.getParameterCount());
        }
        if (published.isSetComputeCount()) {
            law.setComputeCount(published.getComputeCount());
        }
        if (published.isSetStatus()) {
            law.setStatus(published.getStatus());
        }
        new Adoption(study).adopt(List.of(law));
    }

    private static void fill(Constant constant) {
        ScalingLaw law = (ScalingLaw) constant.eContainer();
        constant.setSymbol(LawConstants.missing(law).stream().findFirst().orElse("k"));
        Identities.rename(constant, others(constant));
        constant.setValue(assumed(1));
    }

    private static void fill(Formula formula) {
        boolean first = others(formula).isEmpty();
        formula.setSymbol(first ? "L" : "x");
        Identities.rename(formula, others(formula));
        formula.setExpression(first ? "E + A/N^alpha + B/D^beta" : "1");
    }

    private static void fill(LawInput input) {
        input.setSymbol("x");
        Identities.rename(input, others(input));
        input.setValue(1.0);
    }

    private static void fill(FittedRange range) {
        range.setVariable(Variable.PARAMETERS);
        Identities.rename(range, others(range));
        range.setLow(LOW);
        range.setHigh(HIGH);
    }

    private void fill(Scenario scenario) {
        scenario.setLaw(study.getLaws().stream().findFirst().orElse(null));
        scenario.setComputeBudget(assumed(COMPUTE));
        Strategy strategy = IsoflopFactory.eINSTANCE.createStrategy();
        scenario.getStrategies().add(strategy);
        fill((EObject) strategy);
    }

    private void fill(Strategy strategy) {
        Pretrain step = IsoflopFactory.eINSTANCE.createPretrain();
        strategy.getSteps().add(step);
        fill(step);
    }

    private static void fill(Score score) {
        score.setBenchmark("MMLU");
        Identities.rename(score, others(score));
        score.setValue(assumed(SCORE));
    }

    private void fill(Cluster cluster) {
        cluster.setAccelerator(study.getAccelerators().stream().findFirst().orElse(null));
        cluster.setDevices(assumed(DEVICES));
    }

    private static void fill(Delivery delivery) {
        delivery.setDate(LocalDate.now().toString());
        delivery.setDevices(assumed(DEVICES));
    }

    private void fill(Site site) {
        site.setGrid(study.getGrids().stream().findFirst().orElse(null));
        site.setPue(assumed(PUE));
    }

    private static void fill(Workload workload) {
        workload.setPromptTokens(assumed(PROMPT));
        workload.setAnswerTokens(assumed(ANSWER));
        workload.setTokensPerDay(assumed(TOKENS_PER_DAY));
        workload.setLife(assumed(YEAR));
    }

    private static void fill(LawArgument input) {
        input.setSymbol("x");
        Identities.rename(input, others(input));
        input.setValue(assumed(1));
    }

    private void fill(Chart chart) {
        chart.setView(Charts.views().getFirst());
        chart.getLaws().addAll(study.getLaws());
        chart.getModels().addAll(study.getModels());
    }
}
