package org.isoflop.core.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.isoflop.analysis.law.Law;
import org.isoflop.model.ComputeCount;
import org.isoflop.model.FitMethod;
import org.isoflop.model.FitObjective;
import org.isoflop.model.ParameterCount;
import org.isoflop.model.Payment;
import org.isoflop.model.Status;
import org.isoflop.model.Text;
import org.isoflop.model.Variable;
import org.isoflop.model.Verification;

/**
 * A study as immutable records: what calculations, charts, reports and commands read. Absent values are null, lists
 * are never null.
 *
 * @param id
 *            id of the study
 * @param name
 *            name, or null
 * @param description
 *            description, or null
 * @param sources
 *            where numbers come from
 * @param models
 *            language models
 * @param datasets
 *            data
 * @param accelerators
 *            hardware
 * @param laws
 *            scaling laws
 * @param scenarios
 *            questions with their strategies
 * @param charts
 *            saved charts
 * @param runTables
 *            runs that were trained
 */
public record StudyData(String id, Text name, Text description, List<SourceData> sources, List<ModelData> models,
        List<DatasetData> datasets, List<AcceleratorData> accelerators, List<LawData> laws,
        List<ScenarioData> scenarios, List<ChartData> charts, List<RunTableData> runTables) {

    /**
     * A study without run tables.
     *
     * @param id
     *            id of the study
     * @param name
     *            name, or null
     * @param description
     *            description, or null
     * @param sources
     *            where numbers come from
     * @param models
     *            language models
     * @param datasets
     *            data
     * @param accelerators
     *            hardware
     * @param laws
     *            scaling laws
     * @param scenarios
     *            questions with their strategies
     * @param charts
     *            saved charts
     */
    public StudyData(String id, Text name, Text description, List<SourceData> sources, List<ModelData> models,
            List<DatasetData> datasets, List<AcceleratorData> accelerators, List<LawData> laws,
            List<ScenarioData> scenarios, List<ChartData> charts) {
        this(id, name, description, sources, models, datasets, accelerators, laws, scenarios, charts, List.of());
    }

    /**
     * A source.
     *
     * @param id
     *            id
     * @param name
     *            name, or null
     * @param description
     *            description, or null
     * @param citation
     *            citation, or null
     * @param authors
     *            authors, or null
     * @param title
     *            title, or null
     * @param year
     *            year, or null
     * @param identifier
     *            such as {@code arXiv:2203.15556}, or null
     * @param locator
     *            table, section or equation, or null
     * @param readOn
     *            date, or null
     * @param verification
     *            how it was checked, or null
     */
    public record SourceData(String id, Text name, Text description, String citation, String authors, String title,
            Integer year, String identifier, String locator, String readOn, Verification verification) {
    }

    /**
     * A language model.
     *
     * @param id
     *            id
     * @param name
     *            name, or null
     * @param description
     *            description, or null
     * @param parameters
     *            total parameters, or null
     * @param activeParameters
     *            parameters that one token uses, or null
     * @param architecture
     *            what it is built of, or null
     * @param tokens
     *            training tokens, or null
     * @param compute
     *            training compute in FLOP, or null
     * @param observedLosses
     *            losses seen, by corpus
     */
    public record ModelData(String id, Text name, Text description, Figure parameters, Figure activeParameters,
            ArchitectureData architecture, Figure tokens, Figure compute, List<ObservedLossData> observedLosses) {
    }

    /**
     * A loss that was measured on a corpus.
     *
     * @param corpus
     *            the corpus it was measured on
     * @param loss
     *            nats per token
     */
    public record ObservedLossData(String corpus, Figure loss) {
    }

    /**
     * A dataset.
     *
     * @param id
     *            id
     * @param name
     *            name, or null
     * @param description
     *            description, or null
     * @param uniqueTokens
     *            unique tokens, or null
     */
    public record DatasetData(String id, Text name, Text description, Figure uniqueTokens) {
    }

    /**
     * An accelerator.
     *
     * @param id
     *            id
     * @param name
     *            name, or null
     * @param description
     *            description, or null
     * @param peaks
     *            dense peak rates by precision
     * @param prices
     *            prices with their dates
     */
    public record AcceleratorData(String id, Text name, Text description, List<PeakData> peaks,
            List<PriceData> prices) {
    }

    /**
     * A dense peak rate.
     *
     * @param precision
     *            such as {@code bf16}
     * @param throughput
     *            FLOP/s of one device
     */
    public record PeakData(String precision, Figure throughput) {
    }

    /**
     * A price at a date.
     *
     * @param date
     *            {@code yyyy}, {@code yyyy-mm} or {@code yyyy-mm-dd}, or null
     * @param provider
     *            who asks it, or null
     * @param purchase
     *            USD for one device, or null
     * @param rent
     *            USD for one device-hour, or null
     */
    public record PriceData(String date, String provider, Figure purchase, Figure rent) {
    }

    /**
     * A scaling law. Two are equal if the study says the same of them; {@code law} and {@code problem} follow from it.
     *
     * @param id
     *            id
     * @param name
     *            name, or null
     * @param description
     *            description, or null
     * @param form
     *            id of its form, or null
     * @param constants
     *            its constants
     * @param ranges
     *            where it was fitted
     * @param parameterCount
     *            what it counts as parameters, or null
     * @param computeCount
     *            what it counts as compute, or null
     * @param corpus
     *            corpus it was fitted on, or null
     * @param source
     *            id of its source, or null
     * @param status
     *            how it came about, or null
     * @param uncertainty
     *            the joint uncertainty of its constants, empty where nothing is known of it
     * @param fit
     *            how it was fitted here, or null
     * @param own
     *            the formulas and inputs that it writes down itself
     * @param law
     *            the law ready to be asked, or null if it is not well formed
     * @param problem
     *            why {@code law} is null, else null
     */
    public record LawData(String id, Text name, Text description, String form, List<ConstantData> constants,
            List<RangeData> ranges, ParameterCount parameterCount, ComputeCount computeCount, String corpus,
            String source, Status status, UncertaintyData uncertainty, FitData fit, OwnFormData own,
            Law law, RuntimeException problem) {

        /**
         * A law without uncertainty and fit.
         *
         * @param id
         *            id
         * @param name
         *            name, or null
         * @param description
         *            description, or null
         * @param form
         *            id of its form, or null
         * @param constants
         *            its constants
         * @param ranges
         *            where it was fitted
         * @param parameterCount
         *            what it counts as parameters, or null
         * @param computeCount
         *            what it counts as compute, or null
         * @param corpus
         *            corpus it was fitted on, or null
         * @param source
         *            id of its source, or null
         * @param status
         *            how it came about, or null
         * @param law
         *            the law ready to be asked, or null if it is not well formed
         * @param problem
         *            why {@code law} is null, else null
         */
        public LawData(String id, Text name, Text description, String form, List<ConstantData> constants,
                List<RangeData> ranges, ParameterCount parameterCount, ComputeCount computeCount, String corpus,
                String source, Status status, Law law, RuntimeException problem) {
            this(id, name, description, form, constants, ranges, parameterCount, computeCount, corpus, source, status,
                    new UncertaintyData(List.of(), List.of()), null, new OwnFormData(List.of(), List.of()), law,
                    problem);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof LawData that && Objects.equals(said(), that.said());
        }

        @Override
        public int hashCode() {
            return said().hashCode();
        }

        private List<Object> said() {
            return Arrays.asList(id, name, description, form, constants, ranges, parameterCount, computeCount, corpus,
                    source, status, uncertainty, fit, own);
        }
    }

    /**
     * The form that a law writes down itself, as it stands in the study.
     *
     * @param formulas
     *            its lines
     * @param inputs
     *            what it depends on besides N, D, U and C
     */
    public record OwnFormData(List<FormulaData> formulas, List<InputData> inputs) {
    }

    /**
     * A line of a form.
     *
     * @param symbol
     *            name of the result, or null
     * @param name
     *            what people call it, or null
     * @param unit
     *            its unit, or null
     * @param expression
     *            the formula, or null
     */
    public record FormulaData(String symbol, Text name, Text unit, String expression) {
    }

    /**
     * An input of a form.
     *
     * @param symbol
     *            its name in the formulas, or null
     * @param name
     *            what people call it, or null
     * @param unit
     *            its unit, or null
     * @param value
     *            what is taken where nothing is given, or null
     * @param low
     *            smallest value in the fit, or null
     * @param high
     *            largest value in the fit, or null
     */
    public record InputData(String symbol, Text name, Text unit, Double value, Double low, Double high) {
    }

    /**
     * The joint uncertainty of a law's constants, as it stands in the study.
     *
     * @param draws
     *            whole sets of constants
     * @param covariance
     *            rows of a covariance
     */
    public record UncertaintyData(List<List<Double>> draws, List<CovarianceData> covariance) {
    }

    /**
     * A row of a covariance.
     *
     * @param coordinate
     *            what it stands for, or null
     * @param values
     *            the covariances with each coordinate
     */
    public record CovarianceData(String coordinate, List<Double> values) {
    }

    /**
     * How a law was fitted.
     *
     * @param runs
     *            id of the run table, or null
     * @param method
     *            how the law was found, or null
     * @param objective
     *            what was made small, or null
     * @param delta
     *            threshold of Huber's function, or null
     * @param reached
     *            the least objective, or null
     * @param dropped
     *            how many of the highest losses were left out, or null
     * @param leftOut
     *            the other runs that were left out: their numbers in the table, from 1, or null
     * @param budgetTolerance
     *            how far the computes of one budget differ at most, relatively, or null
     * @param resamples
     *            bootstrap resamples, or null
     * @param seed
     *            their seed, or null
     * @param generator
     *            generator of random numbers, or null
     */
    public record FitData(String runs, FitMethod method, FitObjective objective, Double delta, Double reached,
            Integer dropped, String leftOut, Double budgetTolerance, Integer resamples, Integer seed,
            String generator) {
    }

    /**
     * Runs that were trained.
     *
     * @param id
     *            id
     * @param name
     *            name, or null
     * @param description
     *            description, or null
     * @param file
     *            the name of the file that the runs were read from, or null
     * @param hash
     *            SHA-256 of that file, or null
     * @param source
     *            id of its source, or null
     * @param corpus
     *            corpus of the losses, or null
     * @param runs
     *            the runs
     */
    public record RunTableData(String id, Text name, Text description, String file, String hash, String source,
            String corpus, List<RunData> runs) {
    }

    /**
     * A training run.
     *
     * @param label
     *            its name, or null
     * @param parameters
     *            N, or null
     * @param tokens
     *            D, or null
     * @param uniqueTokens
     *            U, or null
     * @param compute
     *            C in FLOP, or null
     * @param loss
     *            nats per token, or null
     */
    public record RunData(String label, Double parameters, Double tokens, Double uniqueTokens, Double compute,
            Double loss) {
    }

    /**
     * Where a law was fitted.
     *
     * @param variable
     *            the variable, or null
     * @param low
     *            smallest value, or null
     * @param high
     *            largest value, or null
     */
    public record RangeData(Variable variable, Double low, Double high) {
    }

    /**
     * A constant of a law.
     *
     * @param symbol
     *            its symbol in the form
     * @param value
     *            its value
     */
    public record ConstantData(String symbol, Figure value) {
    }

    /**
     * A question with its limits and the strategies that answer it.
     *
     * @param id
     *            id
     * @param name
     *            name, or null
     * @param description
     *            description, or null
     * @param question
     *            the question in words, or null
     * @param law
     *            id of the law it is answered with, or null
     * @param computeBudget
     *            FLOP, or null
     * @param moneyBudget
     *            USD, or null
     * @param deadline
     *            seconds, or null
     * @param uniqueTokens
     *            unique tokens that exist, or null
     * @param strategies
     *            the strategies
     */
    public record ScenarioData(String id, Text name, Text description, Text question, String law,
            Figure computeBudget, Figure moneyBudget, Figure deadline, Figure uniqueTokens,
            List<StrategyData> strategies) {
    }

    /**
     * A strategy.
     *
     * @param id
     *            id
     * @param name
     *            name, or null
     * @param description
     *            description, or null
     * @param steps
     *            its steps in order
     */
    public record StrategyData(String id, Text name, Text description, List<PretrainData> steps) {
    }

    /**
     * A step that pretrains a model.
     *
     * @param parameters
     *            parameters, or null
     * @param tokens
     *            training tokens, or null
     * @param compute
     *            FLOP, or null
     * @param dataset
     *            id of the dataset, or null
     * @param accelerator
     *            id of the accelerator, or null
     * @param precision
     *            precision whose peak rate counts, or null
     * @param devices
     *            number of devices, or null
     * @param utilisation
     *            MFU in (0, 1], or null
     * @param duration
     *            seconds, or null
     * @param payment
     *            buy or rent, or null
     */
    public record PretrainData(Figure parameters, Figure tokens, Figure compute, String dataset, String accelerator,
            String precision, Figure devices, Figure utilisation, Figure duration, Payment payment) {
    }

    /**
     * A saved chart.
     *
     * @param id
     *            id
     * @param name
     *            name, or null
     * @param description
     *            description, or null
     * @param view
     *            id of the view, or null
     * @param laws
     *            ids of the laws it shows; empty means those of the study
     * @param models
     *            ids of the models it shows; empty means those of the study
     * @param budgets
     *            compute budgets in FLOP; empty means the view's own
     */
    public record ChartData(String id, Text name, Text description, String view, List<String> laws,
            List<String> models, List<Double> budgets) {
    }

    /**
     * Finds a law.
     *
     * @param lawId
     *            id
     * @return the law of this study, if there is one
     */
    public Optional<LawData> findLaw(String lawId) {
        return laws.stream().filter(law -> law.id() != null && law.id().equals(lawId)).findFirst();
    }

    /**
     * Finds a run table.
     *
     * @param tableId
     *            id, or null
     * @return the table of this study, if there is one
     */
    public Optional<RunTableData> findRunTable(String tableId) {
        return runTables.stream().filter(table -> table.id().equals(tableId)).findFirst();
    }

    /**
     * Finds a model.
     *
     * @param modelId
     *            id
     * @return the model of this study, if there is one
     */
    public Optional<ModelData> findModel(String modelId) {
        return models.stream().filter(model -> model.id() != null && model.id().equals(modelId)).findFirst();
    }

    /**
     * Finds a source.
     *
     * @param sourceId
     *            id, or null
     * @return the source of this study, if there is one
     */
    public Optional<SourceData> findSource(String sourceId) {
        return sources.stream().filter(source -> source.id() != null && source.id().equals(sourceId)).findFirst();
    }

    /**
     * Finds a scenario.
     *
     * @param scenarioId
     *            id
     * @return the scenario of this study, if there is one
     */
    public Optional<ScenarioData> findScenario(String scenarioId) {
        return scenarios.stream().filter(scenario -> scenario.id() != null && scenario.id().equals(scenarioId))
                .findFirst();
    }
}
