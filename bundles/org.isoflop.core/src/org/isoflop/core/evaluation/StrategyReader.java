package org.isoflop.core.evaluation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.energy.PowerModel;
import org.isoflop.analysis.graph.Origin;
import org.isoflop.analysis.hardware.Precision;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.strategy.Aim;
import org.isoflop.analysis.strategy.ClusterInputs;
import org.isoflop.analysis.strategy.ContinueInputs;
import org.isoflop.analysis.strategy.DataInputs;
import org.isoflop.analysis.strategy.DeviceInputs;
import org.isoflop.analysis.strategy.DistilInputs;
import org.isoflop.analysis.strategy.FineTuneInputs;
import org.isoflop.analysis.strategy.Input;
import org.isoflop.analysis.strategy.LimitInputs;
import org.isoflop.analysis.strategy.ModelInputs;
import org.isoflop.analysis.strategy.Payment;
import org.isoflop.analysis.strategy.PretrainInputs;
import org.isoflop.analysis.strategy.PruneInputs;
import org.isoflop.analysis.strategy.QuantiseInputs;
import org.isoflop.analysis.strategy.ServeInputs;
import org.isoflop.analysis.strategy.SiteInputs;
import org.isoflop.analysis.strategy.StepInputs;
import org.isoflop.analysis.strategy.StrategyInputs;
import org.isoflop.analysis.strategy.TrainingInputs;
import org.isoflop.analysis.strategy.Tuning;
import org.isoflop.analysis.strategy.UseModelInputs;
import org.isoflop.analysis.strategy.WorkloadInputs;
import org.isoflop.analysis.training.RunClass;
import org.isoflop.core.CoreException;
import org.isoflop.core.mapping.Figure;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.AcceleratorData;
import org.isoflop.core.mapping.StudyData.ClusterData;
import org.isoflop.core.mapping.StudyData.ConstantData;
import org.isoflop.core.mapping.StudyData.ContinuePretrainingData;
import org.isoflop.core.mapping.StudyData.DeliveryData;
import org.isoflop.core.mapping.StudyData.DistilData;
import org.isoflop.core.mapping.StudyData.FineTuneData;
import org.isoflop.core.mapping.StudyData.GridData;
import org.isoflop.core.mapping.StudyData.LawArgumentData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyData.ModelData;
import org.isoflop.core.mapping.StudyData.PeakData;
import org.isoflop.core.mapping.StudyData.PretrainData;
import org.isoflop.core.mapping.StudyData.PruneData;
import org.isoflop.core.mapping.StudyData.QuantiseData;
import org.isoflop.core.mapping.StudyData.ScenarioData;
import org.isoflop.core.mapping.StudyData.ServeData;
import org.isoflop.core.mapping.StudyData.SiteData;
import org.isoflop.core.mapping.StudyData.StepData;
import org.isoflop.core.mapping.StudyData.StrategyData;
import org.isoflop.core.mapping.StudyData.TrainingData;
import org.isoflop.core.mapping.StudyData.UseModelData;
import org.isoflop.core.mapping.StudyData.WorkloadData;
import org.isoflop.model.Allocation;

/** Gathers from a study what the analysis needs to evaluate a strategy. */
final class StrategyReader {

    private static final double DAY = 86_400;
    private static final double YEAR = 365.25 * DAY;
    private static final String EPOCH = "Cottier et al. 2024, arXiv:2405.21015";

    private final StudyData data;
    private final ScenarioData scenario;
    private final LawData law;
    private final Given given;
    private final List<Localised> assumptions;

    /**
     * @param assumptions
     *            takes what the reading assumes
     */
    StrategyReader(StudyData data, ScenarioData scenario, LawData law, List<Localised> assumptions) {
        this.data = data;
        this.scenario = scenario;
        this.law = law;
        this.assumptions = assumptions;
        given = new Given(data);
    }

    StrategyInputs read(StrategyData strategy) {
        List<StepInputs> steps = strategy.steps().stream().map(this::step).toList();
        return new StrategyInputs(law == null ? null : ready(law), steps, limits(), site(), workload(), origins());
    }

