package org.isoflop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;

/**
 * The pixels of the virtual screen that {@code verify} starts, which keeps them in a file of the X window dump format
 * (XWDFile.h). SWT itself copies from a screen one pixel a point only.
 */
final class VirtualScreen {

    private static final Path FILE = Path.of(System.getProperty("isoflop.screen", "Xvfb_screen0"));
    private static final int WIDTH = 4 * Integer.BYTES;
    private static final int HEIGHT = 5 * Integer.BYTES;
    private static final int BITS_A_PIXEL = 11 * Integer.BYTES;
    private static final int BYTES_A_LINE = 12 * Integer.BYTES;
    private static final int COLOURS = 19 * Integer.BYTES;
    private static final int BYTES_A_COLOUR = 12;

    private VirtualScreen() {
    }

    static boolean isThere() {
        return Files.isRegularFile(FILE);
    }

    static ImageData read(Rectangle part) {
        try {
            ByteBuffer dump = ByteBuffer.wrap(Files.readAllBytes(FILE));
            assertEquals(32, dump.getInt(BITS_A_PIXEL));
            Rectangle visible = part.intersection(new Rectangle(0, 0, dump.getInt(WIDTH), dump.getInt(HEIGHT)));
            int pixels = dump.getInt(0) + dump.getInt(COLOURS) * BYTES_A_COLOUR;
            int line = dump.getInt(BYTES_A_LINE);
            dump.order(ByteOrder.LITTLE_ENDIAN);
            ImageData data = new ImageData(visible.width, visible.height, 24,
                    new PaletteData(0xFF0000, 0xFF00, 0xFF));
            for (int y = 0; y < visible.height; y++) {
                for (int x = 0; x < visible.width; x++) {
                    data.setPixel(x, y, dump.getInt(pixels + (visible.y + y) * line + (visible.x + x) * Integer.BYTES)
                            & 0xFFFFFF);
                }
            }
            return data;
        } catch (IOException e) {
            return fail(e);
        }
    }
}
