package org.isoflop.ui.chart;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.core.chart.Caption;
import org.isoflop.core.chart.PlotFile;
import org.isoflop.ui.Faults;
import org.isoflop.ui.Messages;

/** Writes what a chart shows as SVG, PNG or CSV. Pictures are light unless the user asks otherwise. */
public final class ChartExport {

    private final Shell shell;
    private final Function<Caption.Form, String> caption;

    /**
     * Creates an export of charts without a caption.
     *
     * @param shell
     *            the window that its dialogs belong to
     */
    public ChartExport(Shell shell) {
        this(shell, null);
    }

    /**
     * Creates an export.
     *
     * @param shell
     *            the window that its dialogs belong to
     * @param caption
     *            writes the caption of what is exported, or null if there is none
     */
    public ChartExport(Shell shell, Function<Caption.Form, String> caption) {
        this.shell = shell;
        this.caption = caption;
    }

    /**
     * Asks how and where to, and writes the file in a job.
     *
     * @param plot
     *            what is shown
     * @param size
     *            the size that is proposed for pictures, in points
     */
    public void open(Plot plot, Point size) {
        ExportDialog dialog = new ExportDialog(shell, size, caption != null);
        if (dialog.open() != Window.OK) {
            return;
        }
        PlotFile how = dialog.chosen();
        String suffix = how.format().suffix();
        FileDialog files = new FileDialog(shell, SWT.SAVE);
        files.setText(Messages.text("chart.export.title"));
        files.setFilterExtensions(new String[] {"*" + suffix});
        files.setFileName(plot.id().replaceAll("[^\\p{L}\\p{N}._-]", "-") + suffix);
        files.setOverwrite(true);
        String file = files.open();
        if (file != null) {
            save(plot, how, file, dialog.caption());
        }
    }

    /** Saves under a name from a dialog, which has asked about replacing that very file, but no other. */
    private void save(Plot plot, PlotFile how, String file, Caption.Form form) {
        boolean asked = file.endsWith(how.format().suffix());
        Path target = Path.of(asked ? file : file + how.format().suffix());
        boolean replaces = !asked && Files.exists(target);
        if (!replaces || MessageDialog.openQuestion(shell, Messages.text("chart.export.title"),
                Messages.text("chart.export.replace", target))) {
            write(plot, how, target, form);
        }
    }

    /**
     * Writes a file in a job, and says in words if it cannot be written.
     *
     * @param plot
     *            what is shown
     * @param how
     *            as what
     * @param file
     *            where to
     * @return the job, already scheduled
     */
    public Job write(Plot plot, PlotFile how, Path file) {
        return write(plot, how, file, null);
    }

    /**
     * Writes a file, and its caption beside it, in a job, and says in words if they cannot be written.
     *
     * @param plot
     *            what is shown
     * @param how
     *            as what
     * @param file
     *            where to
     * @param form
     *            how the caption is written, or null for none
     * @return the job, already scheduled
     */
    public Job write(Plot plot, PlotFile how, Path file, Caption.Form form) {
        Display display = shell.getDisplay();
        String text = form == null || caption == null ? null : caption.apply(form);
        Job job = Job.create(Messages.text("chart.export.saving", file), (ICoreRunnable) monitor -> {
            try {
                how.write(plot, file);
                if (text != null) {
                    PlotFile.write(text.getBytes(StandardCharsets.UTF_8), captionFile(file, form));
                }
            } catch (RuntimeException e) {
                String sentence = Faults.sentence(e, "chart.export.failed", file);
                if (!display.isDisposed()) {
                    display.asyncExec(() -> MessageDialog.openError(shell.isDisposed() ? null : shell,
                            Messages.text("chart.export.title"), sentence));
                }
            }
        });
        job.schedule();
        return job;
    }

    /** The caption of {@code loss.svg} is {@code loss.caption.txt} or {@code loss.caption.md}. */
    static Path captionFile(Path file, Caption.Form form) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name)
                + (form == Caption.Form.TEXT ? ".caption.txt" : ".caption.md"));
    }
}
