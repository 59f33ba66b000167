package org.isoflop.core.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import javax.imageio.ImageIO;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.SvgWriter;
import org.isoflop.analysis.plot.Theme;
import org.isoflop.core.CoreException;

/** Writes a plot as PNG: the pixels of its SVG. Runs without a display. */
public final class PngWriter {

    /** A plot may have more points than foreign files are allowed paths. */
    private static final LoaderContext OWN = LoaderContext.builder()
            .documentLimits(new DocumentLimits(DocumentLimits.DEFAULT_MAX_NESTING_DEPTH,
                    DocumentLimits.DEFAULT_MAX_USE_NESTING_DEPTH, Integer.MAX_VALUE))
            .build();

    private PngWriter() {
    }

    /**
     * Draws a plot.
     *
     * @param plot
     *            the plot
     * @param theme
     *            light or dark
     * @param width
     *            width in points
     * @param height
     *            height in points
     * @param scale
     *            pixels for a point, above 0
     * @return the bytes of a PNG file
     * @throws CoreException
     *             if its SVG cannot be drawn
     */
    public static byte[] write(Plot plot, Theme theme, int width, int height, double scale) {
        byte[] svg = SvgWriter.write(plot, theme, width, height).getBytes(StandardCharsets.UTF_8);
        SVGDocument document = new SVGLoader().load(new ByteArrayInputStream(svg), null, OWN);
        if (document == null) {
            throw new CoreException("E_NO_PICTURE", plot.title());
        }
        int across = (int) Math.round(width * scale);
        int down = (int) Math.round(height * scale);
        BufferedImage image = new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.decode(theme.background()));
        graphics.fillRect(0, 0, across, down);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        document.render((java.awt.Component) null, graphics, new ViewBox(0, 0, across, down));
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
