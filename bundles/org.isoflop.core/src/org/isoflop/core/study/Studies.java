package org.isoflop.core.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

import org.isoflop.model.Study;
import org.isoflop.model.io.Limits;
import org.isoflop.model.io.ReadResult;
import org.isoflop.model.io.Stamp;
import org.isoflop.model.io.StudyFile;
import org.isoflop.model.io.StudyFileException;
import org.isoflop.model.io.StudyReader;
import org.isoflop.model.io.StudyWriter;
import org.isoflop.model.io.XmiCodec;
import org.isoflop.model.validate.Finding;
import org.isoflop.model.validate.Locations;
import org.isoflop.model.validate.StudyValidator;

/** Opens and saves studies. */
public final class Studies {

    /** The largest file that is read. */
    public static final int MAXIMUM_BYTES = Limits.DOCUMENT_BYTES;

    private Studies() {
    }

    /**
     * Opens a file and checks the study in it.
     *
     * @param file
     *            any path; a bad one, or bad content, gives findings and never an exception
     * @return the study with its findings
     */
    public static OpenStudy open(Path file) {
        ReadResult result = StudyFile.read(file);
        return check(result, file.toString(), file, result.stamp() == null ? null : result.stamp().hash());
    }

    /**
     * Reads a study from memory and checks it.
     *
     * @param content
     *            a {@code .isoflop} file
     * @param name
     *            the name that its findings give
     * @return the study with its findings
     */
    public static OpenStudy read(byte[] content, String name) {
        return check(StudyReader.read(content, name), name, null, sha256(content));
    }

    /**
     * Writes a study in a format, replacing the file.
     *
     * @param file
     *            the file
     * @param study
     *            the study
     * @param format
     *            the format
     * @throws IOException
     *             if it cannot be written; a {@link StudyFileException} says why in words
     */
    public static void write(Path file, Study study, Format format) throws IOException {
        switch (format) {
            case ISOFLOP -> StudyFile.save(file, study, null);
            case XMI -> Files.write(file, XmiCodec.write(study));
        }
    }

    /**
     * Reads a study in a format and checks it.
     *
     * @param content
     *            the file
     * @param name
     *            the name that its findings give
     * @param format
     *            the format
     * @return the study with its findings
     */
    public static OpenStudy read(byte[] content, String name, Format format) {
        return switch (format) {
            case ISOFLOP -> read(content, name);
            case XMI -> check(XmiCodec.read(content, name), name, null, sha256(content));
        };
    }

    /**
     * Writes a study in memory.
     *
     * @param study
     *            the study
     * @return a canonical {@code .isoflop} file
     * @throws StudyFileException
     *             if the study cannot be said in a file, such as one that refers to something without an identifier
     */
    public static byte[] write(Study study) throws StudyFileException {
        return StudyWriter.write(study);
    }

    /**
     * Checks a study that stands in no file, or in none as it is now.
     *
     * @param study
     *            the study
     * @param name
     *            the name that its findings give
     * @return what is wrong in it, without lines
     */
    public static List<Finding> check(Study study, String name) {
        return check(study, name, Locations.NONE);
    }

    private static List<Finding> check(Study study, String name, Locations locations) {
        List<Finding> findings = new ArrayList<>(StudyValidator.validate(study, name, locations));
        findings.addAll(AnalysisChecks.check(study, name, locations));
        return findings;
    }

    /**
     * Saves a study: either the whole file is replaced or nothing changes.
     *
     * @param file
     *            the file
     * @param study
     *            the study
     * @param expected
     *            what the file was when it was read, or null for a new file
     * @return what the file is now
     * @throws StudyFileException
     *             if it cannot be written, or has changed on disk since
     */
    public static Stamp save(Path file, Study study, Stamp expected) throws StudyFileException {
        return StudyFile.save(file, study, expected);
    }

    private static OpenStudy check(ReadResult result, String name, Path file, String hash) {
        List<Finding> findings = new ArrayList<>(result.findings());
        if (result.study() != null) {
            findings.addAll(check(result.study(), name, result.locations()));
        }
        findings.sort(Comparator.comparingInt(Finding::line));
        return new OpenStudy(result.study(), List.copyOf(findings), file, result.stamp(), hash, result.isComplete());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
