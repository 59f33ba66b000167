package org.isoflop.core.catalog;

import java.net.URI;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.Messages;
import org.isoflop.core.catalog.EntryTable.Cell;
import org.isoflop.core.catalog.EntryTable.Cited;
import org.isoflop.core.catalog.EntryTable.Column;
import org.isoflop.core.catalog.EntryTable.Doubt;
import org.isoflop.core.catalog.EntryTable.Row;
import org.isoflop.core.study.SourceLink;
import org.isoflop.model.Constant;
import org.isoflop.model.Element;
import org.isoflop.model.FittedRange;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.LayerGroup;
import org.isoflop.model.Price;
import org.isoflop.model.Quantity;
import org.isoflop.model.Source;
import org.isoflop.model.Status;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.isoflop.model.Variable;
import org.isoflop.model.Verification;
import org.isoflop.model.annotation.Features;

/**
 * Reads entries into an {@link EntryTable}. The columns are found in the model: every feature of the class, those of
 * what it holds once, and for lists of numbers by a name (peak rates by precision, scores by benchmark) one for each
 * name that occurs.
 */
final class EntryTableReader {

    private static final Set<EStructuralFeature> LEFT_OUT = Set.of(Literals.ELEMENT__NAME,
            Literals.ELEMENT__DESCRIPTION, Literals.ELEMENT__ORIGIN, Literals.SCALING_LAW__FIT);
    private static final String NAME = "name";
    private static final String SEPARATOR = " \u00b7 ";

    private final EReference list;
    private final Locale locale;
    private final Map<Column, Function<EObject, Cell>> columns = new LinkedHashMap<>();

    EntryTableReader(EReference list, Locale locale) {
        this.list = list;
        this.locale = locale;
    }

    EntryTable read(List<Study> studies) {
        List<EObject> entries = studies.stream().flatMap(study -> entries(study).stream()).toList();
        columns.put(new Column(NAME, label(Literals.ELEMENT__NAME), false), entry -> words(name((Element) entry)));
        collect(list.getEReferenceType(), "", "", entries, Function.identity());
        columns.put(new Column(EntryTable.CERTAINTY, text("catalog.certainty"), false), this::certainty);
        List<Row> rows = entries.stream().map(entry -> row((Element) entry)).toList();
        return new EntryTable(used(rows), rows);
    }

    /** What has an origin stands for an entry of another file. */
    private List<EObject> entries(Study study) {
        return ((List<?>) study.eGet(list)).stream().map(Element.class::cast)
                .filter(element -> element.getOrigin() == null).map(EObject.class::cast).toList();
    }

    /** Columns that are empty in all rows help nobody. */
    private List<Column> used(List<Row> rows) {
        Set<String> filled = rows.stream().flatMap(row -> row.cells().keySet().stream()).collect(Collectors.toSet());
        return columns.keySet().stream().filter(column -> filled.contains(column.id())).toList();
    }

