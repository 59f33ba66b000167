package org.isoflop.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;

/** Several numbers with their units, separated by semicolons. */
final class NumbersFormat implements Format {

    private static final String SEPARATOR = "; ";

    private final NumberFormat number;
    private final Supplier<Unit> unit;

    NumbersFormat(EStructuralFeature feature, Supplier<Unit> unit) {
        this.number = new NumberFormat(feature, unit);
        this.unit = unit;
    }

    @Override
    public String show(Object value) {
        return value == null ? ""
                : ((List<?>) value).stream().map(number::show).collect(Collectors.joining(SEPARATOR));
    }

    @Override
    public Object read(String text) throws Refusal {
        List<Double> numbers = new ArrayList<>();
        for (String part : text.split(";")) {
            if (!part.isBlank()) {
                numbers.add((Double) number.read(part));
            }
        }
        return List.copyOf(numbers);
    }

    @Override
    public String echo(Object value) {
        return value == null ? "" : ((List<?>) value).stream()
                .map(item -> Quantities.format((Double) item, unit.get(), Locale.getDefault()))
                .collect(Collectors.joining(" · "));
    }

    @Override
    public int width() {
        return 36;
    }

    @Override
    public List<String> completions(String typed) {
        int last = typed.lastIndexOf(';') + 1;
        String before = last == 0 ? "" : typed.substring(0, last) + " ";
        return number.completions(typed.substring(last)).stream().map(text -> before + text).toList();
    }
}
