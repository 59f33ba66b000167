package org.isoflop.core.mapping;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.isoflop.analysis.LocalisedException;
import org.isoflop.analysis.law.ComputeCount;
import org.isoflop.analysis.law.Counting;
import org.isoflop.analysis.law.JointUncertainty;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.ParameterCount;
import org.isoflop.analysis.law.Range;
import org.isoflop.analysis.law.Variable;
import org.isoflop.core.CoreException;
import org.isoflop.core.mapping.StudyData.AcceleratorData;
import org.isoflop.core.mapping.StudyData.ChartData;
import org.isoflop.core.mapping.StudyData.ClusterData;
import org.isoflop.core.mapping.StudyData.ConstantData;
import org.isoflop.core.mapping.StudyData.CovarianceData;
import org.isoflop.core.mapping.StudyData.DatasetData;
import org.isoflop.core.mapping.StudyData.DeliveryData;
import org.isoflop.core.mapping.StudyData.FitData;
import org.isoflop.core.mapping.StudyData.GridData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyData.ModelData;
import org.isoflop.core.mapping.StudyData.ObservedLossData;
import org.isoflop.core.mapping.StudyData.PeakData;
import org.isoflop.core.mapping.StudyData.PriceData;
import org.isoflop.core.mapping.StudyData.RangeData;
import org.isoflop.core.mapping.StudyData.RunData;
import org.isoflop.core.mapping.StudyData.RunTableData;
import org.isoflop.core.mapping.StudyData.ScenarioData;
import org.isoflop.core.mapping.StudyData.ScoreData;
import org.isoflop.core.mapping.StudyData.SiteData;
import org.isoflop.core.mapping.StudyData.SourceData;
import org.isoflop.core.mapping.StudyData.StrategyData;
import org.isoflop.core.mapping.StudyData.TrainingRunData;
import org.isoflop.core.mapping.StudyData.UncertaintyData;
import org.isoflop.core.mapping.StudyData.WorkloadData;
import org.isoflop.model.Accelerator;
import org.isoflop.model.Architecture;
import org.isoflop.model.Chart;
import org.isoflop.model.Cluster;
import org.isoflop.model.Constant;
import org.isoflop.model.Dataset;
import org.isoflop.model.Draw;
import org.isoflop.model.Element;
import org.isoflop.model.Fit;
import org.isoflop.model.FittedRange;
import org.isoflop.model.Grid;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.Paths;
import org.isoflop.model.Quantity;
import org.isoflop.model.RunTable;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Scenario;
import org.isoflop.model.Site;
import org.isoflop.model.Source;
import org.isoflop.model.Strategy;
import org.isoflop.model.Study;
import org.isoflop.model.TrainingRun;
import org.isoflop.model.Workload;

/** Reads a study into records. Takes well under ten milliseconds for a large study; call it where the model lives. */
public final class StudyMapper {

    private StudyMapper() {
    }

    /**
     * Reads a whole study.
     *
     * @param study
     *            the study; its values may be incomplete or wrong, they arrive as they are
     * @return the records
     */
    public static StudyData map(Study study) {
        return new StudyData(study.getId(), study.getName(), study.getDescription(),
                study.getSources().stream().map(StudyMapper::source).toList(),
                study.getModels().stream().map(StudyMapper::model).toList(),
                study.getDatasets().stream().map(StudyMapper::dataset).toList(),
                study.getAccelerators().stream().map(StudyMapper::accelerator).toList(),
                study.getClusters().stream().map(StudyMapper::cluster).toList(),
                study.getGrids().stream().map(StudyMapper::grid).toList(),
                study.getSites().stream().map(StudyMapper::site).toList(),
                study.getLaws().stream().map(StudyMapper::law).toList(),
                study.getScenarios().stream().map(StudyMapper::scenario).toList(),
                study.getCharts().stream().map(StudyMapper::chart).toList(),
                study.getRunTables().stream().map(StudyMapper::runTable).toList());
    }

    /**
     * Reads a source.
     *
     * @param source
     *            a source of a study
     * @return its record
     */
    public static SourceData source(Source source) {
        return new SourceData(source.getId(), source.getName(), source.getDescription(), source.getCitation(),
                source.getAuthors(), source.getTitle(), source.getYear(), source.getIdentifier(),
                source.getLocator(), source.getReadOn(),
                source.isSetVerification() ? source.getVerification() : null);
    }

