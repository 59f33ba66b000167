package org.isoflop.ui.fit;

import java.util.List;

import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.chart.Across;
import org.isoflop.core.chart.FitBands;
import org.isoflop.core.chart.FitCharts;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.core.fit.Prediction;
import org.isoflop.ui.Messages;

/** What the fit predicts, over the runs. */
final class PredictionPage extends FitPage {

    private static final int OPTIMUM = 0;
    private static final int OVER_PARAMETERS = 1;

    private Combo what;
    private NumberInput parameters;
    private NumberInput tokens;

    PredictionPage() {
        super("prediction");
    }

    @Override
    String refusal(FitAnswer answer) {
        return null;
    }

    @Override
    void createOptions(Composite parent) {
        what = combo(parent, "fit.prediction.what", List.of(Messages.text("fit.prediction.optimum"),
                Messages.text("fit.prediction.parameters"), Messages.text("fit.prediction.tokens")));
        what.select(OVER_PARAMETERS);
        parameters = new NumberInput(pair(parent), "fit.prediction.n", Unit.PARAMETERS, "7B", false, this::changed);
        tokens = new NumberInput(pair(parent), "fit.prediction.d", Unit.TOKENS, "2T", false, this::changed);
    }

    @Override
    Calculation calculation(FitSession session) {
        int chosen = what.getSelectionIndex();
        if (session.answer() instanceof FitAnswer.Allocation allocation) {
            Across across = chosen == 2 ? Across.TOKENS : Across.PARAMETERS;
            return cancelled -> new FitPicture(FitBands.allocation(allocation, across, locale()), null, "");
        }
        FitAnswer.Parametric answer = parametric(session);
        double n = parameters.value();
        double d = tokens.value();
        String problem = parameters.problem() == null ? tokens.problem() : parameters.problem();
        return cancelled -> new FitPicture(chosen == OPTIMUM
                ? FitBands.overCompute(answer, FitCharts.NONE, locale(), cancelled)
                : FitBands.profiles(answer, chosen == OVER_PARAMETERS ? Across.PARAMETERS : Across.TOKENS,
                        FitCharts.NONE, locale(), cancelled),
                null, problem == null ? sentence(answer, n, d) : problem);
    }

    private static String sentence(FitAnswer.Parametric answer, double n, double d) {
        Prediction prediction = Prediction.of(answer.fit(), new Prediction.Place(n, d));
        String loss = RunTexts.loss(prediction.loss());
        if (prediction.constants() == null) {
            return Messages.text("fit.prediction.alone", RunTexts.count(n), RunTexts.count(d), loss);
        }
        return Messages.text("fit.prediction.sentence", RunTexts.count(n), RunTexts.count(d), loss,
                RunTexts.loss(prediction.constants().low()), RunTexts.loss(prediction.constants().high()),
                RunTexts.loss(prediction.withResidual().low()), RunTexts.loss(prediction.withResidual().high()),
                100 * prediction.constants().level());
    }
}
