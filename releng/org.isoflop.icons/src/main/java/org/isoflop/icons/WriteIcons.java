package org.isoflop.icons;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.imageio.ImageIO;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;

/** Writes one SVG as an {@code .icns} and an {@code .ico}: both are a list of PNGs of different sizes. */
public final class WriteIcons {

    /** The types of an icns file that hold a PNG, and the pixels of each side. */
    private static final Map<String, Integer> ICNS = new LinkedHashMap<>();
    private static final int[] ICO = {16, 24, 32, 48, 64, 256};
    private static final int ICO_HEADER = 6;
    private static final int ICO_ENTRY = 16;
    /** The share of each side that stays free, so that the icon does not look larger than its neighbours. */
    private static final double MARGIN = 0.06;

    static {
        ICNS.put("ic11", 32);
        ICNS.put("ic12", 64);
        ICNS.put("ic07", 128);
        ICNS.put("ic13", 256);
        ICNS.put("ic08", 256);
        ICNS.put("ic14", 512);
        ICNS.put("ic09", 512);
        ICNS.put("ic10", 1024);
    }

    private WriteIcons() {
    }

    /**
     * Writes the files.
     *
     * @param arguments the SVG, the icns to write, the ico to write
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("WriteIcons takes three arguments: SVG ICNS ICO");
        }
        System.setProperty("java.awt.headless", "true");
        SVGDocument svg;
        try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
            svg = new SVGLoader().load(in, null, LoaderContext.createDefault());
        }
        write(Path.of(arguments[1]), icns(svg));
        write(Path.of(arguments[2]), ico(svg));
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, content);
    }

    private static byte[] icns(SVGDocument svg) throws IOException {
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(entries);
        for (Map.Entry<String, Integer> type : ICNS.entrySet()) {
            entry(out, type.getKey(), png(svg, type.getValue()));
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        entry(new DataOutputStream(file), "icns", entries.toByteArray());
        return file.toByteArray();
    }

    private static void entry(DataOutputStream out, String type, byte[] content) throws IOException {
        out.write(type.getBytes(StandardCharsets.US_ASCII));
        out.writeInt(2 * Integer.BYTES + content.length);
        out.write(content);
    }

    private static byte[] ico(SVGDocument svg) throws IOException {
        byte[][] pngs = new byte[ICO.length][];
        int size = ICO_HEADER + ICO.length * ICO_ENTRY;
        for (int i = 0; i < ICO.length; i++) {
            pngs[i] = png(svg, ICO[i]);
            size += pngs[i].length;
        }
        ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) ICO.length);
        int offset = ICO_HEADER + ICO.length * ICO_ENTRY;
        for (int i = 0; i < ICO.length; i++) {
            // A side of 256 is written as 0; then no palette, one plane, 32 bits a pixel.
            file.put((byte) ICO[i]).put((byte) ICO[i]).putShort((short) 0).putShort((short) 1).putShort((short) 32);
            file.putInt(pngs[i].length).putInt(offset);
            offset += pngs[i].length;
        }
        for (byte[] png : pngs) {
            file.put(png);
        }
        return file.array();
    }

    private static byte[] png(SVGDocument svg, int side) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        float margin = (float) (MARGIN * side);
        svg.render((java.awt.Component) null, graphics,
                new ViewBox(margin, margin, side - 2 * margin, side - 2 * margin));
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
