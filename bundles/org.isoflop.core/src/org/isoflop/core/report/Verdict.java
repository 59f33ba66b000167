package org.isoflop.core.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.isoflop.analysis.decision.Bar;
import org.isoflop.analysis.decision.BreakEven;
import org.isoflop.analysis.decision.CostLine;
import org.isoflop.analysis.decision.Draws;
import org.isoflop.analysis.decision.Factor;
import org.isoflop.analysis.decision.Limit;
import org.isoflop.analysis.decision.Objective;
import org.isoflop.analysis.decision.Sense;
import org.isoflop.analysis.decision.TippingPoints;
import org.isoflop.analysis.decision.TippingPoints.Point;
import org.isoflop.analysis.decision.Tornado;
import org.isoflop.analysis.graph.Graph;
import org.isoflop.analysis.law.Extrapolation;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.Messages;
import org.isoflop.core.Refusal;
import org.isoflop.core.decision.ScenarioDecision;
import org.isoflop.core.evaluation.Ends;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.core.evaluation.Share;
import org.isoflop.core.evaluation.StrategyResult;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyData.UseModelData;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.model.Text;

/**
 * What a scenario comes to, in a paragraph of plain words: which strategy, by what and against which runner-up, which
 * limits bind it, how sure that is, and where it tips.
 */
final class Verdict {

    /** Sizes within one per cent of each other are called the same. */
    private static final double SAME_SIZE = 0.01;
    /** Sums whose ratio would be shown as 1 are told apart by their difference. */
    private static final double SAME_MONEY = 0.005;
    /** Losses that agree in three decimals are called the same. */
    private static final double SAME_LOSS = 0.0005;
    /** A limit that is used to this share is said to bind. */
    private static final double BINDS = 0.99;
    private static final double HALF = 0.5;
    private static final int MOST_TIPS = 3;
    private static final int DIGITS = 3;

    private final StudyData data;
    private final ScenarioDecision decision;
    private final Draws draws;
    private final List<TippingPoints> tips;
    private final Tornado tornado;
    private final Locale locale;
    private final List<String> sentences = new ArrayList<>();

    /** The draws and the tornado may be null if nothing could be evaluated. */
    Verdict(StudyData data, ScenarioDecision decision, Draws draws, List<TippingPoints> tips, Tornado tornado,
            Locale locale) {
        this.data = data;
        this.decision = decision;
        this.draws = draws;
        this.tips = tips;
        this.tornado = tornado;
        this.locale = locale;
    }

    String text() {
        int winner = decision.strategies().isEmpty() ? -1 : decision.decision().winner();
        if (winner >= 0) {
            best(winner);
        } else {
            say("decision.none");
        }
        for (StrategyResult strategy : decision.result().strategies()) {
            if (strategy.refusal() != null) {
                say("decision.refused", name(strategy), Refusal.message(strategy.refusal(), locale));
            } else if (!strategy.isFeasible()) {
                strategy.result().violations()
                        .forEach(violation -> say("decision.broken", name(strategy), violation.text(locale)));
            }
        }
        return String.join(" ", sentences);
    }

    private void best(int winner) {
        StrategyResult best = decision.strategies().get(winner);
        won(winner, best);
        model(best);
        costs(winner, best);
        others(winner, best);
        without(winner);
        binding(winner);
        sure(winner);
        tipping();
        otherLaws();
        best.result().extrapolations().stream().max(Comparator.comparingDouble(Extrapolation::decades))
                .ifPresent(most -> say("decision.extrapolates", most.variable().text(locale), most.decades()));
    }

    private Optional<Objective> sought(int winner) {
        return decision.decision().objectives().stream()
                .filter(objective -> decision.strategies().get(winner).measure(objective.measure()).isPresent())
                .findFirst();
    }

    private void won(int winner, StrategyResult best) {
        Objective sought = sought(winner).orElse(null);
        if (sought == null) {
            say("decision.only", name(best));
            return;
        }
        Measure measure = Measure.find(sought.measure()).orElseThrow();
        String shown = interval(winner, measure);
        Double goal = decision.result().scenario().lossGoal() == null ? null
                : decision.result().scenario().lossGoal().value();
        if (measure == Measure.LOSS) {
            say("decision.best.loss", name(best), shown, lawName());
        } else if (goal != null) {
            say("decision.best.goal", name(best), show(goal, Unit.NATS_PER_TOKEN), measure.text(locale), shown);
        } else {
            say("decision.best.money", name(best), measure.text(locale), shown);
        }
    }