    private static ModelData model(LanguageModel model) {
        return new ModelData(model.getId(), model.getName(), model.getDescription(), figure(model.getParameters()),
                figure(model.getActiveParameters()),
                model.getArchitecture() == null ? null : architecture(model.getArchitecture()),
                model.getTraining() == null ? null : training(model.getTraining()),
                model.getObservedLosses().stream()
                        .map(observed -> new ObservedLossData(observed.getCorpus(), figure(observed.getLoss())))
                        .toList(),
                model.getScores().stream().map(score -> new ScoreData(score.getBenchmark(), figure(score.getValue())))
                        .toList(),
                model.getReleased());
    }

    private static TrainingRunData training(TrainingRun run) {
        return new TrainingRunData(figure(run.getTokens()), figure(run.getCompute()), ids(run.getDatasets()),
                idOf(run.getAccelerator()), run.getPrecision(), figure(run.getDevices()), figure(run.getDeviceHours()),
                figure(run.getUtilisation()), figure(run.getEnergy()), figure(run.getCarbon()));
    }

    private static DatasetData dataset(Dataset dataset) {
        return new DatasetData(dataset.getId(), dataset.getName(), dataset.getDescription(),
                figure(dataset.getTokens()), figure(dataset.getUniqueTokens()),
                figure(dataset.getCharactersPerToken()), figure(dataset.getSyntheticShare()),
                figure(dataset.getQualityMultiplier()), figure(dataset.getCost()));
    }

    private static AcceleratorData accelerator(Accelerator accelerator) {
        return new AcceleratorData(accelerator.getId(), accelerator.getName(), accelerator.getDescription(),
                accelerator.getPeaks().stream()
                        .map(peak -> new PeakData(peak.getPrecision(), figure(peak.getThroughput()))).toList(),
                figure(accelerator.getMemory()), figure(accelerator.getBandwidth()),
                figure(accelerator.getInterconnect()), figure(accelerator.getPower()),
                figure(accelerator.getMeasuredPower()), figure(accelerator.getServerRatio()),
                figure(accelerator.getEmbodiedCarbon()), figure(accelerator.getLifetime()),
                accelerator.getPrices().stream().map(price -> new PriceData(price.getDate(), price.getProvider(),
                        figure(price.getPurchase()), figure(price.getRent()), price.getYears())).toList(),
                accelerator.getReleased());
    }

    private static ClusterData cluster(Cluster cluster) {
        return new ClusterData(cluster.getId(), cluster.getName(), cluster.getDescription(),
                idOf(cluster.getAccelerator()), figure(cluster.getDevices()), cluster.getDevicesPerNode(),
                figure(cluster.getNetwork()), figure(cluster.getLatency()), figure(cluster.getUtilisation()),
                figure(cluster.getBetweenFailures()), figure(cluster.getCheckpoint()), figure(cluster.getRestart()),
                cluster.getDeliveries().stream()
                        .map(delivery -> new DeliveryData(delivery.getDate(), figure(delivery.getDevices()))).toList());
    }

    private static GridData grid(Grid grid) {
        return new GridData(grid.getId(), grid.getName(), grid.getDescription(), grid.getPlace(), grid.getYear(),
                figure(grid.getIntensity()), figure(grid.getWater()));
    }

    private static SiteData site(Site site) {
        return new SiteData(site.getId(), site.getName(), site.getDescription(), idOf(site.getGrid()),
                figure(site.getPowerLimit()), figure(site.getPue()), figure(site.getMarketIntensity()),
                figure(site.getElectricityPrice()), figure(site.getWater()), figure(site.getStaffShare()),
                figure(site.getExtras()));
    }

    /**
     * Reads one architecture.
     *
     * @param architecture
     *            the architecture
     * @return its record, with the reason if it cannot be counted
     */
    public static ArchitectureData architecture(Architecture architecture) {
        return ArchitectureMapper.map(architecture);
    }

