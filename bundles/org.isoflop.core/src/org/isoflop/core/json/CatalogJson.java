package org.isoflop.core.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.isoflop.core.catalog.Catalog;
import org.isoflop.core.catalog.CatalogEntry;
import org.isoflop.core.catalog.Kind;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.model.Element;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Quantity;
import org.isoflop.model.Source;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.isoflop.model.Verification;
import org.isoflop.model.annotation.Features;

/** Entries of the catalog as JSON: all that they hold, each number with its unit, status and source. */
public final class CatalogJson {

    private CatalogJson() {
    }

    /**
     * Describes entries of one kind.
     *
     * @param kind
     *            the kind
     * @param entries
     *            entries of that kind
     * @return a tree for each, in the same order; laws as {@link LawJson} describes them
     */
    public static List<Object> entries(Kind kind, List<CatalogEntry> entries) {
        Map<String, Object> trees = new LinkedHashMap<>();
        for (String file : entries.stream().map(CatalogEntry::study).distinct().toList()) {
            Study study = Catalog.open(kind, file).study();
            if (kind == Kind.LAWS) {
                StudyData data = StudyMapper.map(study);
                data.laws().forEach(law -> trees.put(law.id(), LawJson.law(law, data)));
            } else {
                for (Object element : (List<?>) study.eGet(kind.list())) {
                    trees.put(((Element) element).getId(), object((Element) element));
                }
            }
        }
        return entries.stream().map(entry -> trees.get(entry.id())).toList();
    }

    private static Map<String, Object> object(EObject object) {
        Map<String, Object> tree = Json.object();
        for (EStructuralFeature feature : object.eClass().getEAllStructuralFeatures()) {
            if (object.eIsSet(feature) && !Features.isInternal(feature)) {
                Json.put(tree, feature.getName(), value(feature, object.eGet(feature)));
            }
        }
        return tree;
    }

    private static Object value(EStructuralFeature feature, Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(item -> value(feature, item)).toList();
            case Quantity quantity -> quantity(quantity);
            case Element element when !((EReference) feature).isContainment() -> element.getId();
            case EObject object -> typed(feature, object);
            case Text text -> text.get(Locale.ENGLISH);
            case Enumerator literal -> literal.getLiteral();
            default -> value;
        };
    }

    /** Where a feature holds one of several classes, the tree says which. */
    private static Map<String, Object> typed(EStructuralFeature feature, EObject object) {
        Map<String, Object> tree = Json.object();
        if (feature.getEType() != object.eClass()) {
            tree.put("type", object.eClass().getName());
        }
        tree.putAll(object(object));
        return tree;
    }

    private static Map<String, Object> quantity(Quantity quantity) {
        Map<String, Object> tree = Json.object();
        Json.put(tree, "value", quantity.getValue());
        Json.put(tree, "unit", Features.unit(quantity.eContainingFeature()));
        Json.put(tree, "low", quantity.getLow());
        Json.put(tree, "high", quantity.getHigh());
        Json.put(tree, "level", quantity.getLevel());
        Json.put(tree, "shape", quantity.isSetShape() ? quantity.getShape().getLiteral() : null);
        Json.put(tree, "status", quantity.isSetStatus() ? quantity.getStatus().getLiteral() : null);
        Source source = quantity.getSource();
        if (source != null) {
            tree.put("source", source.getCitation());
            Json.put(tree, "identifier", source.getIdentifier());
            Json.put(tree, "locator", source.getLocator());
            Json.put(tree, "readOn", source.getReadOn());
            tree.put("verification", source.eIsSet(Literals.SOURCE__VERIFICATION)
                    ? source.getVerification().getLiteral()
                    : Verification.UNVERIFIED.getLiteral());
        }
        Json.put(tree, "note", quantity.getNote() == null ? null : quantity.getNote().get(Locale.ENGLISH));
        return tree;
    }
}
