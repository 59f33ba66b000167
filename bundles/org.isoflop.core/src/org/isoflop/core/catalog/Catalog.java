package org.isoflop.core.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.isoflop.core.CoreException;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.OpenStudy;
import org.isoflop.core.study.Studies;

/** The laws of the catalog. */
public final class Catalog {

    /** The files in the order of their publication. */
    private static final List<String> LAWS = List.of("kaplan-2020", "hernandez-2021", "clark-2022",
            "hoffmann-2022", "aghajanyan-2023", "cerebras-2023", "muennighoff-2023", "de-vries-2023", "frantar-2023",
            "deepseek-2024", "krajewski-2024", "zhang-2024", "ho-2024", "gadre-2024", "besiroglu-2024", "pearce-2024",
            "porian-2024", "llama-3-2024", "kumar-2024", "xiao-2024", "busbridge-2025", "step-law-2025");

    private Catalog() {
    }

    /**
     * Returns the names of the publications that have laws here.
     *
     * @return names of files without their extension
     */
    public static List<String> publications() {
        return LAWS;
    }

    /**
     * Opens the study that holds the laws of one publication.
     *
     * @param publication
     *            one of {@link #publications()}
     * @return the study with its findings
     */
    public static OpenStudy open(String publication) {
        String name = publication + ".isoflop";
        try (InputStream in = Catalog.class.getResourceAsStream("laws/" + name)) {
            return Studies.read(in.readAllBytes(), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads all publications.
     *
     * @return the studies with their laws and sources
     */
    public static List<StudyData> studies() {
        return LAWS.stream().map(publication -> StudyMapper.map(open(publication).study())).toList();
    }

    /**
     * Finds a law by its id.
     *
     * @param id
     *            such as {@code hoffmann-2022-rounded}
     * @return the law with the study that holds its source
     * @throws CoreException
     *             if the catalog has no such law
     */
    public static LawInStudy law(String id) {
        // Most laws are called after their publication: those files are read first, and often no other.
        return Stream.concat(LAWS.stream().filter(id::startsWith), LAWS.stream().filter(name -> !id.startsWith(name)))
                .flatMap(publication -> find(id, StudyMapper.map(open(publication).study())).stream()).findFirst()
                .orElseThrow(() -> new CoreException("E_NO_SUCH_LAW", id, String.join(", ",
                        studies().stream().flatMap(study -> study.laws().stream()).map(LawData::id).toList())));
    }

    private static Optional<LawInStudy> find(String id, StudyData study) {
        return study.findLaw(id).map(law -> new LawInStudy(law, study));
    }

    /**
     * A law and the study that holds it.
     *
     * @param law
     *            the law
     * @param study
     *            its study, with the sources
     */
    public record LawInStudy(LawData law, StudyData study) {
    }
}
