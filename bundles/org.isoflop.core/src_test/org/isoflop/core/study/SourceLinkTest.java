package org.isoflop.core.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceLinkTest {

    @ParameterizedTest
    @CsvSource({"arXiv:2203.15556, https://arxiv.org/abs/2203.15556",
        "arxiv: 2203.15556v2, https://arxiv.org/abs/2203.15556v2", "arXiv:cs/0112017, https://arxiv.org/abs/cs/0112017",
        "doi:10.1038/s42256-025-01137-0, https://doi.org/10.1038/s42256-025-01137-0",
        "10.1000/a<b>, https://doi.org/10.1000/a%3Cb%3E", "https://example.org/a?b=c, https://example.org/a?b=c",
        "HTTP://example.org, HTTP://example.org"})
    void addressesAreMadeOfIdentifiers(String identifier, String address) {
        assertEquals(Optional.of(address), SourceLink.of(identifier).map(URI::toASCIIString));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Nature Machine Intelligence 2025", "javascript:alert(1)", "file:///etc/passwd",
        "https:///nowhere", "https://user:secret@example.org", "arXiv:2203.15556/../x", "data:text/html,x",
        "https://exa mple.org", "ftp://example.org", "//example.org/x"})
    void nothingElseIsOne(String identifier) {
        assertEquals(Optional.empty(), SourceLink.of(identifier));
    }

    @Test
    void endlessTextsAreNone() {
        assertTrue(SourceLink.of("https://example.org/" + "a".repeat(3000)).isEmpty());
    }
}