    private void model(StrategyResult best) {
        OptionalDouble parameters = best.measure("parameters");
        OptionalDouble tokens = best.measure("tokens");
        OptionalDouble compute = best.measure("compute");
        if (compute.orElse(0) > 0 && parameters.isPresent() && tokens.isPresent()) {
            say(isReady(best) ? "decision.adapts" : "decision.trains", show(parameters.getAsDouble(), Unit.PARAMETERS),
                    show(tokens.getAsDouble(), Unit.TOKENS), show(compute.getAsDouble(), Unit.FLOP));
        } else if (parameters.isPresent()) {
            say(isReady(best) ? "decision.uses" : "decision.size", show(parameters.getAsDouble(), Unit.PARAMETERS));
        }
        best.measure("epochs").ifPresent(epochs -> {
            if (epochs > 1) {
                say("decision.epochs", show(epochs, Unit.EPOCHS));
            }
        });
    }

    /** Whether a strategy begins with a model that somebody else has trained. */
    private static boolean isReady(StrategyResult strategy) {
        return !strategy.strategy().steps().isEmpty() && strategy.strategy().steps().getFirst() instanceof UseModelData;
    }

    private void costs(int winner, StrategyResult best) {
        boolean isOnce = best.measure(Measure.COST.id()).isPresent();
        if (best.measure(Measure.COST_PER_MILLION.id()).isPresent()) {
            say(isOnce ? "decision.cost.served" : "decision.cost.onlyServed",
                    interval(winner, Measure.COST_PER_MILLION), isOnce ? interval(winner, Measure.COST) : "");
        } else if (isOnce) {
            say("decision.cost", interval(winner, Measure.COST));
        }
        boolean isSought = sought(winner).filter(sought -> sought.measure().equals(Measure.COST_LIFE.id())).isPresent();
        if (!isSought && best.measure(Measure.COST_LIFE.id()).isPresent()) {
            say("decision.cost.life", interval(winner, Measure.COST_LIFE));
        }
    }

    private void others(int winner, StrategyResult best) {
        Objective sought = sought(winner).orElse(null);
        if (sought == null) {
            return;
        }
        Measure measure = Measure.find(sought.measure()).orElseThrow();
        List<Integer> rest = IntStream.range(0, decision.strategies().size())
                .filter(i -> i != winner && decision.decision().isFeasible(i)
                        && decision.strategies().get(i).measure(measure.id()).isPresent())
                .boxed().sorted(Comparator.comparingDouble(i -> value(decision.strategies().get(i), measure.id())))
                .toList();
        for (int i = 0; i < rest.size(); i++) {
            StrategyResult other = decision.strategies().get(rest.get(i));
            String said = measure == Measure.LOSS
                    ? outcome(value(other, "loss") - value(best, "loss"))
                    : dearer(value(other, measure.id()), value(best, measure.id()));
            String words = Stream.of(size(best, other), said,
                    measure == Measure.LOSS ? cost(best, other) : worse(best, other, measure))
                    .filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
            say(i == 0 ? "decision.runnerUp" : "decision.other", name(other), words);
            if (i == 0) {
                breakEven(best, other);
            }
        }
    }

    /** Strategies that keep all limits and lack what they would be compared by. */
    private void without(int winner) {
        Measure measure = sought(winner).flatMap(sought -> Measure.find(sought.measure())).orElse(null);
        for (int i = 0; i < decision.strategies().size() && measure != null; i++) {
            StrategyResult other = decision.strategies().get(i);
            if (i != winner && other.isFeasible() && other.measure(measure.id()).isEmpty()) {
                say(measure == Measure.LOSS ? "decision.without.loss" : "decision.without", name(other),
                        measure.text(locale));
            }
        }
    }

    /** What decides between equal sums. */
    private String worse(StrategyResult best, StrategyResult other, Measure money) {
        boolean isEqual = money.sense().compare(value(best, money.id()), value(other, money.id())) == 0;
        return isEqual && best.measure("loss").isPresent() && other.measure("loss").isPresent()
                ? outcome(value(other, "loss") - value(best, "loss"))
                : "";
    }

    private String cost(StrategyResult best, StrategyResult other) {
        Measure money = decision.money();
        OptionalDouble cost = other.measure(money.id());
        if (cost.isEmpty() || cost.equals(best.measure(money.id()))) {
            return "";
        }
        return Messages.text(locale, "decision.other.cost", show(cost.getAsDouble(), Unit.USD));
    }

    private String dearer(double cost, double than) {
        if (Sense.LOWEST.compare(cost, than) == 0) {
            return Messages.text(locale, "decision.other.same", show(cost, Unit.USD));
        }
        if (than > 0 && Math.abs(cost / than - 1) < SAME_MONEY) {
            return Messages.text(locale, "decision.other.more", show(cost, Unit.USD), show(cost - than, Unit.USD));
        }
        return Messages.text(locale, "decision.other.dearer", show(cost, Unit.USD),
                than > 0 ? number(cost / than) : "\u221e");
    }

