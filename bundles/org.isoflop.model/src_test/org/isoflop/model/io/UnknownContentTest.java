package org.isoflop.model.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class UnknownContentTest {

    private static final String CONTENT = "{\"colour\": \"r\\\"ed\", \"size\": {\"a\": [1, 2.50]}}";

    @Test
    void leavesOutAMember() throws StudyFileException {
        assertEquals("{\"size\": {\"a\": [1, 2.50]}}", UnknownContent.without(CONTENT, "colour"));
        assertEquals(CONTENT, UnknownContent.without(CONTENT, "a"));
        assertNull(UnknownContent.without("{\"a\": 1}", "a"));
        assertNull(UnknownContent.without(null, "a"));
    }

    @Test
    void givesAMemberAnotherKey() throws StudyFileException {
        assertEquals("{\"color\": \"r\\\"ed\", \"size\": {\"a\": [1, 2.50]}}",
                UnknownContent.renamed(CONTENT, "colour", "color"));
    }

    @Test
    void refusesDamagedContent() {
        assertThrows(StudyFileException.class, () -> UnknownContent.without("{", "a"));
    }
}
