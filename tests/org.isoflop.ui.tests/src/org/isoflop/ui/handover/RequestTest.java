package org.isoflop.ui.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a second start says, and what is not listened to. */
class RequestTest {

    private static final Request SOME = new Request(
            List.of(Path.of("/tmp/a b.isoflop"), Path.of("/tmp/ünï # 100% \n\"'.isoflop")));

    @Test
    void comesBackAsItWas() {
        assertEquals(Optional.of(SOME), Request.decode(SOME.encode()));
        Request none = new Request(List.of());
        assertEquals(Optional.of(none), Request.decode(none.encode()));
    }

    @Test
    void isNothingIfItIsCutOff() {
        byte[] whole = SOME.encode();
        for (int length = 0; length < whole.length; length++) {
            assertEquals(Optional.empty(), Request.decode(Arrays.copyOf(whole, length)), length + " bytes");
        }
        assertEquals(Optional.empty(), Request.decode(Arrays.copyOf(whole, whole.length + 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET / HTTP/1.1\r\n\r\n", "isoflop open 2\0end\0", "isoflop open 1\0relative\0end\0",
        "isoflop open 1\0\0end\0", "isoflop open 1\0end\0more", "isoflop open 1\0"})
    void isNothingIfItIsSomethingElse(String text) {
        assertEquals(Optional.empty(), Request.decode(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void isNothingIfItIsNoText() {
        byte[] bytes = SOME.encode();
        bytes[20] = (byte) 0xff;
        assertEquals(Optional.empty(), Request.decode(bytes));
    }
}
