package org.isoflop.ui.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Stream;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.handlers.HandlerUtil;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Log;
import org.isoflop.ui.Messages;
import org.isoflop.ui.Notice;
import org.isoflop.ui.preference.Preferences;

/** Copies to the clipboard what a report of a problem needs. Nothing is sent anywhere. */
public final class ReportProblemHandler extends AbstractHandler {

    private static final int LINES = 200;
    private static final long MEBIBYTE = 1 << 20;

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Notice.copy(report(Platform.getLogFileLocation().toPath()));
        MessageDialog.open(MessageDialog.INFORMATION, HandlerUtil.getActiveShellChecked(event),
                Messages.text("report.title"), Messages.text("report.copied"), 0, Messages.text("button.close"));
        return null;
    }

    /** The report: versions, system, and the end of a log; in English, because others have to read it. */
    static String report(Path log) {
        Runtime runtime = Runtime.getRuntime();
        StringJoiner lines = new StringJoiner("\n");
        lines.add("Isoflop " + Platform.getBundle(Ids.BUNDLE).getVersion());
        lines.add("Java " + System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vm.vendor"));
        lines.add("System " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + Platform.getWS() + ", " + System.getProperty("os.arch"));
        lines.add("Language " + Locale.getDefault().toLanguageTag() + ", theme " + Preferences.theme() + ", zoom "
                + Display.getCurrent().getPrimaryMonitor().getZoom() + " %");
        lines.add("Memory " + (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE + " of "
                + runtime.maxMemory() / MEBIBYTE + " MiB");
        lines.add("");
        tail(log).forEach(lines::add);
        return lines.toString();
    }

    private static Deque<String> tail(Path log) {
        Deque<String> tail = new ArrayDeque<>();
        if (Files.isRegularFile(log)) {
            try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
                lines.forEach(line -> {
                    tail.add(line);
                    if (tail.size() > LINES) {
                        tail.remove();
                    }
                });
            } catch (IOException | UncheckedIOException e) {
                Log.error(log.toString(), e);
            }
        }
        return tail;
    }
}
