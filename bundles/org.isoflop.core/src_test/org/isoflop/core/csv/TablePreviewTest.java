package org.isoflop.core.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

/** What people see of a table before it is read. */
class TablePreviewTest {

    private static final String TABLE = "Model Size, Training FLOP,loss,seed\n1e8,1e19,3.1,1\n2e8,1e19,n/a,2\n"
            + "3e8,1e19,3,3\n";

    private static TablePreview preview(String text, int most, int line) {
        return TablePreview.read(text.getBytes(StandardCharsets.UTF_8), "t.csv", most, line);
    }

    @Test
    void showsTheFirstRowsAndTheOneThatIsRefused() {
        TablePreview preview = preview(TABLE, 1, 3);
        assertEquals(List.of("Model Size", "Training FLOP", "loss", "seed"), preview.header());
        assertEquals(List.of(2, 3), preview.rows().stream().map(TablePreview.Row::line).toList());
        assertEquals("n/a", preview.rows().get(1).fields().get(2));
    }

    @Test
    void endsWhereTheFileCannotBeTakenApart() {
        TablePreview preview = preview("N,D,loss\n1,2,3\n4,\"5,6\n", 9, 0);
        assertEquals(1, preview.rows().size());
        assertEquals("E_CSV_EMPTY", assertThrows(CsvException.class, () -> preview("", 9, 0)).code());
        assertTrue(preview("N\n", 9, 0).rows().isEmpty());
    }
}
