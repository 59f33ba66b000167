package org.isoflop.core.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.isoflop.core.csv.CsvException;
import org.isoflop.core.csv.CsvTable;
import org.isoflop.core.study.OpenStudy;
import org.isoflop.core.study.Studies;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.Study;
import org.isoflop.model.Verification;
import org.isoflop.model.validate.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of models as people write them, and as they should not. */
class ModelsFileTest {

    private static final String TABLE = """
            Model,Organization,Release Date,Licence,Parameters,active_params,Training tokens,FLOPs,Loss,Corpus
            Llama 3.1 8B,Meta,2024-07,Llama 3.1,8030261248,,15T,7.227e23,,
            "Mixtral, 8x7B",Mistral,2023-12-11,Apache-2.0,46.7B,12.9B,,,1.75,"The Pile, test"
            GPT-5,OpenAI,2025,,,,,,,
            """;

    private static ModelsFile read(String content) {
        return ModelsFile.read(content.getBytes(StandardCharsets.UTF_8), "models.csv", Map.of());
    }

    @Test
    void findsColumnsByTheirNames() {
        ModelsFile file = read(TABLE);
        assertEquals(new ModelRow(2, "Llama 3.1 8B", "Meta", "2024-07", "Llama 3.1", 8030261248.0, null, 15e12,
                7.227e23, null, null), file.rows().get(0));
        assertEquals(new ModelRow(3, "Mixtral, 8x7B", "Mistral", "2023-12-11", "Apache-2.0", 46.7e9, 12.9e9, null, null,
                1.75, "The Pile, test"), file.rows().get(1));
        assertNull(file.rows().get(2).parameters());
    }

    @Test
    void columnsCanBeNamedOrLeftOut() {
        String content = "What,Size,n\nA,1B,5\n";
        ModelsFile file = ModelsFile.read(content.getBytes(StandardCharsets.UTF_8), "models.csv",
                Map.of(ModelColumn.NAME, "what", ModelColumn.PARAMETERS, "size"));
        assertEquals(1e9, file.rows().getFirst().parameters());
        ModelsFile without = ModelsFile.read("name,n\nA,5\n".getBytes(StandardCharsets.UTF_8), "models.csv",
                Map.of(ModelColumn.PARAMETERS, CsvTable.NONE));
        assertNull(without.rows().getFirst().parameters());
        Map<ModelColumn, String> guess = CsvTable.guess(ModelColumn.class, List.of("Model", "Release Date"));
        assertEquals("Release Date", guess.get(ModelColumn.RELEASED));
        assertEquals(CsvTable.NONE, guess.get(ModelColumn.LOSS));
    }

    /** The study is sound; all its numbers name the file, which nobody has checked. */
    @Test
    void becomesAStudyWithTheFileAsSource() throws Exception {
        Study study = ModelsStudy.of(read(TABLE), "models");
        OpenStudy again = Studies.read(Studies.write(study), "models");
        assertTrue(again.findings().stream().allMatch(finding -> finding.severity() == Severity.INFO),
                () -> again.findings().toString());
        assertEquals(List.of("llama-3.1-8b", "mixtral-8x7b", "gpt-5"),
                study.getModels().stream().map(LanguageModel::getId).toList());
        LanguageModel mixtral = study.getModels().get(1);
        assertEquals(12.9e9, mixtral.getActiveParameters().getValue());
        assertNull(mixtral.getTraining());
        assertEquals("The Pile, test", mixtral.getObservedLosses().getFirst().getCorpus());
        assertSame(study.getSources().getFirst(), mixtral.getParameters().getSource());
        assertEquals("models.csv", study.getSources().getFirst().getCitation());
        assertEquals(Verification.UNVERIFIED, study.getSources().getFirst().getVerification());
        assertEquals("Tableau models.csv", study.getSources().getFirst().getName().get(Locale.FRENCH));
        assertArrayEquals(Studies.write(study), Studies.write(again.study()));
    }

    /** Names that give one identifier stay apart. */
    @Test
    void identifiersAreUnique() {
        Study study = ModelsStudy.of(read("name\nA B\na-b\nmodels.csv\n"), "models");
        assertEquals(List.of("a-b", "a-b-2", "models.csv-2"),
                study.getModels().stream().map(LanguageModel::getId).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | E_MODELS_EMPTY | 0 |", "name | E_MODELS_NONE | 0 |",
        "parameters;name | E_CSV_SEPARATOR | 1 |", "parameters,tokens\\n1,2 | E_MODELS_NAME | 1 |",
        "name,model\\nA,B | E_CSV_TWICE | 1 | model", "name,n\\nA,1B\\n,2B | E_MODELS_BLANK | 3 | name",
        "name,n\\nA,1B\\nB,3\\nA,2B | E_MODELS_TWICE | 4 | name", "name,n\\nA | E_CSV_WIDTH | 2 |",
        "name,n\\nA,big | E_CSV_NUMBER | 2 | n", "name,n\\nA,-1 | E_CSV_POSITIVE | 2 | n",
        "name,n\\nA,0 | E_CSV_POSITIVE | 2 | n", "name,n\\nA,1e999 | E_CSV_POSITIVE | 2 | n",
        "name,n\\nA,15 USD | E_CSV_NUMBER | 2 | n", "name,n,active\\nA,1B,2B | E_MODELS_ACTIVE | 2 | active",
        "name,loss\\nA,2 | E_MODELS_CORPUS | 1 | loss", "name,loss,corpus\\nA,2, | E_MODELS_CORPUS | 2 | corpus",
        "name,date\\nA,2024-13 | E_MODELS_DATE | 2 | date", "name,date\\nA,July 2024 | E_MODELS_DATE | 2 | date",
        "name,date\\nA,2023-02-29 | E_MODELS_DATE | 2 | date", "name,date\\nA,0024 | E_MODELS_DATE | 2 | date",
        "name,n\\n\"A,1 | E_CSV_OPEN_QUOTE | 2 |"})
    void wrongTablesAreRefusedWithTheirPlace(String content, String code, int line, String column) {
        CsvException refusal = assertThrows(CsvException.class,
                () -> read(content == null ? "" : content.replace("\\n", "\n")));
        assertEquals(code, refusal.code());
        assertEquals(line, refusal.line());
        assertEquals(column, refusal.column());
        assertEquals("models.csv", refusal.file());
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            assertTrue(refusal.message(locale).endsWith("."), refusal.message(locale));
        }
    }

    @Test
    void whatIsNoTableIsRefused(@TempDir Path folder) {
        assertEquals("E_CSV_NO_FILE", assertThrows(CsvException.class,
                () -> ModelsFile.read(folder.resolve("none.csv"), Map.of())).code());
        assertEquals("E_CSV_UNREADABLE",
                assertThrows(CsvException.class, () -> ModelsFile.read(folder, Map.of())).code());
        assertEquals("E_CSV_NOT_TEXT", assertThrows(CsvException.class,
                () -> ModelsFile.read(new byte[] {'a', (byte) 0xff}, "x", Map.of())).code());
        assertEquals("E_CSV_LARGE", assertThrows(CsvException.class,
                () -> ModelsFile.read(new byte[ModelsFile.MAXIMUM_BYTES + 1], "x", Map.of())).code());
    }
}
