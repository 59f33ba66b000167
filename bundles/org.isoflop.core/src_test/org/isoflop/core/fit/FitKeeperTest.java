package org.isoflop.core.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.isoflop.analysis.fit.FitForm;
import org.isoflop.analysis.fit.FitProgress;
import org.isoflop.analysis.fit.Objective;
import org.isoflop.analysis.fit.Starts;
import org.isoflop.analysis.law.Law;
import org.isoflop.core.CoreException;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.OpenStudy;
import org.isoflop.core.study.Studies;
import org.isoflop.model.FitObjective;
import org.isoflop.model.io.StudyWriter;
import org.isoflop.model.validate.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fit kept in a study is a law like any other, and says how it was made. */
class FitKeeperTest {

    @TempDir
    Path folder;

    private static RunsFile runs() {
        StringBuilder rows = new StringBuilder("N,D,C,loss\n");
        Random random = new Random(1);
        for (int decade = 18; decade <= 21; decade++) {
            double c = Math.pow(10, decade);
            for (int i = -3; i <= 3; i++) {
                double n = 0.12 * Math.pow(c / 6, 0.51) * Math.pow(1.6, i);
                double d = c / (6 * n);
                double loss = (1.82 + 480 / Math.pow(n, 0.347) + 2100 / Math.pow(d, 0.367))
                        * Math.exp(0.003 * random.nextGaussian());
                rows.append(n).append(',').append(d).append(',').append(c).append(',').append(loss).append('\n');
            }
        }
        return RunsFile.read(rows.toString().getBytes(StandardCharsets.UTF_8), "My runs.csv", Map.of());
    }

    private static FitAnswer fit(Method method, String form, int resamples, int drop) {
        return Fits.fit(runs(), new FitRequest(method, FitForm.of(form), Objective.huber(1e-3),
                form.equals("chinchilla") ? Starts.VPNLS : Starts.GRID, drop, resamples, 3, null, 0, null, 1e-9),
                FitProgress.NONE);
    }

    @Test
    void aFitComesBackAsALaw() throws Exception {
        Path file = folder.resolve("new.isoflop");
        FitAnswer.Parametric answer = (FitAnswer.Parametric) fit(Method.PARAMETRIC, "chinchilla", 700, 2);
        assertEquals("my-runs-fit", FitKeeper.save(answer, file, null));
        OpenStudy open = Studies.open(file);
        assertTrue(open.findings().stream().allMatch(finding -> finding.severity() != Severity.ERROR),
                () -> open.findings().toString());
        assertArrayEquals(Files.readAllBytes(file), StudyWriter.write(open.study()));
        StudyData study = StudyMapper.map(open.study());
        LawData data = study.laws().getFirst();
        Law law = data.law();
        assertArrayEquals(answer.fit().constants(), law.constantValues(), 0);
        assertEquals(FitKeeper.DRAWS, law.uncertainty().orElseThrow().size());
        assertTrue(law.interval(drawn -> drawn.loss(1e9, 2e10), 0.95).orElseThrow().low() < law.loss(1e9, 2e10));
        assertEquals("my-runs", data.fit().runs());
        assertEquals(FitObjective.HUBER, data.fit().objective());
        assertEquals(1e-3, data.fit().delta());
        assertEquals(answer.fit().objective(), data.fit().reached());
        assertEquals(2, data.fit().dropped());
        assertEquals(700, data.fit().resamples());
        assertEquals(3, data.fit().seed());
        assertEquals(answer.fit().bootstrap().generator(), data.fit().generator());
        assertEquals(28, study.findRunTable("my-runs").orElseThrow().runs().size());
        assertEquals(runs().hash(), open.study().getRunTables().getFirst().getHash());
        assertEquals("My runs.csv", open.study().getRunTables().getFirst().getFile());
        assertEquals(26, answer.runs().size());
        assertEquals(answer.fit().runs().ranges(), law.fittedRange());
    }

