package org.isoflop.ui.editor;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.isoflop.model.validate.Severity;
import org.isoflop.ui.Messages;

/** A bar above all pages that says, once, that the file was changed or deleted by somebody else. */
final class DiskNotice {

    private static final int MARGIN = 6;

    private final StudyEditor editor;
    private final Composite area;
    private final Composite bar;
    private final Composite container;
    private final Label sentence;
    private final Button read;
    private final Button keep;
    private final Button save;
    private StudyDocument.Disk shown = StudyDocument.Disk.SAME;

    DiskNotice(Composite area, StudyEditor editor) {
        this.area = area;
        this.editor = editor;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        bar = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(5).margins(MARGIN, MARGIN).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(bar);
        bar.setVisible(false);
        new Label(bar, SWT.NONE).setImage(FindingsTable.image(Severity.WARNING));
        sentence = new Label(bar, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(1, SWT.DEFAULT)
                .applyTo(sentence);
        StudyDocument document = editor.document();
        read = button("disk.readTheirs", document::read);
        keep = button("disk.keepMine", document::keepMine);
        save = button("disk.save", () -> editor.getSite().getPage().saveEditor(editor, false));
        container = new Composite(area, SWT.NONE);
        container.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(container);
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(Messages.text(key));
        button.setToolTipText(Messages.text(key + ".tip"));
        button.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.fillDefaults().applyTo(button);
        return button;
    }

    /** Where the pages stand. */
    Composite container() {
        return container;
    }

    /** Says how the file differs from what was read of it. */
    void show(StudyDocument.Disk disk) {
        if (disk == shown) {
            return;
        }
        shown = disk;
        boolean changed = disk == StudyDocument.Disk.CHANGED;
        boolean deleted = disk == StudyDocument.Disk.DELETED;
        if (changed || deleted) {
            sentence.setText(Messages.text(changed ? "disk.changed" : "disk.deleted", editor.document().name())
                    .replace("&", "&&"));
        }
        show(read, changed);
        show(keep, changed);
        show(save, deleted);
        show(bar, changed || deleted);
        bar.layout();
        area.layout();
    }

    private static void show(Control control, boolean visible) {
        ((GridData) control.getLayoutData()).exclude = !visible;
        control.setVisible(visible);
    }
}