    private static Law ready(LawData law) {
        if (law.law() == null) {
            throw law.problem();
        }
        return law.law();
    }

    /** Returns the law of a step, or null where it names none. */
    private Law law(String id) {
        return data.findLaw(id).map(StrategyReader::ready).orElse(null);
    }

    private Map<String, Map<String, Origin>> origins() {
        Map<String, Map<String, Origin>> origins = new HashMap<>();
        for (LawData one : data.laws()) {
            if (one.law() != null) {
                origins.put(one.law().id(), origins(one));
            }
        }
        if (law != null && law.law() != null) {
            origins.put(law.law().id(), origins(law));
        }
        return origins;
    }

    private Map<String, Origin> origins(LawData one) {
        Map<String, Origin> origins = new HashMap<>();
        for (ConstantData constant : one.constants()) {
            if (constant.symbol() != null && constant.value() != null) {
                Origin own = given.origin(constant.value());
                String source = own.source() == null ? given.citation(one.source()) : own.source();
                origins.put(constant.symbol(), new Origin(own.path(), source, own.status()));
            }
        }
        return origins;
    }

    private LimitInputs limits() {
        return new LimitInputs(given.input(scenario.moneyBudget()), given.input(scenario.computeBudget()),
                given.input(scenario.deadline()), given.input(scenario.uniqueTokens()),
                given.input(scenario.lossGoal()), given.input(scenario.deviceLimit()),
                given.input(scenario.powerLimit()), given.input(scenario.energyLimit()),
                given.input(scenario.carbonLimit()));
    }

    private SiteInputs site() {
        Optional<SiteData> found = data.findSite(scenario.site());
        if (found.isEmpty()) {
            return SiteInputs.UNKNOWN;
        }
        SiteData site = found.get();
        Optional<GridData> grid = data.findGrid(site.grid());
        return new SiteInputs(given.input(site.powerLimit()), given.input(site.pue()),
                given.input(grid.map(GridData::intensity).orElse(null)), given.input(site.marketIntensity()),
                given.input(site.electricityPrice()), given.input(site.water()),
                given.input(grid.map(GridData::water).orElse(null)), given.input(site.staffShare()),
                given.input(site.extras()));
    }

    private WorkloadInputs workload() {
        WorkloadData workload = scenario.workload();
        return workload == null
                ? WorkloadInputs.UNKNOWN
                : new WorkloadInputs(given.input(workload.promptTokens()), given.input(workload.answerTokens()),
                        given.input(workload.tokensPerDay()), given.input(workload.life()),
                        given.input(workload.firstTokenLimit()), given.input(workload.tokenLimit()));
    }

    private StepInputs step(StepData step) {
        return switch (step) {
            case PretrainData pretrain -> pretrain(pretrain);
            case UseModelData use -> new UseModelInputs(model(use.model()).orElseThrow(
                    () -> new CoreException("E_STEP_MODEL")), given.input(use.price()),
                    given.input(use.pricePerMillion()));
            case FineTuneData tune -> new FineTuneInputs(training(tune.training()), switch (tune.method()) {
                case LORA -> Tuning.LORA;
                case QLORA -> Tuning.QLORA;
                case PROMPT -> Tuning.PROMPT;
                case FULL -> Tuning.FULL;
                case null -> Tuning.FULL;
            }, tune.rank(), tune.promptTokens(), law(tune.law()), given.input(tune.assumedLoss()));
            case ContinuePretrainingData more -> new ContinueInputs(training(more.training()),
                    given.input(more.replay()), law(more.law()), given.input(more.assumedLoss()));
            case DistilData distil -> new DistilInputs(training(distil.training()),
                    model(distil.teacher()).orElse(null), model(distil.model()).orElse(null),
                    given.input(distil.parameters()), law(distil.law()), given.input(distil.assumedLoss()));
            case PruneData prune -> new PruneInputs(training(prune.training()), model(prune.model()).orElse(null),
                    given.input(prune.keep()), Boolean.TRUE.equals(prune.sparse()),
                    given.input(prune.assumedLoss()));
            case QuantiseData quantise -> new QuantiseInputs(quantise.format(), given.input(quantise.weightBits()),
                    given.input(quantise.otherBits()), given.input(quantise.cacheBits()),
                    given.input(quantise.lossIncrease()), law(quantise.law()));
            case ServeData serve -> serve(serve);
        };
    }

