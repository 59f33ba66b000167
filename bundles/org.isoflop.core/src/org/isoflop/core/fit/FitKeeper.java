package org.isoflop.core.fit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.isoflop.analysis.fit.Bootstrap;
import org.isoflop.analysis.fit.FitForm;
import org.isoflop.analysis.fit.Objective;
import org.isoflop.analysis.fit.ParametricFit;
import org.isoflop.analysis.fit.Run;
import org.isoflop.analysis.law.Formula;
import org.isoflop.analysis.law.Range;
import org.isoflop.analysis.law.Variable;
import org.isoflop.core.CoreException;
import org.isoflop.core.Messages;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.OpenStudy;
import org.isoflop.core.study.Studies;
import org.isoflop.model.Constant;
import org.isoflop.model.Draw;
import org.isoflop.model.Fit;
import org.isoflop.model.FitMethod;
import org.isoflop.model.FitObjective;
import org.isoflop.model.FittedRange;
import org.isoflop.model.Ids;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.ObservedRun;
import org.isoflop.model.Quantity;
import org.isoflop.model.RunTable;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Status;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.isoflop.model.io.StudyFileException;

/** Keeps a fit as a law in a study, with its runs, its draws and how it was made. */
public final class FitKeeper {

    /** The most draws that a law keeps. */
    public static final int DRAWS = 500;

    private static final IsoflopFactory MODEL = IsoflopFactory.eINSTANCE;

    private FitKeeper() {
    }

    /**
     * Adds a fit to a study file, which is made if it does not exist.
     *
     * @param answer
     *            the fit
     * @param file
     *            the study
     * @param id
     *            the id of the law to be, or null for one made from the name of the table
     * @return the id of the law
     * @throws CoreException
     *             if the study has errors, or already something of that id
     * @throws StudyFileException
     *             if the file cannot be written
     * @throws org.isoflop.analysis.LocalisedException
     *             if the fit is one of a formula
     */
    public static String save(FitAnswer answer, Path file, String id) throws StudyFileException {
        boolean isNew = !Files.exists(file);
        OpenStudy open = isNew ? null : Studies.open(file);
        if (open != null && !(open.isSound() && open.isComplete())) {
            throw new CoreException("E_FIT_STUDY", file.toString());
        }
        Study study = open == null ? MODEL.createStudy() : open.study();
        if (open == null) {
            String slug = Ids.slug(bareName(file.toString()));
            study.setId(slug.equals(id) ? slug + "-study" : slug);
        }
        String kept = add(answer, study, id);
        Studies.save(file, study, open == null ? null : open.stamp());
        return kept;
    }

    /**
     * Adds a fit to a study in memory. Call it where the study lives.
     *
     * @param answer
     *            the fit
     * @param study
     *            the study
     * @param id
     *            the id of the law to be, or null for one made from the name of the table
     * @return the id of the law
     * @throws CoreException
     *             if the id is not one, or the study already has something of that id
     * @throws org.isoflop.analysis.LocalisedException
     *             if the fit is one of a formula
     */
    public static String add(FitAnswer answer, Study study, String id) {
        if (id != null && !Ids.slug(id).equals(id)) {
            throw new CoreException("E_FIT_ID_FORM", id, Ids.slug(id));
        }
        if (id != null && Ids.elements(study).containsKey(id)) {
            throw new CoreException("E_FIT_ID", id);
        }
        String table = bareName(answer.file().name());
        ScalingLaw law = law(answer);
        law.setId(id != null ? id : Ids.unique(table + "-fit", study));
        law.setName(name(table));
        law.setStatus(Status.FITTED);
        ranges(answer, law);
        LawData data = StudyMapper.law(law);
        if (data.problem() != null) {
            throw data.problem();
        }
        study.getLaws().add(law);
        Fit fit = law.getFit();
        fit.setRuns(runs(answer.file(), study));
        leftOut(answer, fit);
        return law.getId();
    }

    private static Text name(String table) {
        return Text.of(Map.of("en", Messages.text(Locale.ENGLISH, "fit.name", table), "fr",
                Messages.text(Locale.FRENCH, "fit.name", table)));
    }

