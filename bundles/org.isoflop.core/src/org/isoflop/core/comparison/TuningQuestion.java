package org.isoflop.core.comparison;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.isoflop.core.Messages;
import org.isoflop.model.Accelerator;
import org.isoflop.model.ContinuePretraining;
import org.isoflop.model.Dataset;
import org.isoflop.model.FineTune;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.Payment;
import org.isoflop.model.Peak;
import org.isoflop.model.Pretrain;
import org.isoflop.model.Quantity;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Scenario;
import org.isoflop.model.Serve;
import org.isoflop.model.Status;
import org.isoflop.model.Step;
import org.isoflop.model.Strategy;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.isoflop.model.TrainingStep;
import org.isoflop.model.Tuning;
import org.isoflop.model.UseModel;
import org.isoflop.model.Workload;

/**
 * Whether to prompt, tune, train on or pretrain a model for a domain: the answers to four questions, from which a
 * scenario with a strategy for each way is made. What nobody was asked is assumed, and marked so. What tuning does for
 * the loss is not assumed: no published law covers any domain, so that number is the user's to give.
 *
 * @param model
 *            the model that exists, with its parameters; in a study of its own or in that of the scenario to come
 * @param domainTokens
 *            tokens of the domain that there are to train on
 * @param accelerator
 *            the chip that trains and serves
 * @param payment
 *            whether chips are bought or rented
 * @param tokensPerDay
 *            answer tokens served per day
 * @param life
 *            seconds that the model is served
 */
public record TuningQuestion(LanguageModel model, double domainTokens, Accelerator accelerator, Payment payment,
        double tokensPerDay, double life) {

    private static final List<String> PRECISIONS = List.of("bf16", "fp16", "tf32", "fp32");
    private static final double TOKENS_PER_PARAMETER = 20;
    private static final double TUNING_DEVICES = 8;
    private static final double TRAINING_DEVICES = 1024;
    private static final double UTILISATION = 0.4;
    private static final double PROMPT = 500;
    private static final double ANSWER = 300;
    private static final double LONGER_PROMPT = 2000;
    private static final double REPLAY = 0.1;
    private static final int RANK = 16;

    /**
     * Makes the scenario.
     *
     * @param law
     *            the law that predicts the loss of pretraining
     * @return the scenario, in no study; what it refers to stands where it stood, its dataset in a study of its own
     */
    public Scenario scenario(ScalingLaw law) {
        IsoflopFactory factory = IsoflopFactory.eINSTANCE;
        Dataset domain = factory.createDataset();
        domain.setId("domain-text");
        domain.setName(text("tuning.dataset"));
        domain.setUniqueTokens(assumed(domainTokens));
        Study holder = factory.createStudy();
        holder.setId("question");
        holder.getDatasets().add(domain);
        Scenario scenario = factory.createScenario();
        scenario.setId("fine-tune-or-pretrain");
        scenario.setName(text("tuning.scenario"));
        scenario.setQuestion(text("tuning.question"));
        scenario.setLaw(law);
        scenario.setWorkload(workload());
        Serve longer = serve();
        longer.setExtraPromptTokens(assumed(LONGER_PROMPT));
        scenario.getStrategies().add(strategy("longer-prompt", "tuning.strategy.longer-prompt", use(), longer));
        scenario.getStrategies().add(strategy("lora", "tuning.strategy.lora", use(), tune(domain, Tuning.LORA),
                serve()));
        scenario.getStrategies().add(strategy("full-tuning", "tuning.strategy.full-tuning", use(),
                tune(domain, Tuning.FULL), serve()));
        scenario.getStrategies().add(strategy("continued", "tuning.strategy.continued",
                use(), more(domain), serve()));
        scenario.getStrategies().add(strategy("pretraining", "tuning.strategy.pretraining",
                pretrain(), serve()));
        return scenario;
    }

    private Workload workload() {
        Workload workload = IsoflopFactory.eINSTANCE.createWorkload();
        workload.setPromptTokens(assumed(PROMPT));
        workload.setAnswerTokens(assumed(ANSWER));
        workload.setTokensPerDay(assumed(tokensPerDay));
        workload.setLife(assumed(life));
        return workload;
    }

    private static Strategy strategy(String id, String name, Step... steps) {
        Strategy strategy = IsoflopFactory.eINSTANCE.createStrategy();
        strategy.setId(id);
        strategy.setName(text(name));
        strategy.getSteps().addAll(List.of(steps));
        return strategy;
    }

    private UseModel use() {
        UseModel step = IsoflopFactory.eINSTANCE.createUseModel();
        step.setModel(model);
        return step;
    }

    private FineTune tune(Dataset domain, Tuning method) {
        FineTune step = IsoflopFactory.eINSTANCE.createFineTune();
        train(step, domain);
        step.setMethod(method);
        if (method == Tuning.LORA) {
            step.setRank(RANK);
        }
        return step;
    }

    private ContinuePretraining more(Dataset domain) {
        ContinuePretraining step = IsoflopFactory.eINSTANCE.createContinuePretraining();
        train(step, domain);
        step.setTokens(assumed(domainTokens / (1 - REPLAY)));
        step.setReplay(assumed(REPLAY));
        return step;
    }

    private Pretrain pretrain() {
        Pretrain step = IsoflopFactory.eINSTANCE.createPretrain();
        hardware(step, TRAINING_DEVICES);
        if (model.getArchitecture() != null) {
            step.setModel(model);
        } else {
            step.setParameters(assumed(model.getParameters().getValue()));
        }
        Quantity tokens = assumed(TOKENS_PER_PARAMETER * model.getParameters().getValue());
        tokens.setNote(text("tuning.twenty"));
        step.setTokens(tokens);
        return step;
    }

    private void train(TrainingStep step, Dataset domain) {
        hardware(step, TUNING_DEVICES);
        step.setTokens(assumed(domainTokens));
        step.setDataset(domain);
    }

    private void hardware(TrainingStep step, double devices) {
        step.setAccelerator(accelerator);
        step.setPrecision(precision());
        step.setDevices(assumed(devices));
        step.setUtilisation(assumed(UTILISATION));
        step.setPayment(payment);
    }

    private Serve serve() {
        Serve step = IsoflopFactory.eINSTANCE.createServe();
        step.setAccelerator(accelerator);
        step.setPrecision(precision());
        step.setPayment(payment);
        return step;
    }

    /** The precision that training uses most, of those that the chip has. */
    private String precision() {
        return accelerator.getPeaks().stream().map(Peak::getPrecision).filter(PRECISIONS::contains)
                .min(Comparator.comparing(PRECISIONS::indexOf))
                .orElseGet(() -> accelerator.getPeaks().stream().map(Peak::getPrecision).findFirst().orElse(null));
    }

    private static Quantity assumed(double value) {
        Quantity quantity = IsoflopFactory.eINSTANCE.createQuantity();
        quantity.setValue(value);
        quantity.setStatus(Status.ASSUMED);
        return quantity;
    }

    private static Text text(String key) {
        Map<String, String> languages = new LinkedHashMap<>();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            languages.put(locale.getLanguage(), Messages.text(locale, key));
        }
        return Text.of(languages);
    }
}
