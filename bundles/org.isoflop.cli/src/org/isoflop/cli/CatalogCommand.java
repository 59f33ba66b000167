package org.isoflop.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.isoflop.core.catalog.Catalog;
import org.isoflop.core.catalog.CatalogColumn;
import org.isoflop.core.catalog.CatalogEntry;
import org.isoflop.core.catalog.Kind;
import org.isoflop.core.json.CatalogJson;
import org.isoflop.core.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code catalog}: what ships with Isoflop, as a table or as JSON. */
@Command(name = "catalog")
final class CatalogCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common;

    @Parameters(arity = "0..1", paramLabel = "KIND", descriptionKey = "kind", completionCandidates = Kinds.class)
    String kind;

    @Option(names = "--filter", paramLabel = "TEXT", descriptionKey = "filter")
    String filter;

    @Option(names = "--sort", paramLabel = "COLUMN", descriptionKey = "sort")
    String sort;

    @Option(names = "--descending", descriptionKey = "descending")
    boolean descending;

    @Option(names = "--columns", paramLabel = "LIST", split = ",", descriptionKey = "catalogColumns")
    List<String> columns;

    /** The kinds, for the completion of a shell. */
    static final class Kinds extends Names {

        Kinds() {
            super(Choice.KINDS);
        }
    }

    CatalogCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Kind one = Choice.of(console, "KIND", kind, Choice.KINDS, null);
        if (one == null && (sort != null || columns != null)) {
            throw console.wrong("E_CATALOG_KIND");
        }
        if (descending && sort == null) {
            throw console.wrong("E_CATALOG_SORT");
        }
        List<CatalogColumn> shown = one == null ? List.of() : shown(one);
        Map<Kind, List<CatalogEntry>> found = new LinkedHashMap<>();
        for (Kind of : one == null ? Kind.values() : new Kind[] {one}) {
            found.put(of, entries(of));
        }
        if (console.json()) {
            Map<String, Object> answer = Json.object();
            found.forEach((of, entries) -> answer.put(of.id(), CatalogJson.entries(of, entries)));
            console.answer(answer);
        } else if (one == null) {
            found.forEach((of, entries) -> console.print(console.text("catalog.count", of.id(), entries.size())));
        } else if (found.get(one).isEmpty()) {
            console.print(console.text("catalog.nothing", one.id(), filter));
        } else {
            new CatalogTable(console, shown).print(found.get(one));
        }
        return ExitStatus.DONE;
    }

    private List<CatalogEntry> entries(Kind of) {
        Stream<CatalogEntry> entries = Catalog.entries(of).stream()
                .filter(entry -> filter == null || entry.contains(filter, console.locale()));
        return sort == null ? entries.toList()
                : entries.sorted(column("--sort", of, sort).order(console.locale(), descending)).toList();
    }

    private List<CatalogColumn> shown(Kind of) {
        List<CatalogColumn> shown = new ArrayList<>();
        for (String id : columns == null ? CatalogTable.usual(of) : columns) {
            shown.add(column("--columns", of, id.strip()));
        }
        return shown;
    }

    private CatalogColumn column(String option, Kind of, String id) {
        List<CatalogColumn> all = Catalog.columns(of);
        return all.stream().filter(column -> column.id().equals(id)).findFirst()
                .orElseThrow(() -> console.wrong("E_OPTION_CHOICE", option, id,
                        String.join(", ", all.stream().map(CatalogColumn::id).toList())));
    }
}
