package org.isoflop.ui.fit;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import org.isoflop.core.fit.FitAnswer;
import org.isoflop.core.fit.FitRequest;
import org.isoflop.core.fit.RunsFile;

/** What the user has chosen in the wizard so far. Belongs to the UI thread. */
final class FitDraft {

    private final Set<Integer> leftOut = new TreeSet<>();
    private RunsFile file;
    private Path path;
    private FitRequest request;
    private FitAnswer answer;

    /** The runs, or null as long as there are none. */
    RunsFile file() {
        return file;
    }

    /** Takes other runs; what was left out of the old ones means nothing any more. */
    void setFile(RunsFile next, Path from) {
        if (next != file) {
            leftOut.clear();
            answer = null;
        }
        file = next;
        path = from;
    }

    /** The file that the runs come from, or null. */
    Path path() {
        return path;
    }

    /** The runs to leave out, by their index in the table. */
    Set<Integer> leftOut() {
        return Set.copyOf(leftOut);
    }

    boolean isLeftOut(int run) {
        return leftOut.contains(run);
    }

    void leaveOut(int run, boolean out) {
        if (out ? leftOut.add(run) : leftOut.remove(run)) {
            answer = null;
        }
    }

    FitRequest request() {
        return request;
    }

    void setRequest(FitRequest next) {
        request = next;
        answer = null;
    }

    /** The fit, or null if there is none of what is chosen now. */
    FitAnswer answer() {
        return answer;
    }

    void setAnswer(FitAnswer next) {
        answer = next;
    }
}