    private PretrainInputs pretrain(PretrainData step) {
        Map<String, Input> lawInputs = new HashMap<>();
        for (LawArgumentData argument : step.lawInputs()) {
            Input value = given.input(argument.value());
            if (argument.symbol() != null && value != null) {
                lawInputs.put(argument.symbol(), value);
            }
        }
        return new PretrainInputs(training(step.training()), model(step.model()).orElse(null),
                given.input(step.parameters()), given.input(step.compute()), given.input(step.duration()),
                step.allocation() == Allocation.LIFETIME ? Aim.LIFETIME : Aim.TRAINING,
                given.input(step.computeEquivalentGain()), given.input(step.putOff()), given.input(step.halving()),
                lawInputs, given.input(step.assumedLoss()));
    }

    private ServeInputs serve(ServeData step) {
        Payment payment = payment(step.payment());
        double years = scenario.workload() == null || scenario.workload().life() == null
                || scenario.workload().life().value() == null ? 0 : scenario.workload().life().value() / YEAR;
        DeviceInputs device = device(step.accelerator(), null, step.precision(), payment, years);
        return new ServeInputs(device, step.tensor(), step.pipeline(), given.input(step.batch()),
                given.input(step.cacheBits()), given.input(step.computeEfficiency()),
                given.input(step.bandwidthEfficiency()), given.input(step.busy()),
                given.input(step.extraPromptTokens()), given.input(step.acceptance()), step.guesses(),
                given.input(step.draftCost()), payment);
    }

    private static Payment payment(org.isoflop.model.Payment payment) {
        return switch (payment) {
            case BUY -> Payment.BUY;
            case RENT -> Payment.RENT;
            case OWN -> Payment.OWN;
            case null -> null;
        };
    }

    private TrainingInputs training(TrainingData step) {
        if (step == null) {
            return TrainingInputs.UNKNOWN;
        }
        Payment payment = payment(step.payment());
        return new TrainingInputs(given.input(step.tokens()), dataset(step.dataset()),
                device(step.accelerator(), step.cluster(), step.precision(), payment, 0), given.input(step.devices()),
                given.input(step.utilisation()), payment, runClass(step.runClass()), Hardware.setup(step));
    }

    /** Returns the class by its name, which model and analysis share. */
    private static RunClass runClass(org.isoflop.model.RunClass chosen) {
        return chosen == null ? null
                : Arrays.stream(RunClass.values()).filter(one -> one.key().equals(chosen.getLiteral())).findFirst()
                        .orElseThrow();
    }

    private DataInputs dataset(String id) {
        return data.findDataset(id)
                .map(set -> new DataInputs(set.id(), given.input(set.uniqueTokens()),
                        given.input(set.charactersPerToken()), given.input(set.syntheticShare()),
                        given.input(set.qualityMultiplier()), given.input(set.cost())))
                .orElse(null);
    }

    private Optional<ModelInputs> model(String id) {
        return data.findModel(id).map(this::model);
    }

    private ModelInputs model(ModelData model) {
        if (model.architecture() != null && model.architecture().architecture() == null) {
            throw model.architecture().problem();
        }
        return new ModelInputs(model.id(), model.architecture() == null ? null : model.architecture().architecture(),
                given.input(model.parameters()), given.input(model.activeParameters()), given.input(model.tokens()),
                given.input(observed(model)));
    }

