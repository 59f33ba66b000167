package org.isoflop.core.study;

import java.nio.file.Path;
import java.util.List;

import org.isoflop.model.Study;
import org.isoflop.model.io.Stamp;
import org.isoflop.model.validate.Finding;
import org.isoflop.model.validate.Severity;

/**
 * A study as it was opened.
 *
 * @param study
 *            the study, or null if the file is not readable as one
 * @param findings
 *            all that was found in it, in the order of the file
 * @param file
 *            the file, or null if it came from elsewhere
 * @param stamp
 *            what the file was when it was read, or null
 * @param hash
 *            SHA-256 of what was read, in hexadecimal; null if nothing could be read
 * @param isComplete
 *            whether the study holds all that was read; one that does not can be looked at but not saved
 */
public record OpenStudy(Study study, List<Finding> findings, Path file, Stamp stamp, String hash, boolean isComplete) {

    /**
     * Tells whether calculations can use the study.
     *
     * @return false if there is a finding of severity error
     */
    public boolean isSound() {
        return study != null && findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
