package org.isoflop.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.isoflop.core.study.Studies;
import org.isoflop.model.Element;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Source;
import org.isoflop.model.Study;
import org.isoflop.model.validate.Severity;
import org.junit.jupiter.api.Test;

class EntryCopyTest {

    private static ScalingLaw law(String id) {
        Study study = Catalog.open("hoffmann-2022").study();
        return study.getLaws().stream().filter(law -> id.equals(law.getId())).findFirst().orElseThrow();
    }

    @Test
    void theSourceComesAlongAndTheOriginIsNamed() throws Exception {
        EntryCopy copy = EntryCopy.of(Kind.LAWS, List.of("hoffmann-2022-approach-1"));
        ScalingLaw law = (ScalingLaw) copy.entries().getFirst();
        assertSame(copy.study(), law.getSource().eContainer());
        assertNull(law.getSource().getOrigin(), "a source is its own origin");
        assertEquals(List.of(law.getSource()), copy.study().getSources(), "and no other source");
        assertEquals("hoffmann-2022-approach-1@" + Catalog.VERSION, law.getOrigin());
        copy.study().setId("s");
        assertTrue(Studies.read(Studies.write(copy.study()), "s").findings().stream()
                .noneMatch(finding -> finding.severity() == Severity.ERROR));
    }

    @Test
    void aSourceOfSeveralEntriesComesOnce() {
        ScalingLaw rounded = law("hoffmann-2022-rounded");
        ScalingLaw again = law("hoffmann-2022-rounded");
        again.setId("another");
        EntryCopy copy = EntryCopy.of(List.of(rounded, again));
        assertEquals(2, copy.entries().size());
        assertEquals(1, copy.study().getSources().size(), "equal sources of two studies are one");
    }

    @Test
    void differentThingsOfOneIdAreToldApart() {
        ScalingLaw one = law("hoffmann-2022-rounded");
        ScalingLaw other = law("hoffmann-2022-rounded");
        Source source = other.getSource();
        source.setCitation("Another");
        other.setId("other");
        EntryCopy copy = EntryCopy.of(List.of(one, other));
        assertEquals(2, copy.study().getSources().size());
        assertEquals(2, copy.study().getSources().stream().map(Element::getId).distinct().count());
        assertEquals("Another", ((ScalingLaw) copy.entries().getLast()).getSource().getCitation());
    }
}
