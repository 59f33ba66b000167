package org.isoflop.core.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.isoflop.core.csv.CsvException;
import org.isoflop.core.csv.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of runs as people write them, and as they should not. */
class RunsFileTest {

    private static RunsFile read(String content) {
        return read(content, Map.of());
    }

    private static RunsFile read(String content, Map<Column, String> columns) {
        return RunsFile.read(content.getBytes(StandardCharsets.UTF_8), "runs.csv", columns);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N,D,loss\n1e9,2e10,2.5\n", "\uFEFFN,D,loss\r\n1e9,2e10,2.5\r\n", "N,D,loss\r1e9,2e10,2.5",
        "loss,D,N\n2.5,20B,1B\n", "Model Size,Training_Tokens,LOSS\n\n1e9,2e10,2.5\n\n",
        "\"params\",\"tokens\",\"loss\"\n\"1e9\",\"2e10\",\"2.5\"\n", "parameters,training flop,loss\n1e9,1.2e20,2.5\n",
        "tokens,budget,loss\n2e10,1.2e20,2.5\n", " n , d , flops , loss , z \n 1000000000 , 2e+10 , 1.2E20 , 2.5 , x ",
        "N,D,loss\n1.e9,2e10,+2.5\n"})
    void columnsAreFoundByName(String content) {
        RunsFile file = read(content);
        assertEquals(1, file.runs().size());
        assertEquals(1e9, file.runs().get(0).parameters(), 1);
        assertEquals(2e10, file.runs().get(0).tokens(), 10);
        assertEquals(1.2e20, file.runs().get(0).compute(), 1e8);
        assertEquals(2.5, file.runs().get(0).loss());
    }

    @Test
    void whatIsDerivedIsSaid() {
        assertEquals(Column.COMPUTE, read("N,D,loss\n1e9,2e10,2.5\n").derived());
        assertEquals(Column.TOKENS, read("N,C,loss\n1e9,2e20,2.5\n").derived());
        RunsFile given = read("N,D,C,loss\n1e9,2e10,1.32e20,2.5\n");
        assertEquals(null, given.derived());
        assertEquals(1.32e20, given.runs().get(0).compute());
        assertEquals(0.1, given.runs().largestComputeDeviation(), 1e-9);
    }

    @Test
    void columnsCanBeMapped() {
        RunsFile file = read("N,D,a,b\n1e9,2e10,2.5,3.5\n", Map.of(Column.LOSS, "B"));
        assertEquals(3.5, file.runs().get(0).loss());
        RunsFile two = read("N,params,D,loss\n1e9,2e9,2e10,2.5\n", Map.of(Column.PARAMETERS, "params"));
        assertEquals(2e9, two.runs().get(0).parameters());
    }

    @Test
    void replicatesAndLinesAreKept() {
        RunsFile file = read("label,N,D,loss\na,1e9,2e10,2.5\n\n\"b,\n\"\"c\"\"\",1e9,2e10,2.5\n,1e9,2e10,2.6\n");
        assertEquals(3, file.runs().size());
        assertEquals(List.of(2, 4, 6), file.lines());
        assertEquals("b,\n\"c\"", file.runs().get(1).label());
        assertEquals(null, file.runs().get(2).label());
        assertEquals(1, file.runs().identical().length);
        assertEquals(64, file.hash().length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''|0||E_CSV_EMPTY", "'\n\n  \n'|0||E_CSV_EMPTY",
        "'N,D,loss\n'|0||E_CSV_NO_RUNS",
        "'N;D;loss\n1;2;3\n'|1||E_CSV_SEPARATOR", "'N\tD\tloss\n1\t2\t3\n'|1||E_CSV_SEPARATOR",
        "'N,loss\n1,2\n'|1||E_CSV_TWO_OF", "'N,D\n1,2\n'|1||E_CSV_LOSS", "'N,n,D,loss\n1,1,2,2\n'|1|n|E_CSV_TWICE",
        "'N,D,loss\n1,2\n'|2||E_CSV_WIDTH", "'N,D,loss\n1,2,3,4\n'|2||E_CSV_WIDTH",
        "'N,D,loss\n1e9,2e10,2.5\n1e9,,2.5\n'|3|D|E_CSV_BLANK", "'N,D,loss\n1e9,x,2.5\n'|2|D|E_CSV_NUMBER",
        "'N,D,loss\n1e9,2e10,NaN\n'|2|loss|E_CSV_NUMBER", "'N,D,loss\n1e9,2e10,Infinity\n'|2|loss|E_CSV_NUMBER",
        "'N,D,loss\n1e9,2e10,0x1p3\n'|2|loss|E_CSV_NUMBER", "'N,D,loss\n1e9,2e10,2.5d\n'|2|loss|E_CSV_NUMBER",
        "'N,D,loss\n1e9,2e10,0\n'|2|loss|E_CSV_POSITIVE", "'N,D,loss\n1e9,2e10,-1\n'|2|loss|E_CSV_POSITIVE",
        "'N,D,loss\n1e999,2e10,2\n'|2|N|E_CSV_POSITIVE", "'N,D,loss\n1e9,2e10,\"2,5\"\n'|2|loss|E_CSV_NUMBER",
        "'N,D,loss\n1e9,2e10,2\"5\n'|2||E_CSV_QUOTE", "'N,D,loss\n1e9,2e10,\"2.5\n'|2||E_CSV_OPEN_QUOTE",
        "'N,D,loss\n1e9,2e10,\"2.5\"x\n'|2||E_CSV_QUOTE", "'N,C,loss\n1e300,1e-300,2\n'|2||E_CSV_RANGE",
        "'N,D,loss\n1e9,2e10,\uFF12\n'|2|loss|E_CSV_NUMBER"})
    void whatIsWrongIsSaidWithItsPlace(String content, int line, String column, String code) {
        CsvException refusal = assertThrows(CsvException.class, () -> read(content == null ? "" : content));
        assertEquals(code, refusal.code());
        assertEquals("runs.csv", refusal.file());
        assertEquals(line, refusal.line());
        assertEquals(column, refusal.column());
        assertNotEquals(refusal.message(Locale.ENGLISH), refusal.message(Locale.FRENCH));
    }

    @Test
    void bytesThatAreNoTextAreRefused(@TempDir Path folder) {
        for (byte[] content : new byte[][] {{(byte) 0xff, (byte) 0xfe, 'N', 0}, {'N', 0, ','}, {(byte) 0xc3, '('}}) {
            assertEquals("E_CSV_NOT_TEXT", assertThrows(CsvException.class,
                    () -> RunsFile.read(content, "x", Map.of())).code());
        }
        assertEquals("E_CSV_NO_FILE", assertThrows(CsvException.class,
                () -> RunsFile.read(folder.resolve("none.csv"), Map.of())).code());
        assertEquals("E_CSV_UNREADABLE",
                assertThrows(CsvException.class, () -> RunsFile.read(folder, Map.of())).code());
        assertEquals("E_CSV_NO_COLUMN", assertThrows(CsvException.class,
                () -> read("N,D,loss\n1,2,3\n", Map.of(Column.LOSS, "perte"))).code());
        assertEquals("E_CSV_FIELDS",
                assertThrows(CsvException.class, () -> read(",".repeat(100_000))).code());
    }

    @Test
    void aMillionRowsAreRead() {
        StringBuilder rows = new StringBuilder("N,D,loss\n");
        for (int i = 0; i < 1_000_000; i++) {
            rows.append("1e9,").append(20_000_000_000L + i).append(",2.5\n");
        }
        RunsFile file = read(rows.toString());
        assertEquals(1_000_000, file.runs().size());
        assertEquals(1_000_001, file.lines().getLast());
        assertTrue(file.runs().ranges().values().stream().allMatch(range -> range.low() > 0));
    }

    @Test
    void guessesColumnsByTheirNamesAndSaysWhatIsMissing() {
        Map<Column, String> guess = CsvTable.guess(Column.class, List.of("Model Size", "Training FLOP", "loss",
                "seed"));
        assertEquals("Model Size", guess.get(Column.PARAMETERS));
        assertEquals("Training FLOP", guess.get(Column.COMPUTE));
        assertEquals(CsvTable.NONE, guess.get(Column.TOKENS));
        assertEquals(List.of(), RunsFile.missing(guess));
        Map<Column, String> poor = new EnumMap<>(guess);
        poor.put(Column.COMPUTE, CsvTable.NONE);
        poor.put(Column.LOSS, CsvTable.NONE);
        assertEquals(List.of(Column.TOKENS, Column.COMPUTE, Column.LOSS), RunsFile.missing(poor));
    }

    @Test
    void aColumnThatIsMappedToNothingDoesNotCount() {
        String text = "N,D,C,loss\n1e8,1e9,1,3\n2e8,2e9,1,2.9\n";
        RunsFile read = read(text, Map.of(Column.COMPUTE, CsvTable.NONE));
        assertEquals(Column.COMPUTE, read.derived());
        assertEquals(6e17, read.runs().get(0).compute());
    }
}
