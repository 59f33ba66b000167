package org.isoflop.analysis.strategy;

import java.util.List;
import java.util.Map;

import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.law.Answer;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.unit.Unit;

/** Training a student on the logits of a teacher, which reads every token once. */
final class DistilStep {

    private static final String BUSBRIDGE = "Busbridge et al. 2025, arXiv:2502.08606";
    private static final String TEACHER_LOSS = "L_T";

    private DistilStep() {
    }

    /**
     * Adds the step.
     *
     * @param before what the steps before gave, or null at the beginning
     */
    static State run(Chain chain, Scope scope, State before, DistilInputs given) {
        Node tokens = scope.input("tokens", "D", Unit.TOKENS, given.training().tokens());
        if (tokens == null) {
            throw new StrategyException(Sentence.of("strategy.tuningTokens"));
        }
        State teacher = teacher(chain, scope, before, given);
        State student = student(chain, scope, given);
        Machines machines = new Machines(chain, scope, given.training(), student.architecture(), student.size());
        chain.ledger().add("tokens", tokens);
        Node compute = scope.derived("compute", "C", Unit.FLOP, "2*{0}*{2} + 6*{1}*{2}",
                List.of(teacher.active(), student.active(), tokens),
                v -> TuningCost.distillation(v[0], v[1], v[2]), BUSBRIDGE);
        chain.cite(BUSBRIDGE, "assumption.distillation");
        TrainingRun.add(chain, scope, given.training(), machines, compute, null);
        if (student.architecture() == null) {
            chain.ledger().missing("memoryBytesPerDevice", Sentence.of("reason.architecture"));
        } else {
            LayoutMemory.add(chain, scope, machines, student.architecture());
            chain.assume("assumption.teacherMemory");
        }
        DataInputs data = given.training().data();
        if (DataNodes.qualityUnknown(data)) {
            throw new StrategyException(Sentence.of("strategy.quality", data.id()));
        }
        Node quality = DataNodes.quality(chain, scope, data);
        Node worth = quality == null ? tokens
                : scope.derived("worthTokens", "D_q", Unit.TOKENS, "{0}*{1}", List.of(tokens, quality),
                        v -> v[0] * v[1], null);
        return loss(chain, scope, student.withTokens(tokens), teacher, worth, given);
    }

    private static State teacher(Chain chain, Scope scope, State before, DistilInputs given) {
        if (given.teacher() == null) {
            if (before == null) {
                throw new StrategyException(Sentence.of("strategy.teacher"));
            }
            return before;
        }
        State teacher = ModelNodes.of(chain, scope.within("teacher", "_T"), given.teacher());
        Input known = given.teacher().loss();
        if (known == null) {
            return teacher;
        }
        ModelNodes.announceLoss(chain, given.teacher());
        return teacher.with(scope.input("teacherLoss", TEACHER_LOSS, Unit.NATS_PER_TOKEN, known), null);
    }

    private static State student(Chain chain, Scope scope, DistilInputs given) {
        if (given.student() != null) {
            if (given.parameters() != null) {
                throw new StrategyException(Sentence.of("strategy.twoSizes", given.student().id()));
            }
            return ModelNodes.of(chain, scope, given.student());
        }
        Node parameters = scope.input("parameters", "N", Unit.PARAMETERS, given.parameters());
        if (parameters == null) {
            throw new StrategyException(Sentence.of("strategy.student"));
        }
        return new State(null, null, parameters, parameters, null, null, null, null, false, false, null, null);
    }

    private static State loss(Chain chain, Scope scope, State student, State teacher, Node worth,
            DistilInputs given) {
        Law law = given.law();
        if (law == null) {
            return TransferLoss.assumed(chain, scope, student, given.assumedLoss(),
                    Sentence.of("reason.noDistillationLaw"));
        }
        Sentence why = null;
        if (!law.answers().contains(Answer.LOSS)
                || law.form().ownInputs().stream().noneMatch(input -> input.symbol().equals(TEACHER_LOSS))) {
            why = Sentence.of("reason.noDistillation", law.id());
        } else if (teacher.loss() == null) {
            why = Sentence.of("reason.teacherLoss");
        }
        Node n = why == null ? chain.counted(scope, student, law) : null;
        if (why == null && n == null) {
            why = Chain.silence(student, law);
        }
        if (why != null) {
            return TransferLoss.assumed(chain, scope, student, given.assumedLoss(), why);
        }
        LawNodes nodes = LawNodes.of(chain, scope, law, Map.of()).bind(TEACHER_LOSS, teacher.loss());
        nodes.requireInputs();
        nodes.extrapolates(n, worth, null, null);
        chain.cite(law.form().source(), "assumption.distillationLaw", law.id());
        Law scale = chain.given().law();
        if (scale != null && scale.corpus() != null && law.corpus() != null
                && !law.corpus().equals(scale.corpus())) {
            chain.assume("assumption.otherCorpus", law.id(), law.corpus(), scale.corpus());
        }
        return student.with(nodes.lines(law.form().steps(), nodes.point(n, worth)), null);
    }
}