    private String size(StrategyResult best, StrategyResult other) {
        if (other.measure("parameters").isEmpty() || best.measure("parameters").isEmpty()) {
            return "";
        }
        double size = value(other, "parameters") / value(best, "parameters");
        if (Math.abs(Math.log(size)) < SAME_SIZE) {
            return Messages.text(locale, "decision.size.same");
        }
        return Messages.text(locale, size > 1 ? "decision.size.larger" : "decision.size.smaller",
                number(size > 1 ? size : 1 / size));
    }

    private String outcome(double difference) {
        if (Math.abs(difference) < SAME_LOSS) {
            return Messages.text(locale, "decision.loss.same");
        }
        return Messages.text(locale, "decision.loss.worse", difference);
    }

    /** Where the dearer way in becomes the cheaper one. */
    private void breakEven(StrategyResult best, StrategyResult other) {
        Optional<CostLine> first = line(best);
        Optional<CostLine> second = line(other);
        if (first.isEmpty() || second.isEmpty()) {
            return;
        }
        BreakEven.of(first.get(), second.get()).ifPresent(crossing -> {
            StrategyResult cheapFirst = crossing.before() == 0 ? best : other;
            StrategyResult cheapLater = crossing.before() == 0 ? other : best;
            String tokens = show(crossing.tokens(), Unit.TOKENS);
            Double daily = decision.result().scenario().workload() == null
                    || decision.result().scenario().workload().tokensPerDay() == null ? null
                            : decision.result().scenario().workload().tokensPerDay().value();
            if (daily != null && daily > 0) {
                say("decision.breakEven.months", name(cheapFirst), tokens, name(cheapLater),
                        number(crossing.months(daily)));
            } else {
                say("decision.breakEven", name(cheapFirst), tokens, name(cheapLater));
            }
        });
    }

    private static Optional<CostLine> line(StrategyResult strategy) {
        OptionalDouble perMillion = strategy.measure(Measure.COST_PER_MILLION.id());
        return perMillion.isEmpty() ? Optional.empty()
                : Optional.of(new CostLine(strategy.measure(Measure.COST.id()).orElse(0), perMillion.getAsDouble()));
    }

    private void binding(int winner) {
        Graph graph = decision.decision().alternatives().get(winner).graph();
        List<String> binding = decision.decision().alternatives().get(winner).limits().stream()
                .filter(limit -> !limit.constraint().equals("lossGoal") && used(limit, graph) >= BINDS).map(
                        limit -> limit(limit.constraint())).distinct()
                .toList();
        if (!binding.isEmpty()) {
            String last = binding.getLast();
            say("decision.binds", binding.size() == 1 ? last
                    : Messages.text(locale, "decision.and", String.join(", ", binding.subList(0, binding.size() - 1)),
                            last));
        }
    }

    private static double used(Limit limit, Graph graph) {
        double bound = limit.node() != null && graph.has(limit.node()) ? graph.value(limit.node()) : limit.bound();
        double value = graph.value(limit.measure());
        return limit.sense() == Sense.LOWEST ? value / bound : bound / value;
    }

    private String limit(String constraint) {
        return Messages.text(locale, "limit." + constraint);
    }

    private void sure(int winner) {
        if (draws == null || decision.decision().uncertain().isEmpty()) {
            say("decision.noIntervals");
            return;
        }
        double share = draws.winShare(winner);
        say("decision.share", draws.size(), percent(share));
        IntStream.range(0, decision.strategies().size()).filter(i -> i != winner && draws.winShare(i) > 0).boxed()
                .max(Comparator.comparingDouble(draws::winShare)).ifPresent(next -> {
                    say("decision.share.next", name(decision.strategies().get(next)), percent(draws.winShare(next)));
                    if (draws.winShare(next) > share) {
                        say(draws.winShare(next) > HALF ? "decision.share.most" : "decision.share.more",
                                name(decision.strategies().get(winner)), name(decision.strategies().get(next)));
                    }
                });
        if (draws.withoutWinner() > 0) {
            say("decision.share.none", percent(draws.withoutWinner()));
        }
        String together = decision.decision().inputs().stream()
                .filter(input -> input.spread() != null && !decision.sharing(input).isEmpty()).map(this::label)
                .distinct().collect(Collectors.joining(Messages.text(locale, "chart.list")));
        if (!together.isEmpty()) {
            say("decision.together", together);
        }
    }

    private String percent(double share) {
        return Share.text(share, locale);
    }

