package org.isoflop.ui.form;

import java.util.function.Consumer;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.viewers.ColumnViewer;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.FocusCellOwnerDrawHighlighter;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerEditor;
import org.eclipse.jface.viewers.TableViewerFocusCellManager;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerEditor;
import org.eclipse.jface.viewers.TreeViewerFocusCellManager;
import org.eclipse.swt.SWT;
import org.isoflop.model.IsoflopPackage;

/** Editing in the cells of a table, by mouse and keyboard. */
final class Cells {

    private static final int TABBING = ColumnViewerEditor.TABBING_HORIZONTAL
            | ColumnViewerEditor.TABBING_MOVE_TO_ROW_NEIGHBOR | ColumnViewerEditor.KEYBOARD_ACTIVATION;

    private Cells() {
    }

    /** Edits on a click, on Enter, F2 and typing Tab from cell to cell. */
    static void navigate(TableViewer viewer) {
        TableViewerFocusCellManager cells = new TableViewerFocusCellManager(viewer,
                new FocusCellOwnerDrawHighlighter(viewer, false));
        TableViewerEditor.create(viewer, cells, strategy(viewer), TABBING);
    }

    /** As in a table; the columns of a tree. */
    static void navigate(TreeViewer viewer) {
        TreeViewerFocusCellManager cells = new TreeViewerFocusCellManager(viewer,
                new FocusCellOwnerDrawHighlighter(viewer, false));
        TreeViewerEditor.create(viewer, cells, strategy(viewer), TABBING);
    }

    private static ColumnViewerEditorActivationStrategy strategy(ColumnViewer viewer) {
        return new ColumnViewerEditorActivationStrategy(viewer) {
            @Override
            protected boolean isEditorActivationEvent(ColumnViewerEditorActivationEvent event) {
                return switch (event.eventType) {
                    case ColumnViewerEditorActivationEvent.TRAVERSAL,
                            ColumnViewerEditorActivationEvent.MOUSE_CLICK_SELECTION,
                            ColumnViewerEditorActivationEvent.PROGRAMMATIC ->
                        true;
                    case ColumnViewerEditorActivationEvent.KEY_PRESSED ->
                        event.stateMask == 0 && (event.keyCode == SWT.F2 || event.keyCode == SWT.CR);
                    default -> false;
                };
            }
        };
    }

    /**
     * The editing of one feature.
     *
     * @param say
     *            hears what is typed means, or why it means nothing
     */
    static EditingSupport editing(ColumnViewer viewer, FieldHost host, EStructuralFeature feature,
            Consumer<String> say) {
        if (isChoice(feature)) {
            return new ChoiceCell(viewer, host, (EAttribute) feature);
        }
        return new EntryCell(viewer, host, feature, owner -> feature instanceof EReference
                ? new NumberFormat(feature, () -> host.unit(owner, feature))
                : Formats.of(host, (EAttribute) feature, () -> owner), say);
    }

    /** Whether a feature has a few values to choose from: an enumeration, or yes and no. */
    static boolean isChoice(EStructuralFeature feature) {
        return feature instanceof EAttribute attribute && (attribute.getEAttributeType() instanceof EEnum
                || attribute.getEAttributeType().getInstanceClass() == Boolean.class);
    }

    static boolean isQuantity(EStructuralFeature feature) {
        return feature.getEType() == IsoflopPackage.Literals.QUANTITY;
    }

    /** The value of a row, or null if it has none. */
    static Object value(EObject row, EStructuralFeature feature) {
        return row.eIsSet(feature) ? row.eGet(feature) : null;
    }
}
