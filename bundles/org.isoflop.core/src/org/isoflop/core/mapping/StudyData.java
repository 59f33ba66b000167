package org.isoflop.core.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.isoflop.analysis.law.Law;
import org.isoflop.model.Allocation;
import org.isoflop.model.ComputeCount;
import org.isoflop.model.FitMethod;
import org.isoflop.model.FitObjective;
import org.isoflop.model.ParameterCount;
import org.isoflop.model.Payment;
import org.isoflop.model.Recipe;
import org.isoflop.model.RunClass;
import org.isoflop.model.Status;
import org.isoflop.model.Text;
import org.isoflop.model.Tuning;
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
 * @param clusters
 *            devices that work together
 * @param grids
 *            power grids
 * @param sites
 *            places where devices stand
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
        List<DatasetData> datasets, List<AcceleratorData> accelerators, List<ClusterData> clusters,
        List<GridData> grids, List<SiteData> sites, List<LawData> laws, List<ScenarioData> scenarios,
        List<ChartData> charts, List<RunTableData> runTables) {

    /**
     * A study without clusters, grids, sites and run tables.
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
        this(id, name, description, sources, models, datasets, accelerators, List.of(), List.of(), List.of(), laws,
                scenarios, charts, List.of());
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
     * @param training
     *            the run that trained it, or null
     * @param observedLosses
     *            losses seen, by corpus
     * @param scores
     *            scores reported, by benchmark
     * @param released
     *            {@code yyyy}, {@code yyyy-mm} or {@code yyyy-mm-dd}, or null
     */
    public record ModelData(String id, Text name, Text description, Figure parameters, Figure activeParameters,
            ArchitectureData architecture, TrainingRunData training, List<ObservedLossData> observedLosses,
            List<ScoreData> scores, String released) {

        /**
         * A model of which nobody says when it was released.
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
         * @param training
         *            the run that trained it, or null
         * @param observedLosses
         *            losses seen, by corpus
         * @param scores
         *            scores reported, by benchmark
         */
        public ModelData(String id, Text name, Text description, Figure parameters, Figure activeParameters,
                ArchitectureData architecture, TrainingRunData training, List<ObservedLossData> observedLosses,
                List<ScoreData> scores) {
            this(id, name, description, parameters, activeParameters, architecture, training, observedLosses, scores,
                    null);
        }

        /**
         * A model of which only the size of the training run is known.
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
        public ModelData(String id, Text name, Text description, Figure parameters, Figure activeParameters,
                ArchitectureData architecture, Figure tokens, Figure compute, List<ObservedLossData> observedLosses) {
            this(id, name, description, parameters, activeParameters, architecture, new TrainingRunData(tokens,
                    compute, List.of(), null, null, null, null, null, null, null), observedLosses,
                    List.of());
        }

        /**
         * The tokens of the training run.
         *
         * @return training tokens, or null
         */
        public Figure tokens() {
            return training == null ? null : training.tokens();
        }

        /**
         * The compute of the training run.
         *
         * @return FLOP, or null
         */
        public Figure compute() {
            return training == null ? null : training.compute();
        }
    }

    /**
     * What went into the training of a model.
     *
     * @param tokens
     *            training tokens, repetitions counted, or null
     * @param compute
     *            FLOP, or null
     * @param datasets
     *            ids of the datasets
     * @param accelerator
     *            id of the accelerator, or null
     * @param precision
     *            numeric precision, or null
     * @param devices
     *            number of devices, or null
     * @param deviceHours
     *            device-hours, or null
     * @param utilisation
     *            MFU in (0, 1], or null
     * @param energy
     *            J, or null
     * @param carbon
     *            g of carbon dioxide, or null
     */
    public record TrainingRunData(Figure tokens, Figure compute, List<String> datasets, String accelerator,
            String precision, Figure devices, Figure deviceHours, Figure utilisation, Figure energy, Figure carbon) {
    }

    /**
     * What a model scored on a benchmark.
     *
     * @param benchmark
     *            the benchmark
     * @param value
     *            the score
     */
    public record ScoreData(String benchmark, Figure value) {
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
     * @param tokens
     *            tokens as published, or null
     * @param uniqueTokens
     *            unique tokens, or null
     * @param charactersPerToken
     *            characters that a token has on average, or null
     * @param syntheticShare
     *            share that a model wrote, in [0, 1], or null
     * @param qualityMultiplier
     *            tokens of usual data that one token is worth, or null
     * @param cost
     *            USD that getting the data costs, or null
     */
    public record DatasetData(String id, Text name, Text description, Figure tokens, Figure uniqueTokens,
            Figure charactersPerToken, Figure syntheticShare, Figure qualityMultiplier, Figure cost) {

        /**
         * A dataset of which only the size is known.
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
        public DatasetData(String id, Text name, Text description, Figure uniqueTokens) {
            this(id, name, description, null, uniqueTokens, null, null, null, null);
        }
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
     * @param memory
     *            bytes of one device, or null
     * @param bandwidth
     *            bytes/s from its memory, or null
     * @param interconnect
     *            bytes/s to its neighbours, the sum of both directions, or null
     * @param power
     *            design power in W, or null
     * @param measuredPower
     *            measured power in training in W, or null
     * @param serverRatio
     *            server power over the design power of its devices, or null
     * @param embodiedCarbon
     *            g of carbon dioxide of making one device, or null
     * @param lifetime
     *            seconds that one device is used, or null
     * @param prices
     *            prices with their dates
     * @param released
     *            {@code yyyy}, {@code yyyy-mm} or {@code yyyy-mm-dd}, or null
     */
    public record AcceleratorData(String id, Text name, Text description, List<PeakData> peaks, Figure memory,
            Figure bandwidth, Figure interconnect, Figure power, Figure measuredPower, Figure serverRatio,
            Figure embodiedCarbon, Figure lifetime, List<PriceData> prices, String released) {

        /**
         * An accelerator of which nobody says when it came on the market.
         *
         * @param id
         *            id
         * @param name
         *            name, or null
         * @param description
         *            description, or null
         * @param peaks
         *            dense peak rates by precision
         * @param memory
         *            bytes of one device, or null
         * @param bandwidth
         *            bytes/s from its memory, or null
         * @param interconnect
         *            bytes/s to its neighbours, the sum of both directions, or null
         * @param power
         *            design power in W, or null
         * @param measuredPower
         *            measured power in training in W, or null
         * @param serverRatio
         *            server power over the design power of its devices, or null
         * @param embodiedCarbon
         *            g of carbon dioxide of making one device, or null
         * @param lifetime
         *            seconds that one device is used, or null
         * @param prices
         *            prices with their dates
         */
        public AcceleratorData(String id, Text name, Text description, List<PeakData> peaks, Figure memory,
                Figure bandwidth, Figure interconnect, Figure power, Figure measuredPower, Figure serverRatio,
                Figure embodiedCarbon, Figure lifetime, List<PriceData> prices) {
            this(id, name, description, peaks, memory, bandwidth, interconnect, power, measuredPower, serverRatio,
                    embodiedCarbon, lifetime, prices, null);
        }

        /**
         * An accelerator of which only rates and prices are known.
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
        public AcceleratorData(String id, Text name, Text description, List<PeakData> peaks, List<PriceData> prices) {
            this(id, name, description, peaks, null, null, null, null, null, null, null, null, prices);
        }
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
     * @param years
     *            years for which the rent is promised, or null if it is on demand
     */
    public record PriceData(String date, String provider, Figure purchase, Figure rent, Integer years) {

        /**
         * A price without commitment.
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
        public PriceData(String date, String provider, Figure purchase, Figure rent) {
            this(date, provider, purchase, rent, null);
        }
    }

    /**
     * Devices that work together.
     *
     * @param id
     *            id
     * @param name
     *            name, or null
     * @param description
     *            description, or null
     * @param accelerator
     *            id of the accelerator, or null
     * @param devices
     *            number of devices, or null
     * @param devicesPerNode
     *            devices in one server, or null
     * @param network
     *            bytes/s between servers for each device, in one direction, or null
     * @param latency
     *            seconds of a message between servers, or null
     * @param utilisation
     *            MFU in (0, 1], or null
     * @param betweenFailures
     *            seconds that one device runs until it fails, or null
     * @param checkpoint
     *            seconds to save the state, or null
     * @param restart
     *            seconds to go on after a failure, or null
     * @param deliveries
     *            when more devices arrive
     */
    public record ClusterData(String id, Text name, Text description, String accelerator, Figure devices,
            Integer devicesPerNode, Figure network, Figure latency, Figure utilisation, Figure betweenFailures,
            Figure checkpoint, Figure restart, List<DeliveryData> deliveries) {
    }

    /**
     * Devices that arrive at a date.
     *
     * @param date
     *            {@code yyyy}, {@code yyyy-mm} or {@code yyyy-mm-dd}, or null
     * @param devices
     *            how many arrive, or null
     */
    public record DeliveryData(String date, Figure devices) {
    }

    /**
     * A power grid in one year.
     *
     * @param id
     *            id
     * @param name
     *            name, or null
     * @param description
     *            description, or null
     * @param place
     *            country or region, or null
     * @param year
     *            year of the numbers, or null
     * @param intensity
     *            g of carbon dioxide per kWh by location, or null
     * @param water
     *            L/kWh, or null
     */
    public record GridData(String id, Text name, Text description, String place, Integer year, Figure intensity,
            Figure water) {
    }

    /**
     * A place where devices stand.
     *
     * @param id
     *            id
     * @param name
     *            name, or null
     * @param description
     *            description, or null
     * @param grid
     *            id of the grid, or null
     * @param powerLimit
     *            W, or null
     * @param pue
     *            energy of the site over that of its computers, at least 1, or null
     * @param marketIntensity
     *            g of carbon dioxide per kWh by contract, or null
     * @param electricityPrice
     *            USD/kWh, or null
     * @param water
     *            L/kWh for cooling, or null
     * @param staffShare
     *            share of staff in the whole cost, in [0, 1), or null
     * @param extras
     *            share that storage and traffic add to rent, or null
     */
    public record SiteData(String id, Text name, Text description, String grid, Figure powerLimit, Figure pue,
            Figure marketIntensity, Figure electricityPrice, Figure water, Figure staffShare, Figure extras) {
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
     * @param otherLaws
     *            ids of the laws to hold the answer against
     * @param start
     *            date on which work starts, or null
     * @param site
     *            id of the site, or null
     * @param computeBudget
     *            FLOP, or null
     * @param moneyBudget
     *            USD, or null
     * @param deadline
     *            seconds, or null
     * @param uniqueTokens
     *            unique tokens that exist, or null
     * @param lossGoal
     *            nats per token to reach, or null
     * @param deviceLimit
     *            most devices, or null
     * @param powerLimit
     *            W, or null
     * @param energyLimit
     *            J, or null
     * @param carbonLimit
     *            g of carbon dioxide, or null
     * @param workload
     *            what is to be served, or null
     * @param strategies
     *            the strategies
     */
    public record ScenarioData(String id, Text name, Text description, Text question, String law,
            List<String> otherLaws, String start, String site, Figure computeBudget, Figure moneyBudget,
            Figure deadline,
            Figure uniqueTokens, Figure lossGoal, Figure deviceLimit, Figure powerLimit, Figure energyLimit,
            Figure carbonLimit, WorkloadData workload, List<StrategyData> strategies) {

        /**
         * The same question answered with another law.
         *
         * @param lawId
         *            id of the law
         * @return the scenario
         */
        public ScenarioData answeredBy(String lawId) {
            return new ScenarioData(id, name, description, question, lawId, otherLaws, start, site, computeBudget,
                    moneyBudget, deadline, uniqueTokens, lossGoal, deviceLimit, powerLimit, energyLimit, carbonLimit,
                    workload, strategies);
        }

        /**
         * A question of training alone.
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
        public ScenarioData(String id, Text name, Text description, Text question, String law, Figure computeBudget,
                Figure moneyBudget, Figure deadline, Figure uniqueTokens, List<StrategyData> strategies) {
            this(id, name, description, question, law, List.of(), null, null, computeBudget, moneyBudget, deadline,
                    uniqueTokens, null, null, null, null, null, null, strategies);
        }
    }

    /**
     * The requests that a model has to answer.
     *
     * @param promptTokens
     *            tokens of one request, or null
     * @param answerTokens
     *            tokens of one answer, or null
     * @param tokensPerDay
     *            answer tokens of one day, or null
     * @param life
     *            seconds served, or null
     * @param firstTokenLimit
     *            longest seconds to the first token, or null
     * @param tokenLimit
     *            longest seconds per further token, or null
     */
    public record WorkloadData(Figure promptTokens, Figure answerTokens, Figure tokensPerDay, Figure life,
            Figure firstTokenLimit, Figure tokenLimit) {
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
    public record StrategyData(String id, Text name, Text description, List<StepData> steps) {
    }

    /** One step of a strategy. */
    public sealed interface StepData {

        /**
         * What the step trains with.
         *
         * @return the record, or null if the step does not train
         */
        default TrainingData training() {
            return null;
        }
    }

    /**
     * What every step that trains may say.
     *
     * @param tokens
     *            training tokens, or null
     * @param dataset
     *            id of the dataset, or null
     * @param accelerator
     *            id of the accelerator, or null
     * @param cluster
     *            id of the cluster, or null
     * @param precision
     *            precision whose peak rate counts, or null
     * @param devices
     *            number of devices, or null
     * @param utilisation
     *            MFU in (0, 1], or null
     * @param payment
     *            buy or rent, or null
     * @param runClass
     *            class of runs whose utilisation is assumed where none is given, or null
     * @param recipe
     *            optimizer and formats of its states, or null
     * @param context
     *            tokens in a sequence, or null
     * @param batchTokens
     *            tokens in a step, or null
     */
    public record TrainingData(Figure tokens, String dataset, String accelerator, String cluster, String precision,
            Figure devices, Figure utilisation, Payment payment, RunClass runClass, Recipe recipe, Integer context,
            Figure batchTokens) {

        /**
         * With all that is usual.
         *
         * @param tokens
         *            training tokens, or null
         * @param dataset
         *            id of the dataset, or null
         * @param accelerator
         *            id of the accelerator, or null
         * @param cluster
         *            id of the cluster, or null
         * @param precision
         *            precision whose peak rate counts, or null
         * @param devices
         *            number of devices, or null
         * @param utilisation
         *            MFU in (0, 1], or null
         * @param payment
         *            buy or rent, or null
         */
        public TrainingData(Figure tokens, String dataset, String accelerator, String cluster, String precision,
                Figure devices, Figure utilisation, Payment payment) {
            this(tokens, dataset, accelerator, cluster, precision, devices, utilisation, payment, null, null, null,
                    null);
        }
    }

    /**
     * A step that pretrains a model.
     *
     * @param training
     *            what it trains with
     * @param parameters
     *            parameters, or null
     * @param compute
     *            FLOP, or null
     * @param duration
     *            seconds, or null
     * @param model
     *            id of the model whose architecture is trained, or null
     * @param allocation
     *            what the law makes best, or null
     * @param computeEquivalentGain
     *            effective over physical compute, or null
     * @param putOff
     *            seconds that the start waits, or null
     * @param halving
     *            seconds in which progress halves the compute needed, or null
     * @param lawInputs
     *            inputs of the law’s own
     * @param assumedLoss
     *            nats per token where no law covers it, or null
     */
    public record PretrainData(TrainingData training, Figure parameters, Figure compute, Figure duration, String model,
            Allocation allocation, Figure computeEquivalentGain, Figure putOff, Figure halving,
            List<LawArgumentData> lawInputs, Figure assumedLoss) implements StepData {

        /**
         * A step that says only how large the training is and what it runs on.
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
         * @return the step
         */
        public static PretrainData of(Figure parameters, Figure tokens, Figure compute, String dataset,
                String accelerator,
                String precision, Figure devices, Figure utilisation, Figure duration, Payment payment) {
            return new PretrainData(new TrainingData(tokens, dataset, accelerator, null, precision, devices,
                    utilisation, payment),
                    parameters, compute, duration, null, null, null, null, null, List.of(), null);
        }
    }

    /**
     * A value for an input of a law.
     *
     * @param symbol
     *            name of the input, or null
     * @param value
     *            its value, or null
     */
    public record LawArgumentData(String symbol, Figure value) {
    }

    /**
     * A step that takes a model that exists.
     *
     * @param model
     *            id of the model, or null
     * @param price
     *            USD once, or null
     * @param pricePerMillion
     *            USD for a million answer tokens that are bought, or null
     */
    public record UseModelData(String model, Figure price, Figure pricePerMillion) implements StepData {
    }

    /**
     * A step that trains a model further on data of a task.
     *
     * @param training
     *            what it trains with
     * @param method
     *            what is trained, or null for all weights
     * @param rank
     *            rank of LoRA, or null
     * @param promptTokens
     *            virtual tokens of prompt tuning, or null
     * @param law
     *            id of its law, or null
     * @param assumedLoss
     *            the user's assumption of the loss after the step in nats per token, or null
     */
    public record FineTuneData(TrainingData training, Tuning method, Integer rank, Integer promptTokens, String law,
            Figure assumedLoss) implements StepData {
    }

    /**
     * A step that goes on pretraining a model on other data.
     *
     * @param training
     *            what it trains with
     * @param replay
     *            share of former data, in [0, 1), or null
     * @param law
     *            id of its law, or null
     * @param assumedLoss
     *            the user's assumption of the loss after the step in nats per token, or null
     */
    public record ContinuePretrainingData(TrainingData training, Figure replay, String law, Figure assumedLoss)
            implements
                StepData {
    }

    /**
     * A step that trains a smaller model to answer as a larger one.
     *
     * @param training
     *            what it trains with
     * @param teacher
     *            id of the model that is imitated, or null
     * @param model
     *            id of the model whose architecture the student has, or null
     * @param parameters
     *            parameters of the student, or null
     * @param law
     *            id of its law, or null
     * @param assumedLoss
     *            the user's assumption of the loss after the step in nats per token, or null
     */
    public record DistilData(TrainingData training, String teacher, String model, Figure parameters, String law,
            Figure assumedLoss) implements StepData {
    }

    /**
     * A step that takes weights out and trains what is left; its tokens are those of the recovery.
     *
     * @param training
     *            what it trains with
     * @param model
     *            id of the model whose architecture is left, or null
     * @param keep
     *            share of the weights that stay, in (0, 1], or null
     * @param sparse
     *            whether two of four weights are zero in place, or null
     * @param assumedLoss
     *            the user's assumption of the loss after the step in nats per token, or null
     */
    public record PruneData(TrainingData training, String model, Figure keep, Boolean sparse, Figure assumedLoss)
            implements
                StepData {
    }

    /**
     * A step that keeps weights and cache in fewer bits.
     *
     * @param format
     *            name of the format, or null
     * @param weightBits
     *            bits of a weight of the matrices, or null
     * @param otherBits
     *            bits of the other weights, or null
     * @param cacheBits
     *            bits of a number of the cache, or null
     * @param lossIncrease
     *            nats per token added to the loss, or null
     * @param law
     *            id of its law, or null
     */
    public record QuantiseData(String format, Figure weightBits, Figure otherBits, Figure cacheBits,
            Figure lossIncrease, String law) implements StepData {
    }

    /**
     * A step that answers requests.
     *
     * @param accelerator
     *            id of the accelerator, or null
     * @param precision
     *            precision whose peak rate counts, or null
     * @param tensor
     *            devices that share each matrix, or null
     * @param pipeline
     *            devices that share the layers, or null
     * @param batch
     *            requests answered at once, or null for the cheapest
     * @param cacheBits
     *            bits of a number of the cache, or null
     * @param computeEfficiency
     *            share of the peak rate, in (0, 1], or null
     * @param bandwidthEfficiency
     *            share of the memory bandwidth, in (0, 1], or null
     * @param busy
     *            share of the time in which devices answer, in (0, 1], or null
     * @param extraPromptTokens
     *            tokens added to every request, or null
     * @param acceptance
     *            share of guesses accepted, in [0, 1], or null
     * @param guesses
     *            tokens guessed at once, or null
     * @param draftCost
     *            time of a guess over that of a step of the model, or null
     * @param payment
     *            buy or rent, or null
     */
    public record ServeData(String accelerator, String precision, Integer tensor, Integer pipeline, Figure batch,
            Figure cacheBits, Figure computeEfficiency, Figure bandwidthEfficiency, Figure busy,
            Figure extraPromptTokens, Figure acceptance, Integer guesses, Figure draftCost, Payment payment)
            implements
                StepData {
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
     * @param accelerators
     *            ids of the accelerators it shows; empty means those of the study
     * @param clusters
     *            ids of the clusters it shows; empty means those of the study
     * @param scenarios
     *            ids of the scenarios it shows; empty means the first one of the study
     * @param strategies
     *            ids of the strategies it looks at; empty means the best one
     * @param across
     *            id of the measure along its horizontal axis, or null for the view's own
     * @param up
     *            id of the measure along its vertical axis, or null for the view's own
     */
    public record ChartData(String id, Text name, Text description, String view, List<String> laws,
            List<String> models, List<Double> budgets, List<String> accelerators, List<String> clusters,
            List<String> scenarios, List<String> strategies, String across, String up) {

        /**
         * A chart of laws and models.
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
        public ChartData(String id, Text name, Text description, String view, List<String> laws, List<String> models,
                List<Double> budgets) {
            this(id, name, description, view, laws, models, budgets, List.of(), List.of(), List.of(), List.of(), null,
                    null);
        }
    }

    /**
     * Finds a law.
     *
     * @param lawId
     *            id
     * @return the law of this study, if there is one
     */
    public Optional<LawData> findLaw(String lawId) {
        return find(laws, LawData::id, lawId);
    }

    /**
     * Finds a run table.
     *
     * @param tableId
     *            id, or null
     * @return the table of this study, if there is one
     */
    public Optional<RunTableData> findRunTable(String tableId) {
        return find(runTables, RunTableData::id, tableId);
    }

    /**
     * Finds a model.
     *
     * @param modelId
     *            id
     * @return the model of this study, if there is one
     */
    public Optional<ModelData> findModel(String modelId) {
        return find(models, ModelData::id, modelId);
    }

    /**
     * Finds a dataset.
     *
     * @param datasetId
     *            id, or null
     * @return the dataset of this study, if there is one
     */
    public Optional<DatasetData> findDataset(String datasetId) {
        return find(datasets, DatasetData::id, datasetId);
    }

    /**
     * Finds an accelerator.
     *
     * @param acceleratorId
     *            id, or null
     * @return the accelerator of this study, if there is one
     */
    public Optional<AcceleratorData> findAccelerator(String acceleratorId) {
        return find(accelerators, AcceleratorData::id, acceleratorId);
    }

    /**
     * Finds a cluster.
     *
     * @param clusterId
     *            id, or null
     * @return the cluster of this study, if there is one
     */
    public Optional<ClusterData> findCluster(String clusterId) {
        return find(clusters, ClusterData::id, clusterId);
    }

    /**
     * Finds a grid.
     *
     * @param gridId
     *            id, or null
     * @return the grid of this study, if there is one
     */
    public Optional<GridData> findGrid(String gridId) {
        return find(grids, GridData::id, gridId);
    }

    /**
     * Finds a site.
     *
     * @param siteId
     *            id, or null
     * @return the site of this study, if there is one
     */
    public Optional<SiteData> findSite(String siteId) {
        return find(sites, SiteData::id, siteId);
    }

    /**
     * Finds a source.
     *
     * @param sourceId
     *            id, or null
     * @return the source of this study, if there is one
     */
    public Optional<SourceData> findSource(String sourceId) {
        return find(sources, SourceData::id, sourceId);
    }

    /**
     * Finds a scenario.
     *
     * @param scenarioId
     *            id
     * @return the scenario of this study, if there is one
     */
    public Optional<ScenarioData> findScenario(String scenarioId) {
        return find(scenarios, ScenarioData::id, scenarioId);
    }

    /**
     * Returns what an element of the study is called.
     *
     * @param elementId
     *            id of a strategy, a scenario, a law, a model, a dataset, or something of the hardware
     * @param locale
     *            the language
     * @return its name; the id where it has none
     */
    public String nameOf(String elementId, Locale locale) {
        return Stream.of(names(scenarios.stream().flatMap(one -> one.strategies().stream()), StrategyData::id,
                StrategyData::name), names(scenarios.stream(), ScenarioData::id, ScenarioData::name),
                names(laws.stream(), LawData::id, LawData::name),
                names(accelerators.stream(), AcceleratorData::id, AcceleratorData::name),
                names(clusters.stream(), ClusterData::id, ClusterData::name),
                names(models.stream(), ModelData::id, ModelData::name),
                names(datasets.stream(), DatasetData::id, DatasetData::name),
                names(grids.stream(), GridData::id, GridData::name), names(sites.stream(), SiteData::id,
                        SiteData::name))
                .flatMap(names -> names).filter(name -> elementId.equals(name.id()) && name.text() != null)
                .map(name -> name.text().get(locale)).filter(name -> !name.isBlank()).findFirst().orElse(elementId);
    }

    private record Named(String id, Text text) {
    }

    private static <T> Stream<Named> names(Stream<T> elements, Function<T, String> id, Function<T, Text> name) {
        return elements.map(element -> new Named(id.apply(element), name.apply(element)));
    }

    private static <T> Optional<T> find(List<T> elements, Function<T, String> id, String wanted) {
        return elements.stream().filter(element -> wanted != null && wanted.equals(id.apply(element))).findFirst();
    }
}
