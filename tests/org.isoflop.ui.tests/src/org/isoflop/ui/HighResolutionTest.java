package org.isoflop.ui;

import static org.isoflop.ui.Window.shell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.isoflop.core.example.Examples;
import org.isoflop.ui.chart.view.ChartProbe;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.editor.StudyEditor;
import org.isoflop.ui.input.OpenStudies;
import org.isoflop.ui.preference.Preferences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real window on a screen with twice as many pixels: the build runs it with a zoom of 200 %. */
class HighResolutionTest {

    private static final String EXAMPLE = "end-of-the-giants";

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(VirtualScreen.isThere(), "only ./verify on Linux has a screen that can be read as it is");
        assertEquals(200, Display.getCurrent().getPrimaryMonitor().getZoom());
        shell().setBounds(0, 0, 1280, 860);
        Preferences.setShowsWelcome(false);
        Window.theme(Ids.LIGHT_THEME);
        Window.execute(Ids.RESET_LAYOUT);
        Window.closeEditors();
    }

    @AfterEach
    void end() throws Exception {
        Window.closeEditors();
        Window.theme(Ids.LIGHT_THEME);
    }

    @Test
    void drawsPagesAndChartsInWholePixels() throws Exception {
        Path file = Files.write(folder.resolve(EXAMPLE + ".isoflop"), Examples.content(EXAMPLE));
        OpenStudies.file(Window.page(), file);
        StudyEditor editor = (StudyEditor) Window.page().getActiveEditor();
        Window.until("the study", () -> editor.document().state() == StudyDocument.State.READY);
        for (String theme : List.of(Ids.LIGHT_THEME, Ids.DARK_THEME)) {
            Window.theme(theme);
            String name = theme.equals(Ids.DARK_THEME) ? "dark" : "light";
            for (String page : List.of("overview", "models", "laws", "scenarios", "charts")) {
                editor.setActivePage(page);
                assertSharp(Window.picture(shell(), "200-" + page + "-" + name));
            }
            for (String view : List.of(Ids.SCALING_CURVES_VIEW, Ids.ISOFLOP_VIEW, Ids.DIMINISHING_RETURNS_VIEW)) {
                ChartProbe chart = new ChartProbe(Window.page().showView(view));
                Window.until("the chart", () -> chart.state() == ChartProbe.State.CURRENT);
                assertSharp(Window.picture(shell(), "200-" + view.substring(view.lastIndexOf('.') + 1) + "-" + name));
            }
        }
    }

    @Test
    void welcomesInWholePixels() throws Exception {
        for (String theme : List.of(Ids.LIGHT_THEME, Ids.DARK_THEME)) {
            Window.theme(theme);
            Window.execute(Ids.WELCOME);
            assertSharp(Window.picture(shell(), "200-welcome-" + (theme.equals(Ids.DARK_THEME) ? "dark" : "light")));
        }
    }

    /** A picture that was drawn at 100 % and blown up has four equal pixels everywhere. */
    private static void assertSharp(ImageData picture) {
        assertTrue(picture.width > 2000, "a picture of " + picture.width + " pixels");
        int torn = 0;
        for (int y = 0; y + 1 < picture.height; y += 2) {
            for (int x = 0; x + 1 < picture.width; x += 2) {
                int pixel = picture.getPixel(x, y);
                if (pixel != picture.getPixel(x + 1, y) || pixel != picture.getPixel(x, y + 1)
                        || pixel != picture.getPixel(x + 1, y + 1)) {
                    torn++;
                }
            }
        }
        assertTrue(torn > 5000, "only " + torn + " places finer than at 100 %");
    }
}
