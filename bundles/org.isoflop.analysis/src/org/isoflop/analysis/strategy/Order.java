package org.isoflop.analysis.strategy;

import java.util.List;

import org.isoflop.analysis.Sentence;

/** Which step may follow which. */
final class Order {

    private Order() {
    }

    /** Refuses an order of steps that makes no sense, in plain words. */
    static void check(List<StepInputs> steps) {
        if (steps.isEmpty()) {
            throw new StrategyException(Sentence.of("order.empty"));
        }
        boolean model = false;
        boolean service = false;
        boolean quantised = false;
        for (int i = 0; i < steps.size(); i++) {
            int number = i + 1;
            StepInputs step = steps.get(i);
            if (service) {
                throw refusal("order.service", number);
            }
            boolean begins = step instanceof PretrainInputs || step instanceof UseModelInputs;
            if (begins && i > 0) {
                throw refusal("order.begins", number);
            }
            if (!begins && !model && !(step instanceof DistilInputs)) {
                throw refusal("order.noModel", number);
            }
            if (i > 0 && steps.get(i - 1) instanceof ServeInputs) {
                throw refusal("order.afterServe", number);
            }
            if (quantised && trainsWhole(step)) {
                throw refusal("order.quantised", number);
            }
            if (quantised && step instanceof QuantiseInputs) {
                throw refusal("order.twice", number);
            }
            model = true;
            service = step instanceof UseModelInputs use && use.pricePerMillion() != null;
            quantised = step instanceof QuantiseInputs || quantised && !(step instanceof DistilInputs);
        }
    }

    /** Whether a step needs weights in full precision. */
    private static boolean trainsWhole(StepInputs step) {
        return switch (step) {
            case FineTuneInputs tune -> tune.method() == Tuning.FULL || tune.method() == Tuning.LORA;
            case ContinueInputs go -> true;
            case PruneInputs prune -> true;
            default -> false;
        };
    }

    private static StrategyException refusal(String key, int number) {
        return new StrategyException(Sentence.of(key, number));
    }
}