    /**
     * Reads one law.
     *
     * @param law
     *            the law
     * @return its record, with the reason if it cannot be asked
     */
    public static LawData law(ScalingLaw law) {
        List<ConstantData> constants = law.getConstants().stream()
                .map(constant -> new ConstantData(constant.getSymbol(), figure(constant.getValue()))).toList();
        Law ready = null;
        RuntimeException problem = null;
        try {
            ready = ready(law);
        } catch (IllegalArgumentException | CoreException e) {
            problem = e;
        }
        return new LawData(law.getId(), law.getName(), law.getDescription(), law.getForm(), constants,
                law.getRanges().stream().map(range -> new RangeData(range.isSetVariable() ? range.getVariable() : null,
                        range.getLow(), range.getHigh())).toList(),
                law.isSetParameterCount() ? law.getParameterCount() : null,
                law.isSetComputeCount() ? law.getComputeCount() : null, law.getCorpus(), idOf(law.getSource()),
                law.isSetStatus() ? law.getStatus() : null, uncertainty(law), fit(law.getFit()), OwnForms.data(law),
                ready, problem);
    }

    /**
     * Lists the constants that a law should have.
     *
     * @param law
     *            a law
     * @return the symbols of its form, in its order; none if the form is not well formed
     */
    public static List<String> constants(ScalingLaw law) {
        try {
            return OwnForms.form(law).constants();
        } catch (LocalisedException | CoreException e) {
            return List.of();
        }
    }

    private static UncertaintyData uncertainty(ScalingLaw law) {
        return new UncertaintyData(law.getDraws().stream().map(draw -> List.copyOf(draw.getValues())).toList(),
                law.getCovariance().stream()
                        .map(row -> new CovarianceData(row.getCoordinate(), List.copyOf(row.getValues()))).toList());
    }

    private static FitData fit(Fit fit) {
        return fit == null
                ? null
                : new FitData(idOf(fit.getRuns()), fit.isSetMethod() ? fit.getMethod() : null,
                        fit.isSetObjective() ? fit.getObjective() : null, fit.getDelta(), fit.getReached(),
                        fit.getDropped(), fit.getLeftOut(), fit.getBudgetTolerance(), fit.getResamples(),
                        fit.getSeed(), fit.getGenerator());
    }

    private static RunTableData runTable(RunTable table) {
        return new RunTableData(table.getId(), table.getName(), table.getDescription(), table.getFile(),
                table.getHash(), idOf(table.getSource()), table.getCorpus(),
                table.getRuns().stream().map(run -> new RunData(run.getLabel(), run.getParameters(), run.getTokens(),
                        run.getUniqueTokens(), run.getCompute(), run.getLoss())).toList());
    }

    private static Law ready(ScalingLaw law) {
        if (law.getForm() == null) {
            throw new CoreException("E_LAW_WITHOUT_FORM", name(law));
        }
        Map<String, Double> constants = new LinkedHashMap<>();
        for (Constant constant : law.getConstants()) {
            if (constant.getSymbol() == null) {
                throw new CoreException("E_CONSTANT_WITHOUT_SYMBOL", name(law));
            }
            if (constant.getValue() == null || constant.getValue().getValue() == null) {
                throw new CoreException("E_CONSTANT_WITHOUT_VALUE", name(law),
                        Objects.toString(constant.getSymbol()));
            }
            constants.put(constant.getSymbol(), constant.getValue().getValue());
        }
        Map<Variable, Range> ranges = new EnumMap<>(Variable.class);
        for (FittedRange range : law.getRanges()) {
            if (range.getLow() != null && range.getHigh() != null && range.isSetVariable()) {
                ranges.put(Variable.of(range.getVariable().getLiteral()), new Range(range.getLow(), range.getHigh()));
            }
        }
        Counting counting = new Counting(counted(law), switch (law.getComputeCount()) {
            case SIX_ND -> ComputeCount.SIX_ND;
            case MINIMAL -> ComputeCount.MINIMAL;
            case OWN -> ComputeCount.OWN;
        });
        Law certain = new Law(name(law), OwnForms.form(law), constants, counting, ranges,
                Objects.requireNonNullElse(law.getCorpus(), ""));
        return certain.with(jointUncertainty(law, certain));
    }

