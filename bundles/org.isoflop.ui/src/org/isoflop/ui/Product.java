package org.isoflop.ui;

import java.io.File;
import java.nio.file.Path;

import org.eclipse.core.runtime.IProduct;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.service.datalocation.Location;

/** Whether Isoflop runs as a program of its own or inside an IDE, and where it may keep files. */
public final class Product {

    private static final String ID = "org.isoflop.ui.product";

    private Product() {
    }

    /**
     * Tells whether Isoflop is the program and not a guest.
     *
     * @return false inside an IDE
     */
    public static boolean isRunning() {
        IProduct product = Platform.getProduct();
        return product != null && ID.equals(product.getId());
    }

    /**
     * Returns the folder of settings and recovery copies.
     *
     * @return the instance area, inside an IDE the part of it that is ours, or null if there is none
     */
    public static Path area() {
        Location area = Platform.getInstanceLocation();
        if (area == null || !area.isSet() || area.isReadOnly()) {
            return null;
        }
        return isRunning() ? path(area)
                : Platform.getStateLocation(Platform.getBundle(Ids.BUNDLE)).toFile().toPath();
    }

    /**
     * Returns the folder of a location.
     *
     * @param location
     *            a location of the platform, whose address is not encoded
     * @return its path, or null if it is not set
     */
    public static Path path(Location location) {
        return location.getURL() == null ? null : new File(location.getURL().getFile()).toPath();
    }
}
