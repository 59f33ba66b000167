package org.isoflop.ui.chart.view;

import static org.isoflop.ui.WindowProbe.page;
import static org.isoflop.ui.WindowProbe.shell;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.eclipse.ui.IViewPart;
import org.isoflop.core.example.Examples;
import org.isoflop.ui.Ids;
import org.isoflop.ui.WindowProbe;
import org.isoflop.ui.editor.StudyDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of views of charts share: a window of one size with no study open, and views as they were at first. */
abstract class ChartViewCase {

    static final String LANGUAGE = Locale.getDefault().getLanguage();

    private final List<String> views;
    private final String pictures;

    @TempDir
    Path folder;

    ChartViewCase(List<String> views, String pictures) {
        this.views = views;
        this.pictures = pictures;
    }

    @BeforeEach
    void start() throws Exception {
        shell().setBounds(0, 0, 1280, 900);
        WindowProbe.theme(Ids.LIGHT_THEME);
        assertTrue(page().closeAllEditors(false));
        WindowProbe.settle();
    }

    @AfterEach
    void end() {
        for (String id : views) {
            IViewPart view = page().findView(id);
            if (view != null) {
                ((ChartView) view).resetView();
                ((ChartView) view).pipeline().setCalculation(ChartRequest::plot);
            }
        }
        page().closeAllEditors(false);
        WindowProbe.settle();
    }

    static ChartView current(String id) throws Exception {
        ChartView view = (ChartView) page().showView(id);
        untilCurrent(view);
        return view;
    }

    static void untilCurrent(ChartView view) {
        WindowProbe.until("the chart", () -> view.state() == ChartView.State.CURRENT);
    }

    /** Opens a copy of the example about the giants. */
    StudyDocument open(String name) throws IOException {
        return open(Files.write(folder.resolve(name), Examples.content("end-of-the-giants")));
    }

    /** Opens a copy of a study that lies beside the tests. */
    StudyDocument copy(String name) throws IOException {
        try (var in = ChartViewCase.class.getResourceAsStream(name)) {
            return open(Files.write(folder.resolve(name), in.readAllBytes()));
        }
    }

    static StudyDocument open(Path file) {
        return WindowProbe.open(file).document();
    }

    void picture(ChartView view, String name) {
        page().bringToTop(view);
        WindowProbe.settle();
        WindowProbe.picture(shell(), pictures + "-" + name + "-" + LANGUAGE);
    }
}