    /** Returns the loss that was observed on the corpus of the law, or null. */
    private Figure observed(ModelData model) {
        if (law == null || law.corpus() == null) {
            return null;
        }
        return model.observedLosses().stream().filter(loss -> law.corpus().equalsIgnoreCase(loss.corpus()))
                .map(StudyData.ObservedLossData::loss).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private DeviceInputs device(String acceleratorId, String clusterId, String precision, Payment payment,
            double years) {
        Optional<ClusterData> cluster = data.findCluster(clusterId);
        Optional<AcceleratorData> found = data.findAccelerator(acceleratorId)
                .or(() -> cluster.flatMap(one -> data.findAccelerator(one.accelerator())));
        ClusterInputs standing = cluster.map(this::cluster).orElse(null);
        if (found.isEmpty()) {
            DeviceInputs none = DeviceInputs.UNKNOWN;
            return standing == null ? none
                    : new DeviceInputs(clusterId, none.precision(), null, null, null, null, null, null, null, null,
                            null, null, null, null, null, standing);
        }
        AcceleratorData chip = found.get();
        Prices prices = new Prices(given, chip, scenario.start(), years, assumptions);
        PeakData peak = peak(chip, precision);
        return new DeviceInputs(chip.id(),
                peak == null ? Precision.BF16 : Hardware.precision(peak.precision()).orElse(Precision.BF16),
                peak == null ? null : given.input(peak.throughput()), given.input(chip.memory()),
                given.input(chip.bandwidth()), given.input(chip.interconnect()), given.input(chip.power()),
                given.input(chip.measuredPower()), given.input(chip.serverRatio()), load(chip),
                given.input(chip.embodiedCarbon()), given.input(chip.lifetime()),
                payment == Payment.RENT ? null : prices.purchase(),
                payment == null || payment == Payment.RENT ? prices.rent() : null,
                payment == Payment.OWN ? prices.yearsBefore() : null, standing,
                Hardware.date(chip.released()).map(LocalDate::getYear).orElse(null));
    }

    /** The mean load, where it is not that of graphics processors. */
    private static Input load(AcceleratorData chip) {
        double load = Hardware.meanLoad(chip);
        return load == PowerModel.GPU_LOAD ? null : new Input(load, new Origin(null, EPOCH, "published"));
    }

    private static PeakData peak(AcceleratorData accelerator, String precision) {
        if (precision == null) {
            if (accelerator.peaks().size() > 1) {
                throw new CoreException("E_PRECISION_MISSING", accelerator.id(), precisions(accelerator));
            }
            return accelerator.peaks().isEmpty() ? null : accelerator.peaks().getFirst();
        }
        return accelerator.peaks().stream().filter(peak -> precision.equals(peak.precision())).findFirst()
                .orElseThrow(() -> new CoreException("E_NO_SUCH_PEAK", precision, accelerator.id(),
                        precisions(accelerator)));
    }

    private static String precisions(AcceleratorData accelerator) {
        return String.join(", ", accelerator.peaks().stream().map(PeakData::precision).toList());
    }

    private ClusterInputs cluster(ClusterData cluster) {
        return new ClusterInputs(cluster.id(), given.input(cluster.devices()), cluster.devicesPerNode(),
                given.input(cluster.network()), given.input(cluster.latency()), given.input(cluster.utilisation()),
                given.input(cluster.betweenFailures()), given.input(cluster.checkpoint()),
                given.input(cluster.restart()), deliveries(cluster));
    }

    /** Returns deliveries counted from the start of the scenario, or from the first one where it has none. */
    private List<ClusterInputs.Arrival> deliveries(ClusterData cluster) {
        List<ClusterInputs.Arrival> arrivals = new ArrayList<>();
        Optional<LocalDate> first = cluster.deliveries().stream().map(DeliveryData::date).map(Hardware::date)
                .flatMap(Optional::stream).min(LocalDate::compareTo);
        Optional<LocalDate> start = Hardware.date(scenario.start()).or(() -> first);
        for (DeliveryData delivery : cluster.deliveries()) {
            Optional<LocalDate> date = Hardware.date(delivery.date());
            Input devices = given.input(delivery.devices());
            if (date.isPresent() && devices != null) {
                arrivals.add(new ClusterInputs.Arrival(
                        Math.max(0, ChronoUnit.DAYS.between(start.orElseThrow(), date.get()) * DAY), devices));
            }
        }
        if (!arrivals.isEmpty() && scenario.start() == null) {
            assumptions.add(new Remark("assumption.start", List.of(cluster.id(), start.orElseThrow().toString())));
        }
        return arrivals;
    }
}