    private static String bareName(String file) {
        Path last = Path.of(file).getFileName();
        String name = last == null ? file : last.toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static ScalingLaw law(FitAnswer answer) {
        ScalingLaw law = MODEL.createScalingLaw();
        law.setFit(MODEL.createFit());
        switch (answer) {
            case FitAnswer.Parametric parametric -> {
                ParametricFit fit = parametric.fit();
                form(law, fit.options().form());
                for (int j = 0; j < fit.constants().length; j++) {
                    constant(law, fit.options().form().constants().get(j), fit.constants()[j]);
                }
                Objective objective = fit.options().objective();
                law.getFit().setObjective(FitObjective.getByName(objective.kind().key()));
                law.getFit().setMethod(FitMethod.getByName(parametric.method().key()));
                law.getFit().setDelta(Double.isNaN(objective.delta()) ? null : objective.delta());
                law.getFit().setReached(fit.objective());
                if (fit.bootstrap() != null) {
                    draws(law, fit.bootstrap());
                }
            }
            case FitAnswer.Allocation allocation -> {
                law.setForm("allocation");
                law.getFit().setMethod(allocation instanceof FitAnswer.IsoFlop ? FitMethod.ISOFLOP
                        : FitMethod.ENVELOPE);
                if (allocation instanceof FitAnswer.IsoFlop isoFlop) {
                    law.getFit().setBudgetTolerance(isoFlop.tolerance());
                }
                constant(law, "k_N", allocation.parameters().coefficient());
                constant(law, "a", allocation.parameters().exponent());
                constant(law, "k_D", allocation.tokens().coefficient());
                constant(law, "b", allocation.tokens().exponent());
                if (allocation.bootstrap() != null) {
                    draws(law, allocation.bootstrap());
                }
            }
        }
        return law;
    }

    /** A formula of a user's own is written down in the law. */
    private static void form(ScalingLaw law, FitForm form) {
        law.setForm(form.asLaw().id());
        for (Formula line : form.asLaw().ownFormulas()) {
            org.isoflop.model.Formula written = MODEL.createFormula();
            written.setSymbol(line.symbol());
            written.setExpression(line.expression().toString());
            law.getFormulas().add(written);
        }
    }

    private static void constant(ScalingLaw law, String symbol, double value) {
        Constant constant = MODEL.createConstant();
        constant.setSymbol(symbol);
        Quantity quantity = MODEL.createQuantity();
        quantity.setValue(value);
        constant.setValue(quantity);
        law.getConstants().add(constant);
    }

    private static void draws(ScalingLaw law, Bootstrap bootstrap) {
        List<double[]> all = bootstrap.draws();
        int kept = Math.min(DRAWS, all.size());
        for (int i = 0; i < kept; i++) {
            Draw draw = MODEL.createDraw();
            for (double value : all.get((int) ((long) i * all.size() / kept))) {
                draw.getValues().add(value);
            }
            law.getDraws().add(draw);
        }
        law.getFit().setResamples(bootstrap.resamples());
        law.getFit().setSeed((int) bootstrap.seed());
        law.getFit().setGenerator(bootstrap.generator());
    }

    /** Which runs were left out: as many of the highest losses as are missing, or each by its number. */
    private static void leftOut(FitAnswer answer, Fit fit) {
        Set<Integer> kept = Set.copyOf(answer.lines());
        List<Integer> lines = answer.file().lines();
        List<Integer> out = IntStream.range(0, lines.size()).filter(i -> !kept.contains(lines.get(i))).boxed().toList();
        List<Integer> highest = Arrays.stream(answer.file().runs().highestLosses(out.size())).sorted().boxed().toList();
        boolean areHighest = out.equals(highest);
        fit.setDropped(areHighest ? out.size() : 0);
        if (!areHighest) {
            fit.setLeftOut(out.stream().map(run -> Integer.toString(run + 1)).collect(Collectors.joining(" ")));
        }
    }

    private static void ranges(FitAnswer answer, ScalingLaw law) {
        for (Map.Entry<Variable, Range> entry : answer.runs().ranges().entrySet()) {
            FittedRange range = MODEL.createFittedRange();
            range.setVariable(org.isoflop.model.Variable.getByName(entry.getKey().key()));
            range.setLow(entry.getValue().low());
            range.setHigh(entry.getValue().high());
            law.getRanges().add(range);
        }
    }

    /** The table of the same file, or a new one. */
    private static RunTable runs(RunsFile file, Study study) {
        for (RunTable table : study.getRunTables()) {
            if (file.hash().equals(table.getHash()) && table.getRuns().size() == file.runs().size()) {
                return table;
            }
        }
        RunTable table = MODEL.createRunTable();
        String name = bareName(file.name());
        table.setId(Ids.unique(name, study));
        table.setName(Text.of(name));
        Path last = Path.of(file.name()).getFileName();
        table.setFile(last == null ? file.name() : last.toString());
        table.setHash(file.hash());
        for (Run run : file.runs().list()) {
            ObservedRun observed = MODEL.createObservedRun();
            observed.setLabel(run.label());
            observed.setParameters(run.parameters());
            observed.setTokens(run.tokens());
            observed.setUniqueTokens(Double.isNaN(run.uniqueTokens()) ? null : run.uniqueTokens());
            observed.setCompute(run.compute());
            observed.setLoss(run.loss());
            table.getRuns().add(observed);
        }
        study.getRunTables().add(table);
        return table;
    }
}
