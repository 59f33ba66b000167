package org.isoflop.ui.editor;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;
import org.isoflop.ui.Messages;
import org.isoflop.ui.strategy.StrategyBoard;

/** The strategies of a scenario side by side, with what they come to. */
final class StrategiesPage extends StudyFormPage {

    /** The page. */
    static final String ID = "strategies";

    private static final int MARGIN = 6;

    private StrategyBoard board;

    StrategiesPage(StudyEditor editor) {
        super(editor, ID, Messages.text("page.strategies"));
    }

    @Override
    void createBody(IManagedForm managed) {
        Composite body = managed.getForm().getBody();
        GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).applyTo(body);
        board = new StrategyBoard(body, new PageHost(editor(), managed.getToolkit(), this::help),
                this::fireSelection);
    }

    private void help(String text) {
        editor().getEditorSite().getActionBars().getStatusLineManager().setMessage(text);
    }

    @Override
    void refreshBody() {
        board.show(editor().document().study(), editor().document().data());
    }

    @Override
    void reveal(EObject object, EStructuralFeature feature) {
        board.select(object);
        board.setFocus();
    }

    @Override
    void select(EObject object) {
        board.select(object);
    }

    @Override
    IStructuredSelection selected() {
        EObject selection = board == null ? null : board.selection();
        return selection == null ? StructuredSelection.EMPTY : new StructuredSelection(selection);
    }

    @Override
    boolean isTyping() {
        return board != null && board.isTyping();
    }

    @Override
    void commit() {
        if (board != null) {
            board.commit();
        }
    }

    @Override
    public void setFocus() {
        if (board != null) {
            board.setFocus();
        }
    }

    StrategyBoard board() {
        return board;
    }
}
