package org.isoflop.ui.workbench;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.Platform;
import org.isoflop.ui.Ids;
import org.osgi.framework.Bundle;

/** The works of others that Isoflop stands on, and their licences. */
final class Parts {

    /**
     * A work of others.
     *
     * @param name
     *            its name
     * @param licence
     *            its licence, by its SPDX identifier where there is one
     * @param bundles
     *            how the names of its bundles begin
     */
    record Part(String name, String licence, List<String> bundles) {

        boolean holds(String bundle) {
            return bundles.stream().anyMatch(bundle::startsWith);
        }
    }

    private static final String EPL = "EPL-2.0";
    private static final String APACHE = "Apache-2.0";
    private static final List<Part> ALL = List.of(
            part("Eclipse Modeling Framework", EPL, "org.eclipse.emf"),
            part("Eclipse SWTChart", EPL, "org.eclipse.swtchart"),
            part("Eclipse Platform, Equinox, SWT", EPL, "org.eclipse."),
            part("Apache Aries SPI Fly", APACHE, "org.apache.aries"),
            part("Apache Batik", APACHE, "org.apache.batik"),
            part("Apache Felix SCR", APACHE, "org.apache.felix"),
            part("ASM", "BSD-3-Clause", "org.objectweb.asm"),
            part("commonmark-java", "BSD-2-Clause", "org.commonmark"),
            part("ICU4J", "Unicode-3.0", "com.ibm.icu"),
            part("Jackson", APACHE, "com.fasterxml.jackson"),
            part("Jakarta Annotations, Jakarta Dependency Injection", "EPL-2.0, Apache-2.0", "jakarta."),
            part("Java Native Access", "Apache-2.0 OR LGPL-2.1-or-later", "com.sun.jna"),
            part("JSVG", "MIT", "com.github.weisj"),
            part("OSGi", APACHE, "org.osgi"),
            part("picocli", APACHE, "picocli"),
            part("SAC, the Simple API for CSS", "W3C", "org.w3c"));

    private Parts() {
    }

    private static Part part(String name, String licence, String... bundles) {
        return new Part(name, licence, List.of(bundles));
    }

    /** The part that a bundle belongs to. */
    static Optional<Part> of(String bundle) {
        return ALL.stream().filter(part -> part.holds(bundle)).findFirst();
    }

    /** The parts that are here, in the order of their names. */
    static List<Part> present() {
        Bundle self = Platform.getBundle(Ids.BUNDLE);
        Set<Part> present = new LinkedHashSet<>();
        Arrays.stream(self.getBundleContext().getBundles()).map(Bundle::getSymbolicName).map(Parts::of)
                .flatMap(Optional::stream).forEach(present::add);
        return present.stream().sorted((a, b) -> a.name().compareToIgnoreCase(b.name())).toList();
    }
}
