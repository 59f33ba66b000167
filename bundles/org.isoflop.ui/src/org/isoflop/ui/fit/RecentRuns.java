package org.isoflop.ui.fit;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Log;
import org.osgi.service.prefs.BackingStoreException;

/** The tables of runs that were fitted last, newest first. */
final class RecentRuns {

    private static final String KEY = "recentRuns";
    private static final int LIMIT = 8;

    private RecentRuns() {
    }

    static List<Path> list() {
        List<Path> paths = new ArrayList<>();
        preferences().get(KEY, "").lines().filter(line -> !line.isBlank()).limit(LIMIT).forEach(line -> {
            try {
                paths.add(Path.of(line));
            } catch (InvalidPathException e) {
                Log.error(line, e);
            }
        });
        return List.copyOf(paths);
    }

    static void add(Path path) {
        List<Path> paths = new ArrayList<>(list());
        paths.remove(path);
        paths.addFirst(path);
        IEclipsePreferences preferences = preferences();
        preferences.put(KEY, String.join("\n", paths.stream().limit(LIMIT).map(Path::toString).toList()));
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            Log.error(KEY, e);
        }
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode(Ids.BUNDLE);
    }
}
