package org.isoflop.ui.edit;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.isoflop.model.Constant;
import org.isoflop.model.Element;
import org.isoflop.model.FittedRange;
import org.isoflop.model.Formula;
import org.isoflop.model.Ids;
import org.isoflop.model.LawInput;
import org.isoflop.model.Peak;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.isoflop.model.Variable;
import org.isoflop.model.annotation.Features;

/** Gives new objects of a study identifiers, names and keys that no other has. */
final class Identities {

    private static final Pattern NUMBERED = Pattern.compile("(.*) \\((\\d{1,9})\\)", Pattern.DOTALL);

    private final Set<String> taken;

    Identities(Study study) {
        this.taken = new HashSet<>(Ids.elements(study).keySet());
    }

    /** An identifier like the given one that nothing in the study has, itself if it is free. */
    String free(String id) {
        String candidate = id;
        for (int number = 2; !taken.add(candidate); number++) {
            candidate = id + "-" + number;
        }
        return candidate;
    }

    /** Gives an object that comes into the study, and all that it contains, identifiers that are free. */
    void renew(EObject object) {
        if (object instanceof Element element && element.getId() != null) {
            element.setId(free(element.getId()));
        }
        for (Iterator<EObject> contents = object.eAllContents(); contents.hasNext();) {
            if (contents.next() instanceof Element element && element.getId() != null) {
                element.setId(free(element.getId()));
            }
        }
    }

    /** Tells a copy from its future siblings by its name, or by what stands for a name. */
    static void rename(EObject copy, List<? extends EObject> siblings) {
        switch (copy) {
            case Element element when element.getName() != null -> element.setName(text(element.getName(), siblings));
            case Element element -> {
            }
            case Peak peak when peak.getPrecision() != null -> peak.setPrecision(unlike(peak.getPrecision(),
                    name -> siblings.stream().anyMatch(other -> name.equals(((Peak) other).getPrecision()))));
            case Constant constant when constant.getSymbol() != null -> constant.setSymbol(unlike(constant.getSymbol(),
                    name -> siblings.stream().anyMatch(other -> name.equals(((Constant) other).getSymbol()))));
            case FittedRange range when range.isSetVariable() -> variable(range, siblings);
            case Formula formula when formula.getSymbol() != null -> formula.setSymbol(symbol(formula.getSymbol(),
                    name -> siblings.stream().anyMatch(other -> name.equals(((Formula) other).getSymbol()))));
            case LawInput input when input.getSymbol() != null -> input.setSymbol(symbol(input.getSymbol(),
                    name -> siblings.stream().anyMatch(other -> name.equals(((LawInput) other).getSymbol()))));
            default -> {
            }
        }
    }

    /** A name that formulas can use. */
    private static String symbol(String name, Predicate<String> isTaken) {
        String candidate = name;
        for (int number = 2; isTaken.test(candidate); number++) {
            candidate = name + "_" + number;
        }
        return candidate;
    }

    private static void variable(FittedRange range, List<? extends EObject> siblings) {
        for (Variable variable : Variable.VALUES) {
            if (siblings.stream().noneMatch(other -> ((FittedRange) other).isSetVariable()
                    && ((FittedRange) other).getVariable() == variable)) {
                range.setVariable(variable);
                return;
            }
        }
    }

    private static Text text(Text name, List<? extends EObject> siblings) {
        Predicate<Text> isTaken = candidate -> siblings.stream()
                .anyMatch(other -> other instanceof Element element && candidate.equals(element.getName()));
        Text candidate = name;
        for (int number = 2; isTaken.test(candidate); number++) {
            candidate = numbered(name, number);
        }
        return candidate;
    }

    private static Text numbered(Text name, int number) {
        if (name.isSingle()) {
            return Text.of(numbered(name.get(Locale.ROOT), number));
        }
        Map<String, String> languages = new LinkedHashMap<>();
        name.languages().forEach((language, words) -> languages.put(language, numbered(words, number)));
        return Text.of(languages);
    }

    private static String numbered(String name, int number) {
        Matcher matcher = NUMBERED.matcher(name);
        return (matcher.matches() ? matcher.group(1) : name) + " (" + number + ")";
    }

    private static String unlike(String name, Predicate<String> isTaken) {
        String candidate = name;
        for (int number = 2; isTaken.test(candidate); number++) {
            candidate = numbered(name, number);
        }
        return candidate;
    }

    /** Names a new element after its class. */
    void name(Element element) {
        String label = Features.label(element.eClass(), Locale.getDefault());
        Set<Text> names = Edits.siblings(element).stream().map(other -> ((Element) other).getName())
                .collect(Collectors.toSet());
        String candidate = label;
        for (int number = 2; names.contains(Text.of(candidate)); number++) {
            candidate = label + " " + number;
        }
        element.setName(Text.of(candidate));
        element.setId(free(Ids.slug(candidate)));
    }
}