    private Row row(Element entry) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        columns.forEach((column, value) -> {
            Cell cell = value.apply(entry);
            if (cell != null && !cell.text().isBlank()) {
                cells.put(column.id(), cell);
            }
        });
        return new Row(entry.getId(), name(entry), text(entry.getDescription()), List.copyOf(doubts(entry)),
                sources(entry).stream().map(this::cited).toList(), cells);
    }

    private void collect(EClass type, String path, String title, List<EObject> owners,
            Function<EObject, EObject> way) {
        for (EStructuralFeature feature : type.getEAllStructuralFeatures()) {
            if (Features.isInternal(feature) || LEFT_OUT.contains(feature)) {
                continue;
            }
            String id = path + feature.getName();
            String label = title + label(feature);
            switch (feature) {
                case EAttribute attribute when !attribute.isMany() -> add(id, label, isNumber(attribute),
                        way.andThen(owner -> owner == null ? null : attribute(owner, attribute)));
                case EAttribute attribute -> {
                    // Rows of numbers are no cells.
                }
                case EReference reference when reference.isMany() -> many(reference, id, label, owners, way);
                case EReference reference when reference.getEReferenceType() == Literals.QUANTITY ->
                    add(id, label, true, way.andThen(owner -> quantity(owner, reference)));
                case EReference reference when reference.isContainment() -> collect(reference.getEReferenceType(),
                        id + '.', label + SEPARATOR, held(owners, reference),
                        way.andThen(owner -> owner == null ? null : (EObject) owner.eGet(reference)));
                case EReference reference -> add(id, label, false, way.andThen(owner -> owner == null ? null
                        : target((EObject) owner.eGet(reference))));
                default -> throw new IllegalStateException(feature.getName());
            }
        }
    }

    private static List<EObject> held(List<EObject> owners, EReference reference) {
        return owners.stream().flatMap(owner -> all(owner, reference).stream()).toList();
    }

    private static List<EObject> all(EObject owner, EReference reference) {
        return switch (owner == null ? null : owner.eGet(reference)) {
            case null -> List.of();
            case List<?> several -> several.stream().map(EObject.class::cast).toList();
            case Object one -> List.of((EObject) one);
        };
    }

    private void add(String id, String label, boolean isNumber, Function<EObject, Cell> value) {
        columns.put(new Column(id, label, isNumber), value);
    }

    private void many(EReference reference, String id, String label, List<EObject> owners,
            Function<EObject, EObject> way) {
        EClass type = reference.getEReferenceType();
        Function<EObject, List<EObject>> items = way.andThen(owner -> all(owner, reference));
        if (type == Literals.CONSTANT) {
            add(id, label, false, items.andThen(this::constants));
        } else if (type == Literals.FITTED_RANGE) {
            for (Variable variable : Variable.VALUES) {
                add(id + '.' + variable.getLiteral(), label + SEPARATOR + Features.valueLabel(variable, locale), true,
                        items.andThen(ranges -> range(ranges, variable)));
            }
        } else if (type == Literals.PRICE) {
            for (EReference kind : List.of(Literals.PRICE__PURCHASE, Literals.PRICE__RENT)) {
                add(id + '.' + kind.getName(), label(kind), true, items.andThen(prices -> price(prices, kind)));
            }
        } else if (type == Literals.LAYER_GROUP) {
            add(id, label, true, items.andThen(this::layers));
        } else if (!reference.isContainment()) {
            add(id, label, false, items.andThen(targets -> words(targets.stream().map(this::target)
                    .map(Cell::text).collect(Collectors.joining(", ")))));
        } else {
            named(type, id, items, held(owners, reference));
        }
    }

    /** A list of numbers that have a name each: a column for each name. */
    private void named(EClass type, String id, Function<EObject, List<EObject>> items, List<EObject> all) {
        List<EAttribute> keys = type.getEAllAttributes().stream().filter(Features::isRequired).toList();
        List<EReference> values = type.getEAllContainments().stream()
                .filter(part -> part.getEReferenceType() == Literals.QUANTITY).toList();
        if (keys.size() != 1 || values.size() != 1) {
            return;
        }
        EAttribute key = keys.getFirst();
        Set<Object> names = all.stream().map(item -> item.eGet(key)).filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (Object name : names) {
            String shown = name instanceof Enumerator value ? Features.valueLabel(value, locale) : name.toString();
            add(id + '.' + name, label(values.getFirst()) + SEPARATOR + shown, true, items.andThen(present -> present
                    .stream().filter(item -> name.equals(item.eGet(key))).findFirst()
                    .map(item -> quantity(item, values.getFirst())).orElse(null)));
        }
    }

    private static boolean isNumber(EAttribute attribute) {
        return Number.class.isAssignableFrom(attribute.getEAttributeType().getInstanceClass());
    }

    private Cell attribute(EObject owner, EAttribute attribute) {
        if (!owner.eIsSet(attribute)) {
            return null;
        }
        return switch (owner.eGet(attribute)) {
            case Text several -> words(text(several));
            case Enumerator value -> words(Features.valueLabel(value, locale));
            case Boolean flag -> words(text(flag ? "catalog.yes" : "catalog.no"));
            case Integer whole -> new Cell(NumberFormat.getIntegerInstance(locale).format(whole), whole.doubleValue(),
                    "");
            case Double number -> new Cell(Quantities.format(number, unit(attribute), locale), number, "");
            case Object other -> words(other.toString());
        };
    }

    private Cell target(EObject target) {
        return switch (target) {
            case null -> null;
            case Source source -> words(Objects.toString(source.getCitation(), source.getId()));
            case Element element -> words(name(element));
            default -> null;
        };
    }

    private Cell quantity(EObject owner, EReference feature) {
        Quantity quantity = owner == null ? null : (Quantity) owner.eGet(feature);
        if (quantity == null) {
            return null;
        }
        Unit unit = unit(feature);
        String text = quantity.getValue() != null ? Quantities.format(quantity.getValue(), unit, locale)
                : interval(quantity, unit);
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        doubt(quantity, doubts);
        Double number = Stream.of(quantity.getValue(), quantity.getLow(), quantity.getHigh()).filter(Objects::nonNull)
                .findFirst().orElse(null);
        return text == null ? null : new Cell(marked(text, doubts), number, tip(quantity, unit));
    }

    private String marked(String text, Set<Doubt> doubts) {
        String estimate = doubts.contains(Doubt.ESTIMATE) ? text("catalog.estimate", text) : text;
        return doubts.contains(Doubt.UNVERIFIED) ? text("catalog.unverified", estimate) : estimate;
    }

    private String interval(Quantity quantity, Unit unit) {
        if (quantity.getLow() == null && quantity.getHigh() == null) {
            return null;
        }
        return text("catalog.interval", bound(quantity.getLow(), unit), bound(quantity.getHigh(), unit));
    }

    private String bound(Double bound, Unit unit) {
        return bound == null ? "?" : Quantities.format(bound, unit, locale);
    }

    private String tip(Quantity quantity, Unit unit) {
        List<String> lines = new ArrayList<>();
        if (quantity.getValue() != null) {
            lines.add(Quantities.spelledOut(quantity.getValue(), unit, locale));
            lines.add(interval(quantity, unit));
        }
        if (quantity.isSetStatus()) {
            lines.add(Features.valueLabel(quantity.getStatus(), locale));
        }
        if (quantity.getSource() != null) {
            lines.add(cited(quantity.getSource()).text());
        }
        lines.add(text(quantity.getNote()));
        return lines.stream().filter(line -> line != null && !line.isBlank()).collect(Collectors.joining("\n"));
    }

    private Cell constants(List<EObject> constants) {
        return words(constants.stream().map(Constant.class::cast)
                .filter(constant -> constant.getValue() != null && constant.getValue().getValue() != null)
                .map(constant -> constant.getSymbol() + " = "
                        + Quantities.format(constant.getValue().getValue(), Unit.ONE, locale))
                .collect(Collectors.joining("; ")));
    }

    private Cell range(List<EObject> ranges, Variable variable) {
        Unit unit = switch (variable) {
            case PARAMETERS -> Unit.PARAMETERS;
            case TOKENS, UNIQUE_TOKENS -> Unit.TOKENS;
            case COMPUTE -> Unit.FLOP;
            case TOKENS_PER_PARAMETER -> Unit.TOKENS_PER_PARAMETER;
        };
        return ranges.stream().map(FittedRange.class::cast)
                .filter(range -> range.isSetVariable() && range.getVariable() == variable).findFirst()
                .map(range -> new Cell(text("catalog.interval", bound(range.getLow(), unit),
                        bound(range.getHigh(), unit)), range.getLow(), ""))
                .orElse(null);
    }

    /** The newest price, with its date. */
    private Cell price(List<EObject> prices, EReference kind) {
        Price latest = Rows.newest(prices, kind);
        Cell cell = quantity(latest, kind);
        if (cell == null) {
            return null;
        }
        String date = Objects.toString(latest.getDate(), "");
        List<String> lines = Stream.of(latest.getProvider(), cell.tip()).filter(line -> line != null
                && !line.isBlank()).toList();
        return new Cell(date.isEmpty() ? cell.text() : text("catalog.price", cell.text(), date), cell.number(),
                String.join("\n", lines));
    }

    private Cell layers(List<EObject> groups) {
        int count = groups.stream().map(LayerGroup.class::cast).map(LayerGroup::getCount).filter(Objects::nonNull)
                .mapToInt(Integer::intValue).sum();
        return count == 0 ? null
                : new Cell(NumberFormat.getIntegerInstance(locale).format(count), (double) count, "");
    }

    private Cell certainty(EObject entry) {
        return words(doubts((Element) entry).stream().map(doubt -> switch (doubt) {
            case ESTIMATE -> text("catalog.doubt.estimate");
            case UNVERIFIED -> text("catalog.doubt.unverified");
        }).collect(Collectors.joining(", ")));
    }

    private static Set<Doubt> doubts(Element entry) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        doubt(entry, doubts);
        entry.eAllContents().forEachRemaining(part -> doubt(part, doubts));
        return doubts;
    }

    private static void doubt(EObject part, Set<Doubt> doubts) {
        for (EStructuralFeature feature : part.eClass().getEAllStructuralFeatures()) {
            if (part.eIsSet(feature) && !feature.isMany()) {
                Object value = part.eGet(feature);
                if (value == Status.ESTIMATED || value == Status.ASSUMED) {
                    doubts.add(Doubt.ESTIMATE);
                } else if (value instanceof Source source && source.isSetVerification()
                        && source.getVerification() == Verification.UNVERIFIED) {
                    doubts.add(Doubt.UNVERIFIED);
                }
            }
        }
    }

    private static List<Source> sources(Element entry) {
        Set<Source> sources = new LinkedHashSet<>();
        entry.eCrossReferences().forEach(target -> keep(target, sources));
        entry.eAllContents().forEachRemaining(part -> part.eCrossReferences()
                .forEach(target -> keep(target, sources)));
        return List.copyOf(sources);
    }

    private static void keep(EObject target, Set<Source> sources) {
        if (target instanceof Source source) {
            sources.add(source);
        }
    }

    private Cited cited(Source source) {
        String text = Stream.of(source.getCitation(), source.getTitle(), source.getLocator(),
                source.isSetVerification() && source.getVerification() == Verification.UNVERIFIED
                        ? Features.valueLabel(source.getVerification(), locale) : null)
                .filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(SEPARATOR));
        URI link = SourceLink.of(source.getIdentifier()).orElse(null);
        return new Cited(text.isEmpty() ? source.getId() : text, link);
    }

    private Unit unit(EStructuralFeature feature) {
        String unit = Features.unit(feature);
        return unit == null ? Unit.ONE : Unit.of(unit);
    }

    private static Cell words(String text) {
        return new Cell(text, null, "");
    }

    private String name(Element element) {
        String name = text(element.getName());
        return name.isBlank() ? Objects.toString(element.getId(), "") : name;
    }

    private String text(Text text) {
        return text == null ? "" : Objects.toString(text.get(locale), "");
    }

    private String text(String key, Object... arguments) {
        return Messages.text(locale, key, arguments);
    }

    private String label(EStructuralFeature feature) {
        return Features.label(feature, locale);
    }
}
