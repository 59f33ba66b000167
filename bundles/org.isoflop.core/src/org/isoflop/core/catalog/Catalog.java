package org.isoflop.core.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.isoflop.core.CoreException;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.OpenStudy;
import org.isoflop.core.study.Studies;
import org.isoflop.model.Element;
import org.isoflop.model.Study;

/** The models, accelerators, datasets, laws and grids that ship with Isoflop. */
public final class Catalog {

    /** The version that entries which are copied into a study name as their origin. */
    public static final int VERSION = 1;

    private static final Map<Kind, List<CatalogEntry>> ENTRIES = new ConcurrentHashMap<>();

    private Catalog() {
    }

    /**
     * Lists the entries of a kind. They are read once.
     *
     * @param kind
     *            the kind
     * @return its entries in the order of the catalog
     */
    public static List<CatalogEntry> entries(Kind kind) {
        return ENTRIES.computeIfAbsent(kind, Catalog::read);
    }

    private static List<CatalogEntry> read(Kind kind) {
        return kind.files().stream().flatMap(file -> elements(kind, open(kind, file).study()).stream()
                .filter(element -> !Copies.isElsewhere(element)).map(element -> Rows.entry(kind, file, element)))
                .toList();
    }

    /**
     * Names the columns of a table of entries.
     *
     * @param kind
     *            the kind
     * @return the columns that it may have, the most telling first
     */
    public static List<CatalogColumn> columns(Kind kind) {
        return kind.columns().stream().map(path -> Rows.column(kind, path)).toList();
    }

    /**
     * Finds an entry.
     *
     * @param kind
     *            its kind
     * @param id
     *            its id
     * @return the entry
     * @throws CoreException
     *             if the catalog has no such entry
     */
    public static CatalogEntry entry(Kind kind, String id) {
        return entries(kind).stream().filter(entry -> entry.id().equals(id)).findFirst()
                .orElseThrow(() -> new CoreException("E_NO_SUCH_ENTRY", id,
                        String.join(", ", entries(kind).stream().map(CatalogEntry::id).toList())));
    }

    /**
     * Copies an entry with all that it refers to: its sources, and for a model the accelerator and the datasets of its
     * training. Each of them names its {@link Element#getOrigin() origin}.
     *
     * @param kind
     *            its kind
     * @param id
     *            its id
     * @return the entry in a small study of its own that holds nothing but what it refers to; nobody else has it
     * @throws CoreException
     *             if the catalog has no such entry
     */
    public static Element copy(Kind kind, String id) {
        Study study = open(kind, entry(kind, id).study()).study();
        return Copies.take(study,
                elements(kind, study).stream().filter(element -> id.equals(element.getId())).findFirst().orElseThrow());
    }

    static List<Element> elements(Kind kind, Study study) {
        return ((List<?>) study.eGet(kind.list())).stream().map(Element.class::cast).toList();
    }

    /**
     * Opens one file of the catalog.
     *
     * @param kind
     *            the kind of its entries
     * @param file
     *            one of {@link Kind#files()}
     * @return the study with its findings, as a new object
     */
    public static OpenStudy open(Kind kind, String file) {
        String name = file + ".isoflop";
        try (InputStream in = Catalog.class.getResourceAsStream(kind.id() + "/" + name)) {
            return Studies.read(in.readAllBytes(), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the names of the publications that have laws here.
     *
     * @return names of files without their extension
     */
    public static List<String> publications() {
        return Kind.LAWS.files();
    }

    /**
     * Opens the study that holds the laws of one publication.
     *
     * @param publication
     *            one of {@link #publications()}
     * @return the study with its findings
     */
    public static OpenStudy open(String publication) {
        return open(Kind.LAWS, publication);
    }

    /**
     * Reads all publications.
     *
     * @return the studies with their laws and sources
     */
    public static List<StudyData> studies() {
        return publications().stream().map(publication -> StudyMapper.map(open(publication).study())).toList();
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
        return Stream
                .concat(publications().stream().filter(id::startsWith),
                        publications().stream().filter(name -> !id.startsWith(name)))
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