    @Test
    void fitsOfOneTableShareIt() throws Exception {
        Path file = folder.resolve("two.isoflop");
        FitKeeper.save(fit(Method.PARAMETRIC, "chinchilla", 0, 0), file, "first");
        assertEquals("my-runs-fit", FitKeeper.save(fit(Method.ISOFLOP, "chinchilla", 0, 0), file, null));
        StudyData study = StudyMapper.map(Studies.open(file).study());
        assertEquals(1, study.runTables().size());
        assertEquals(List.of("first", "my-runs-fit"), study.laws().stream().map(LawData::id).toList());
        assertTrue(study.laws().getFirst().law().uncertainty().isEmpty());
        Law allocation = study.laws().getLast().law();
        assertEquals("allocation", allocation.form().id());
        assertTrue(allocation.optimum(1e20).parameters() > 1e8);
    }

    @Test
    void nothingIsAddedWhereItDoesNotFit() throws Exception {
        Path file = folder.resolve("s.isoflop");
        FitAnswer answer = fit(Method.PARAMETRIC, "chinchilla", 0, 0);
        FitKeeper.save(answer, file, "law");
        byte[] before = Files.readAllBytes(file);
        assertEquals("E_FIT_ID", assertThrows(CoreException.class, () -> FitKeeper.save(answer, file, "law")).code());
        assertEquals("E_FIT_ID_FORM",
                assertThrows(CoreException.class, () -> FitKeeper.save(answer, file, "My law")).code());
        assertArrayEquals(before, Files.readAllBytes(file));
        Path broken = folder.resolve("broken.isoflop");
        Files.writeString(broken, "{\n  \"format\": \"isoflop\",\n  \"version\": 1\n}\n");
        assertEquals("E_FIT_STUDY",
                assertThrows(CoreException.class, () -> FitKeeper.save(answer, broken, null)).code());
    }

    @Test
    void aFormulaOfOnesOwnIsKeptInTheLawAndFittedAgain() throws Exception {
        Path file = folder.resolve("own.isoflop");
        String id = FitKeeper.save(fit(Method.PARAMETRIC, "E + K/(N*D)^gamma", 8, 0), file, null);
        OpenStudy open = Studies.open(file);
        assertTrue(open.findings().stream().noneMatch(finding -> finding.severity() == Severity.ERROR),
                () -> open.findings().toString());
        StudyData data = StudyMapper.map(open.study());
        LawData law = data.findLaw(id).orElseThrow();
        assertEquals("formula", law.form());
        assertEquals(8, law.law().uncertainty().orElseThrow().size());
        KeptFit kept = KeptFit.of(data, law);
        FitAnswer.Parametric again = (FitAnswer.Parametric) kept.again(FitProgress.NONE);
        assertTrue(kept.agrees(again));
        assertEquals(again.fit().predict(3e8, 6e9), law.law().loss(3e8, 6e9), 1e-9);
    }

    @Test
    void runsThatTheUserLeftOutAreKeptByTheirNumbersAndLeftOutAgain() throws Exception {
        FitRequest request = new FitRequest(Method.PARAMETRIC, FitForm.of("chinchilla"), Objective.huber(1e-3),
                Starts.GRID, 0, 8, 3, null, 0, null, 1e-9);
        FitAnswer answer = Fits.fit(runs(), request, Set.of(3, 12), FitProgress.NONE);
        assertEquals(26, answer.runs().size());
        Path file = folder.resolve("left-out.isoflop");
        String id = FitKeeper.save(answer, file, null);
        StudyData data = StudyMapper.map(Studies.open(file).study());
        LawData law = data.findLaw(id).orElseThrow();
        assertEquals("4 13", law.fit().leftOut());
        assertEquals(0, law.fit().dropped());
        KeptFit kept = KeptFit.of(data, law);
        assertEquals(Set.of(3, 12), kept.leftOut());
        assertTrue(kept.agrees(kept.again(FitProgress.NONE)));
    }

    @Test
    void anAllocationIsMadeAgainByItsMethod() throws Exception {
        for (Method method : List.of(Method.ISOFLOP, Method.VPNLS)) {
            Path file = folder.resolve(method.key() + ".isoflop");
            String id = FitKeeper.save(fit(method, "chinchilla", 0, 0), file, null);
            StudyData data = StudyMapper.map(Studies.open(file).study());
            KeptFit kept = KeptFit.of(data, data.findLaw(id).orElseThrow());
            assertEquals(method, kept.request().method());
            assertTrue(kept.agrees(kept.again(FitProgress.NONE)));
        }
    }
}
