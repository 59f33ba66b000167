package org.isoflop.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.Platform;
import org.isoflop.ui.Ids;
import org.isoflop.ui.workbench.Parts.Part;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** Every work of others is named with its licence. */
class PartsTest {

    @Test
    void nameEveryBundleThatIsNotOurs() {
        List<String> unnamed = Arrays.stream(Platform.getBundle(Ids.BUNDLE).getBundleContext().getBundles())
                .map(Bundle::getSymbolicName).filter(name -> !name.startsWith("org.isoflop") && !isOfTheTests(name))
                .filter(name -> Parts.of(name).isEmpty()).toList();
        assertEquals(List.of(), unnamed);
    }

    // JUnit, and what the parts of an IDE bring along that the product does not have.
    private static boolean isOfTheTests(String bundle) {
        return bundle.matches("(junit-|org\\.(junit|opentest4j|apiguardian|jspecify|tukaani)|bc).*");
    }

    @Test
    void areThoseThatAreHere() {
        List<String> names = Parts.present().stream().map(Part::name).toList();
        assertTrue(names.contains("Eclipse SWTChart") && names.contains("Jackson"), names.toString());
        assertEquals("Eclipse Modeling Framework", Parts.of("org.eclipse.emf.edit").orElseThrow().name());
    }
}
