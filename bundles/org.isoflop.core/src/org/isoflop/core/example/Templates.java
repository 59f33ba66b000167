package org.isoflop.core.example;

import java.util.List;

import org.isoflop.core.CoreException;
import org.isoflop.core.study.Studies;
import org.isoflop.model.Ids;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.isoflop.model.io.StudyFileException;

/** The studies that a new study starts from: each is sound, evaluates and draws as it is. */
public final class Templates {

    private static final ShippedStudies SHIPPED = new ShippedStudies("templates/", "E_NO_SUCH_TEMPLATE");

    /**
     * A template.
     *
     * @param name
     *            the name to ask for
     * @param study
     *            what is in it; its name and description say what it is for
     */
    public record Template(String name, Study study) {
    }

    private Templates() {
    }

    /**
     * Lists the templates.
     *
     * @return the templates, the smallest first
     */
    public static List<Template> list() {
        return names().stream().map(name -> new Template(name, read(name))).toList();
    }

    /**
     * Returns the names of the templates without opening them.
     *
     * @return names
     */
    public static List<String> names() {
        return SHIPPED.names();
    }

    /**
     * Makes a new study.
     *
     * @param template
     *            name of the template
     * @param name
     *            name of the study; its identifier is made from it
     * @return a canonical {@code .isoflop} file
     * @throws CoreException
     *             if there is no such template
     */
    public static byte[] create(String template, String name) {
        Study study = read(template);
        study.setName(Text.of(name));
        study.setId(null);
        study.setId(Ids.unique(name, study));
        try {
            return Studies.write(study);
        } catch (StudyFileException e) {
            throw new IllegalStateException("A template can be written", e);
        }
    }

    private static Study read(String name) {
        return Studies.read(SHIPPED.content(name), name).study();
    }
}