    /** The nearest changes of the winner, by how far an input must move in proportion. */
    private void tipping() {
        if (decision.strategies().size() < 2) {
            return;
        }
        List<Tip> all = tips.stream().flatMap(found -> Tip.of(found).stream()).toList();
        if (all.isEmpty()) {
            say("decision.tips.none");
        }
        // Where a limit binds, the winner changes at once; that it binds is said already.
        all.stream().filter(tip -> now(tip).equals(at(tip)) && tip.winner() != null && !isLimit(tip.found().input()))
                .findFirst().ifPresent(tip -> say("decision.tips.tied", name(tip.winner()),
                        label(tip.found().input()), now(tip)));
        List<Tip> nearest = all.stream().filter(tip -> !now(tip).equals(at(tip)))
                .sorted(Comparator.comparingDouble(Tip::distance)).limit(MOST_TIPS).toList();
        for (Tip tip : nearest) {
            String now = now(tip);
            String at = at(tip);
            String label = label(tip.found().input());
            if (tip.winner() == null) {
                say(tip.isAbove() ? "decision.tips.noneAbove" : "decision.tips.noneBelow", label, at, now);
            } else {
                say(tip.isAbove() ? "decision.tips.above" : "decision.tips.below", name(tip.winner()), label, at,
                        now);
            }
        }
    }

    private boolean isLimit(Factor.Input input) {
        return input.places().stream().anyMatch(place -> decision.decision().alternatives().get(place.alternative())
                .limits().stream().anyMatch(limit -> place.node().equals(limit.node())));
    }

    private String now(Tip tip) {
        return show(tip.found().input().value(), tip.found().input().unit());
    }

    private String at(Tip tip) {
        return show(tip.at(), tip.found().input().unit());
    }

    private String label(Factor.Input input) {
        return decision.name(input, locale);
    }

    /** The nearest change of the winner on one side of an input's value. */
    private record Tip(TippingPoints found, double at, boolean isAbove, String winner) {

        static List<Tip> of(TippingPoints found) {
            double value = found.input().value();
            Optional<Point> above = found.points().stream().filter(point -> point.at() > value)
                    .min(Comparator.comparingDouble(Point::at));
            Optional<Point> below = found.points().stream().filter(point -> point.at() < value)
                    .max(Comparator.comparingDouble(Point::at));
            return Stream.of(above.map(point -> new Tip(found, point.at(), true, point.above())),
                    below.map(point -> new Tip(found, point.at(), false, point.below()))).flatMap(Optional::stream)
                    .toList();
        }

        double distance() {
            return Math.abs(Math.log(at / found.input().value()));
        }
    }

    private void otherLaws() {
        if (tornado == null) {
            return;
        }
        tornado.bars().stream().filter(bar -> bar.kind() == Bar.Kind.WHICH_LAW).forEach(bar -> {
            if (bar.changes()) {
                Stream.of(new String[] {bar.lowLaw(), bar.lowWinner()}, new String[] {bar.highLaw(), bar.highWinner()})
                        .filter(end -> end[1] != null && !Objects.equals(end[1], tornado.winner())).map(List::of)
                        .distinct().forEach(end -> say("decision.otherLaw", name(end.get(1)), law(end.get(0))));
            } else {
                Measure measure = Measure.find(tornado.measure()).orElseThrow();
                say("decision.otherLaw.same", measure.text(locale), measure.show(bar.atLow(), locale),
                        law(bar.lowLaw()), measure.show(bar.atHigh(), locale), law(bar.highLaw()));
            }
        });
    }

    private String law(String id) {
        return data.findLaw(id).map(this::name).orElse(id);
    }

    private String lawName() {
        return decision.result().law() == null ? "" : name(decision.result().law());
    }

    private String name(LawData law) {
        return name(law.name(), law.id());
    }

    private String name(String strategy) {
        return decision.strategies().stream().filter(one -> one.strategy().id().equals(strategy)).findFirst()
                .map(this::name).orElse(strategy);
    }

    private String name(StrategyResult strategy) {
        return name(strategy.strategy().name(), strategy.strategy().id());
    }

    private String name(Text name, String id) {
        return name == null ? id : name.get(locale);
    }

    private static double value(StrategyResult strategy, String measure) {
        return strategy.measure(measure).orElseThrow();
    }

    /** A value with its interval, where there is one. */
    private String interval(int position, Measure measure) {
        String value = measure.show(value(decision.strategies().get(position), measure.id()), locale);
        return Ends.of(draws, position, measure, locale)
                .map(ends -> Messages.text(locale, "decision.interval", value, ends)).orElse(value);
    }

    private String show(double value, Unit unit) {
        return Quantities.format(value, unit, locale);
    }

    /** A pure number with three significant digits. */
    private String number(double value) {
        return Double.isFinite(value)
                ? show(new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue(), Unit.ONE)
                : "\u221e";
    }

    private void say(String key, Object... arguments) {
        sentences.add(Messages.text(locale, key, arguments));
    }
}
