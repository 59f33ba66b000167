package org.isoflop.ui.editor;

import org.isoflop.ui.strategy.StrategyBoard;

/** Lets tests of other packages come to the strategies of an editor. */
public final class StrategiesProbe {

    private StrategiesProbe() {
    }

    public static boolean isReady(StudyEditor editor) {
        return editor.document().state() == StudyDocument.State.READY;
    }

    public static StrategyBoard board(StudyEditor editor) {
        return ((StrategiesPage) editor.setActivePage(StrategiesPage.ID)).board();
    }

    public static String activePage(StudyEditor editor) {
        return editor.getActivePageInstance().getId();
    }
}
