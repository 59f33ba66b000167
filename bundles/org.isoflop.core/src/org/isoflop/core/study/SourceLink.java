package org.isoflop.core.study;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The web address of a source, made from its identifier: an arXiv number, a DOI, or an address of its own. */
public final class SourceLink {

    private static final Pattern ARXIV = Pattern.compile(
            "arxiv:\\s*([0-9]{4}\\.[0-9]{4,5}(?:v[0-9]{1,2})?|[a-z-]{2,20}/[0-9]{7})", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOI = Pattern.compile("(?:doi:\\s*)?(10\\.[0-9]{4,9}/\\S{1,200})",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 2000;

    private SourceLink() {
    }

    /**
     * Makes the address of a source.
     *
     * @param identifier
     *            the identifier of a source, or null
     * @return an address of {@code https} or {@code http} with a host and without a user; empty for anything else
     */
    public static Optional<URI> of(String identifier) {
        if (identifier == null || identifier.length() > LONGEST) {
            return Optional.empty();
        }
        String text = identifier.strip();
        Matcher arxiv = ARXIV.matcher(text);
        if (arxiv.matches()) {
            return Optional.of(URI.create("https://arxiv.org/abs/" + arxiv.group(1)));
        }
        try {
            Matcher doi = DOI.matcher(text);
            if (doi.matches()) {
                return Optional.of(new URI("https", "doi.org", "/" + doi.group(1), null));
            }
            URI address = new URI(text);
            String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http")) && address.getHost() != null
                    && address.getUserInfo() == null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
