package org.isoflop.ui.workbench;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.osgi.service.datalocation.Location;

/**
 * Where the window keeps its layout and settings: a folder in the user's home, chosen without a question. Studies are
 * never kept there. One process has an area at a time.
 */
final class InstanceArea {

    private InstanceArea() {
    }

    static Path folder() {
        return Path.of(System.getProperty("user.home"), ".isoflop", "workbench");
    }

    /**
     * Takes an area for this process; without {@code -data} it is {@link #folder()}.
     *
     * @param area
     *            the platform's instance location
     * @return whether it could be taken; if not, another process has it
     * @throws IOException
     *             if the folder cannot be written
     */
    @SuppressWarnings("deprecation")
    static boolean claim(Location area) throws IOException {
        if (!area.isSet()) {
            // The platform takes the address as it stands; an encoded one would be a folder with %20 in its name.
            area.set(folder().toFile().toURL(), false);
        }
        return area.isReadOnly() || area.lock();
    }
}
