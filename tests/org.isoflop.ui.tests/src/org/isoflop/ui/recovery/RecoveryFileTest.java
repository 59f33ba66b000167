package org.isoflop.ui.recovery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

import org.isoflop.model.io.Stamp;
import org.isoflop.ui.recovery.RecoveryFile.Owner;
import org.junit.jupiter.api.Test;

/** Unsaved work as it is written, and what is not believed. */
class RecoveryFileTest {

    private static final byte[] CONTENT = "{\n--------\n\"ü\": 1\n}\n".getBytes(StandardCharsets.UTF_8);
    private static final RecoveryFile FILE = new RecoveryFile("Étude = #1: \\n", Path.of("/tmp/ünï # 100%/a=b.isoflop"),
            null, new Stamp(12, 34, "ab"), Instant.parse("2026-11-24T05:06:07.890Z"), new Owner(1, Instant.EPOCH),
            CONTENT);

    @Test
    void comesBackAsItWas() throws IOException {
        RecoveryFile back = RecoveryFile.decode(FILE.encode());
        assertEquals(FILE, back);
        assertArrayEquals(CONTENT, back.content());
        assertEquals(FILE.file(), back.file());
        assertEquals(FILE.original(), back.original());
        RecoveryFile untitled = new RecoveryFile("x", null, "end-of-the-giants", null, Instant.EPOCH, Owner.current(),
                CONTENT);
        assertEquals(untitled, RecoveryFile.decode(untitled.encode()));
    }

    @Test
    void canBeReadByPeople() {
        String text = new String(FILE.encode(), StandardCharsets.UTF_8);
        assertTrue(text.endsWith(new String(CONTENT, StandardCharsets.UTF_8)));
        assertTrue(text.contains("original.hash=ab"));
    }

    @Test
    void isRefusedIfItIsCutOff() {
        byte[] whole = FILE.encode();
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(IOException.class, () -> RecoveryFile.decode(part), length + " bytes");
        }
    }

    @Test
    void isRefusedIfItsContentIsNotWhatWasWritten() {
        byte[] bytes = FILE.encode();
        bytes[bytes.length - 2] ^= 1;
        assertThrows(IOException.class, () -> RecoveryFile.decode(bytes));
        assertThrows(IOException.class, () -> RecoveryFile.decode(new byte[0]));
        String text = new String(FILE.encode(), StandardCharsets.UTF_8);
        for (String line : new String[] {"written=2026", "owner.pid=1", "original.size=12"}) {
            byte[] bad = text.replace(line, line.replaceAll("=.*", "=x")).getBytes(StandardCharsets.UTF_8);
            assertThrows(IOException.class, () -> RecoveryFile.decode(bad), line);
        }
    }

    @Test
    void knowsWhetherItsOwnerLives() {
        assertTrue(Owner.current().isAlive());
        assertFalse(new Owner(Owner.current().pid(), Instant.EPOCH).isAlive(), "the number is used again");
        assertFalse(new Owner(Integer.MAX_VALUE, Instant.EPOCH).isAlive());
    }
}