    /** The joint uncertainty, in the order of the form; null where the study says nothing of it. */
    private static JointUncertainty jointUncertainty(ScalingLaw law, Law certain) {
        if (!law.getDraws().isEmpty() && !law.getCovariance().isEmpty()) {
            throw new CoreException("E_TWO_UNCERTAINTIES", name(law));
        }
        if (!law.getDraws().isEmpty()) {
            List<String> symbols = law.getConstants().stream().map(Constant::getSymbol).toList();
            List<double[]> rows = new ArrayList<>();
            for (Draw draw : law.getDraws()) {
                if (draw.getValues().size() != symbols.size()) {
                    throw new CoreException("E_DRAW", name(law), rows.size() + 1, draw.getValues().size(),
                            symbols.size());
                }
                rows.add(certain.form().constants().stream()
                        .mapToDouble(symbol -> draw.getValues().get(symbols.indexOf(symbol))).toArray());
            }
            return JointUncertainty.ofDraws(certain.form(), rows);
        }
        return law.getCovariance().isEmpty()
                ? null
                : JointUncertainty.ofCovariance(certain.form(), certain.constantValues(),
                        law.getCovariance().stream().map(row -> Objects.requireNonNullElse(row.getCoordinate(), "?"))
                                .toList(),
                        law.getCovariance().stream()
                                .map(row -> row.getValues().stream().mapToDouble(Double::doubleValue).toArray())
                                .toList());
    }

    private static ParameterCount counted(ScalingLaw law) {
        return switch (law.getParameterCount()) {
            case TOTAL -> ParameterCount.TOTAL;
            case NON_EMBEDDING -> ParameterCount.NON_EMBEDDING;
            case ACTIVE -> ParameterCount.ACTIVE;
            case FLOP_PER_TOKEN -> ParameterCount.FLOP_PER_TOKEN;
        };
    }

    private static ScenarioData scenario(Scenario scenario) {
        return new ScenarioData(scenario.getId(), scenario.getName(), scenario.getDescription(),
                scenario.getQuestion(), idOf(scenario.getLaw()), ids(scenario.getOtherLaws()), scenario.getStart(),
                idOf(scenario.getSite()), figure(scenario.getComputeBudget()), figure(scenario.getMoneyBudget()),
                figure(scenario.getDeadline()), figure(scenario.getUniqueTokens()), figure(scenario.getLossGoal()),
                figure(scenario.getDeviceLimit()), figure(scenario.getPowerLimit()), figure(scenario.getEnergyLimit()),
                figure(scenario.getCarbonLimit()),
                scenario.getWorkload() == null ? null : workload(scenario.getWorkload()),
                scenario.getStrategies().stream().map(StudyMapper::strategy).toList());
    }

    private static WorkloadData workload(Workload workload) {
        return new WorkloadData(figure(workload.getPromptTokens()), figure(workload.getAnswerTokens()),
                figure(workload.getTokensPerDay()), figure(workload.getLife()), figure(workload.getFirstTokenLimit()),
                figure(workload.getTokenLimit()));
    }

    private static StrategyData strategy(Strategy strategy) {
        return new StrategyData(strategy.getId(), strategy.getName(), strategy.getDescription(),
                strategy.getSteps().stream().map(StepMapper::map).toList());
    }

    private static ChartData chart(Chart chart) {
        return new ChartData(chart.getId(), chart.getName(), chart.getDescription(), chart.getView(),
                ids(chart.getLaws()), ids(chart.getModels()), List.copyOf(chart.getBudgets()),
                ids(chart.getAccelerators()), ids(chart.getClusters()), ids(chart.getScenarios()),
                ids(chart.getStrategies()), chart.getAcross(), chart.getUp());
    }

    /**
     * Reads a quantity.
     *
     * @param quantity
     *            a quantity, or null
     * @return its record, or null
     */
    public static Figure figure(Quantity quantity) {
        if (quantity == null) {
            return null;
        }
        return new Figure(quantity.getValue(), quantity.getLow(), quantity.getHigh(), quantity.getLevel(),
                quantity.isSetShape() ? quantity.getShape() : null,
                quantity.isSetStatus() ? quantity.getStatus() : null, idOf(quantity.getSource()), quantity.getNote(),
                Paths.path(quantity));
    }

    static String idOf(Element element) {
        return element == null ? null : element.getId();
    }

    private static List<String> ids(List<? extends Element> elements) {
        return elements.stream().map(StudyMapper::idOf).toList();
    }

    private static String name(ScalingLaw law) {
        return Objects.requireNonNullElse(law.getId(), "?");
    }
}
