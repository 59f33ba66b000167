package org.isoflop.core.chart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.isoflop.analysis.plot.CsvWriter;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.SvgWriter;
import org.isoflop.analysis.plot.Theme;
import org.isoflop.core.CoreException;

/**
 * How a plot is written to a file.
 *
 * @param format
 *            picture or data
 * @param theme
 *            light or dark, for pictures
 * @param width
 *            width in points, for pictures
 * @param height
 *            height in points, for pictures
 * @param scale
 *            pixels for a point, for PNG
 */
public record PlotFile(Format format, Theme theme, int width, int height, double scale) {

    /** How many pixels a PNG has at most. */
    public static final long MOST_PIXELS = 100_000_000;

    /** What is in the file. */
    public enum Format {
        /** A picture that can be enlarged. */
        SVG,
        /** A picture in pixels. */
        PNG,
        /** The data. */
        CSV;

        /**
         * Returns the end of the name of such a file.
         *
         * @return such as {@code .svg}
         */
        public String suffix() {
            return "." + name().toLowerCase(Locale.ROOT);
        }

        /**
         * Returns the format that a file's name asks for.
         *
         * @param file
         *            name of a file
         * @return the format, or empty if the name ends otherwise
         */
        public static Optional<Format> of(String file) {
            String name = file.toLowerCase(Locale.ROOT);
            return Arrays.stream(values()).filter(format -> name.endsWith(format.suffix())).findFirst();
        }
    }

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException
     *             if a PNG would have more than {@link #MOST_PIXELS}, or none
     */
    public PlotFile {
        double pixels = width * scale * (height * scale);
        if (format == Format.PNG && !(pixels >= 1 && pixels <= MOST_PIXELS)) {
            throw new IllegalArgumentException("A picture of " + pixels + " pixels");
        }
    }

    /**
     * Returns what the file holds.
     *
     * @param plot
     *            the plot
     * @return the bytes of the file
     * @throws org.isoflop.analysis.DomainException
     *             if a picture cannot be drawn in that size
     */
    public byte[] content(Plot plot) {
        return switch (format) {
            case SVG -> SvgWriter.write(plot, theme, width, height).getBytes(StandardCharsets.UTF_8);
            case PNG -> PngWriter.write(plot, theme, width, height, scale);
            case CSV -> CsvWriter.write(plot).getBytes(StandardCharsets.UTF_8);
        };
    }

    /**
     * Writes the file whole or not at all.
     *
     * @param plot
     *            the plot
     * @param file
     *            where to
     * @throws CoreException
     *             if it cannot be written
     */
    public void write(Plot plot, Path file) {
        write(content(plot), file);
    }

    /**
     * Writes any file whole or not at all.
     *
     * @param content
     *            its bytes
     * @param file
     *            where to
     * @throws CoreException
     *             if it cannot be written
     */
    public static void write(byte[] content, Path file) {
        Path target = file.toAbsolutePath();
        try {
            Path temporary = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".tmp");
            try {
                Files.write(temporary, content);
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw CoreException.cannotWrite(file, e);
        }
    }
}
