package org.isoflop.core.catalog;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.Messages;
import org.isoflop.core.catalog.Cell.Value;
import org.isoflop.core.catalog.Cell.Words;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.model.Element;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Price;
import org.isoflop.model.Quantity;
import org.isoflop.model.Text;
import org.isoflop.model.annotation.Features;

/** Reads entries into rows: follows the paths of the columns, and finds what stands at their ends in the .ecore. */
final class Rows {

    private static final Comparator<Price> NEWEST = Comparator.comparing(Price::getDate,
            Comparator.nullsFirst(Comparator.naturalOrder()));

    private Rows() {
    }

    static CatalogEntry entry(Kind kind, String file, Element element) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (String path : kind.columns()) {
            Cell cell = cell(element, path);
            if (cell != null) {
                cells.put(path, cell);
            }
        }
        return new CatalogEntry(kind, element.getId(), element.getName(), element.getDescription(), file, cells);
    }

    static CatalogColumn column(Kind kind, String path) {
        String[] names = path.split("\\.");
        EClass owner = kind.list().getEReferenceType();
        for (int i = 0; i < names.length - 1; i++) {
            owner = (EClass) owner.getEStructuralFeature(names[i]).getEType();
        }
        String last = names[names.length - 1];
        EStructuralFeature named = owner.getEStructuralFeature(last);
        EStructuralFeature feature = named == null ? value(owner) : named;
        String unit = Features.unit(feature);
        boolean isNumber = unit != null || feature.getEType() == Literals.QUANTITY || isCount(feature);
        return new CatalogColumn(path, label(feature, named == null ? last : null),
                isNumber ? unit == null ? Unit.ONE : Unit.of(unit) : null);
    }

    private static Text label(EStructuralFeature feature, String key) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            labels.put(locale.getLanguage(), key == null
                    ? Features.label(feature, locale)
                    : feature == Literals.PEAK__THROUGHPUT ? Messages.text(locale, "catalog.peak", key) : key);
        }
        return Text.of(labels);
    }

    private static boolean isCount(EStructuralFeature feature) {
        return feature.getEType().getInstanceClass() == Integer.class && !"year".equals(feature.getName());
    }

    private static Cell cell(EObject owner, String path) {
        EObject at = owner;
        Price price = null;
        for (String name : path.split("\\.")) {
            if (at == null) {
                return null;
            }
            EStructuralFeature feature = at.eClass().getEStructuralFeature(name);
            if (feature instanceof EAttribute attribute) {
                return words(at, attribute);
            }
            if (feature.isMany()) {
                String key = path.substring(path.lastIndexOf('.') + 1);
                @SuppressWarnings("unchecked")
                List<EObject> items = (List<EObject>) at.eGet(feature);
                if (feature == Literals.ACCELERATOR__PRICES) {
                    price = newest(items, Literals.PRICE.getEStructuralFeature(key));
                    at = price;
                    continue;
                }
                EObject item = items.stream().filter(one -> key.equals(one.eGet(key(one.eClass())))).findFirst()
                        .orElse(null);
                at = item == null ? null : (EObject) item.eGet(value(item.eClass()));
                break;
            }
            at = (EObject) at.eGet(feature);
        }
        return at instanceof Quantity quantity ? number(quantity, price) : null;
    }

    private static Cell words(EObject owner, EAttribute attribute) {
        Object value = owner.eIsSet(attribute) ? owner.eGet(attribute) : null;
        return switch (value) {
            case null -> null;
            case Text text -> new Words(text);
            case Enumerator literal -> new Words(Text.of(Map.of("en", Features.valueLabel(literal, Locale.ENGLISH),
                    "fr",
                    Features.valueLabel(literal, Locale.FRENCH))));
            case Integer count when isCount(attribute) -> new Value(StudyMapper.figure(quantity(count)), Unit.ONE, null,
                    null, null);
            default -> new Words(Text.of(value.toString()));
        };
    }

    private static Quantity quantity(Integer count) {
        Quantity quantity = IsoflopFactory.eINSTANCE.createQuantity();
        quantity.setValue(count.doubleValue());
        return quantity;
    }

    private static Cell number(Quantity quantity, Price price) {
        String unit = Features.unit(quantity.eContainingFeature());
        return new Value(StudyMapper.figure(quantity), unit == null ? Unit.ONE : Unit.of(unit),
                quantity.getSource() == null ? null : StudyMapper.source(quantity.getSource()),
                price == null ? null : price.getDate(), price == null ? null : price.getProvider());
    }

    /** The newest price that says what is asked, without a commitment of years. */
    static Price newest(List<EObject> prices, EStructuralFeature kind) {
        return prices.stream().map(Price.class::cast).filter(price -> price.eIsSet(kind) && price.getYears() == null)
                .max(NEWEST).orElse(null);
    }

    /** The attribute that tells the items of a list apart: the first that is required. */
    private static EStructuralFeature key(EClass item) {
        return item.getEAllAttributes().stream().filter(Features::isRequired).findFirst().orElseThrow();
    }

    private static EStructuralFeature value(EClass item) {
        return item.getEAllReferences().stream().filter(reference -> reference.getEType() == Literals.QUANTITY)
                .findFirst().orElseThrow();
    }
}
