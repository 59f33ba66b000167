package org.isoflop.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;

import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.Optimum;
import org.isoflop.core.CoreException;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped constants give the published numbers. Golden values G8 to G10: exact consequences of the constants. */
class CatalogTest {

    @Test
    void everyLawCanBeAskedAndHasASource() {
        Set<String> ids = new HashSet<>();
        for (StudyData study : Catalog.studies()) {
            for (LawData law : study.laws()) {
                assertTrue(ids.add(law.id()), law.id());
                assertNull(law.problem(), law.id());
                assertNotNull(law.law(), law.id());
                assertTrue(study.findSource(law.source()).isPresent(), law.id());
            }
        }
        assertEquals(59, ids.size());
    }

    /** G8: closed-form compute-optimal allocation, relative 1e-6 on the digits shown. */
    @ParameterizedTest
    @CsvSource({"hoffmann-2022-rounded, 1e18, 8.0582e7, 2.06829e9, 3.535298",
        "hoffmann-2022-rounded, 1e20, 6.44858e8, 2.58455e10, 2.599850",
        "hoffmann-2022-rounded, 1e22, 5.16047e9, 3.22968e11, 2.138614",
        "hoffmann-2022-rounded, 5.76e23, 3.21899e10, 2.98231e12, 1.930748",
        "hoffmann-2022-rounded, 1e24, 4.12967e10, 4.03583e12, 1.911195",
        "hoffmann-2022-rounded, 3.8e25, 2.13484e11, 2.96665e13, 1.816533",
        "hoffmann-2022-unrounded, 1e20, 7.74874e8, 2.15089e10, 2.553419",
        "hoffmann-2022-unrounded, 5.76e23, 4.03609e10, 2.37854e12, 1.918412",
        "hoffmann-2022-unrounded, 1e26, 4.24998e11, 3.92159e13, 1.794643",
        "besiroglu-2024-published, 1e18, 8.05319e7, 2.06957e9, 3.490492",
        "besiroglu-2024-published, 1e20, 8.53477e8, 1.9528e10, 2.553405",
        "besiroglu-2024-published, 5.76e23, 7.22487e10, 1.32874e12, 1.974441",
        "besiroglu-2024-published, 1e24, 9.58607e10, 1.73863e12, 1.959712",
        "besiroglu-2024-published, 3.8e25, 6.18666e11, 1.02371e13, 1.891707"})
    void allocatesAsPublished(String id, double compute, double parameters, double tokens, double loss) {
        Optimum optimum = law(id).optimum(compute);
        // Six digits are shown, so half a unit of the sixth is what the golden value leaves open.
        assertEquals(parameters, optimum.parameters(), 5.5e-6 * parameters);
        assertEquals(tokens, optimum.tokens(), 5.5e-6 * tokens);
        assertEquals(loss, optimum.loss(), 1e-6);
    }

    /** G8: the constants of the paper's source text give 41.7B at the Gopher budget. */
    @Test
    void latexConstantsAllocate() {
        assertEquals(4.17156e10, law("hoffmann-2022-latex").optimum(5.76e23).parameters(), 4.17156e10 * 5.5e-6);
    }

    /** G8: Muennighoff's base law is 19.613 tokens per parameter at any budget. */
    @ParameterizedTest
    @CsvSource({"1e18", "5.76e23", "1e26"})
    void dataConstrainedLawHasOneRatio(double compute) {
        assertEquals(19.613, law("muennighoff-2023").optimum(compute).tokensPerParameter(), 5e-4);
    }

    /** Table 3 (approach 1, 67B row) and Table A3 (approach 2) of Hoffmann et al. 2022: ±4 % for N*, ±6 % for D*. */
    @ParameterizedTest
    @CsvSource({"hoffmann-2022-approach-1, 1.92e19, 4e8, 8e9", "hoffmann-2022-approach-1, 5.76e23, 6.7e10, 1.5e12",
        "hoffmann-2022-approach-1, 1.3e28, 1e13, 2.162e14", "hoffmann-2022-approach-2, 1.84e19, 4e8, 7.7e9",
        "hoffmann-2022-approach-2, 6.88e23, 6.7e10, 1.7e12",
        "hoffmann-2022-approach-2, 1.75e28, 1e13, 2.92e14"})
    void regressionsFollowTheTables(String id, double compute, double parameters, double tokens) {
        Optimum optimum = law(id).optimum(compute);
        assertEquals(parameters, optimum.parameters(), 0.04 * parameters);
        assertEquals(tokens, optimum.tokens(), 0.06 * tokens);
        assertTrue(Double.isNaN(optimum.loss()));
    }

    /** G9: predicted losses, absolute 1e-6. */
    @ParameterizedTest
    @CsvSource({"175e9, 300e9, 2.002288, 1.976448, 2.008544", "280e9, 300e9, 1.993258, 1.967243, 1.999608",
        "70e9, 1.4e12, 1.936645, 1.920846, 1.973882", "6.7e9, 1.0e12, 2.054668, 2.038824, 2.086544",
        "7e9, 2e12, 2.020301, 2.007984, 2.064713", "8e9, 15e12, 1.948532, 1.943621, 2.022063",
        "405e9, 15.6e12, 1.819035, 1.811936, 1.892585"})
    void predictsLosses(double n, double d, double rounded, double unrounded, double besiroglu) {
        assertEquals(rounded, law("hoffmann-2022-rounded").loss(n, d), 1e-6);
        assertEquals(unrounded, law("hoffmann-2022-unrounded").loss(n, d), 1e-6);
        assertEquals(besiroglu, law("besiroglu-2024-published").loss(n, d), 1e-6);
    }

    /** G10: the first two are printed in the authors' README. */
    @ParameterizedTest
    @CsvSource({"6.34e9, 242e9, 25e9, 2.2256440889984477", "8.67e9, 178e9, 25e9, 2.2269634075087867"})
    void predictsLossOfRepeatedData(double n, double d, double unique, double loss) {
        assertEquals(loss, law("muennighoff-2023").loss(n, d, unique), 1e-12);
    }

    @Test
    void predictsLossOfSevenEpochs() {
        assertEquals(2.226080995952325, law("muennighoff-2023").loss(8.7e9, 178e9, 178e9 / 7), 1e-12);
    }

    /** G11: Kaplan 2020, absolute 1e-6. */
    @Test
    void predictsKaplansLosses() {
        assertEquals(2.829963, law("kaplan-2020-parameters").loss(1e8, 1e9), 1e-6);
        assertEquals(1.637762, law("kaplan-2020-tokens").loss(1e9, 3e11), 1e-6);
        assertEquals(1.764059, law("kaplan-2020-compute").lossAtOptimum(3640 * 8.64e19), 1e-6);
        assertEquals(1.660957, law("kaplan-2020-joint").loss(175e9, 300e9), 1e-6);
    }

    @Test
    void refusesAnUnknownLawAndNamesTheKnownOnes() {
        CoreException refusal = assertThrows(CoreException.class, () -> Catalog.law("chinchilla"));
        assertEquals("E_NO_SUCH_LAW", refusal.code());
        assertTrue(refusal.getMessage().contains("hoffmann-2022-rounded"));
    }

    private static Law law(String id) {
        return Catalog.law(id).law().law();
    }
}
