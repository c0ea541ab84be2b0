package dev.tocsin.app.command;

import dev.tocsin.app.output.Json;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.codebook.CodebookChange;
import dev.tocsin.schemas.PublishedVersion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a publication changes.
 *
 * @param published the new version; empty if nothing was published
 */
record PublicationReport(Comparison comparison, Optional<PublishedVersion> published) {
    private static final int MOST_LINES = 10;

    void print(OutputFlag output) {
        if (output.isJson()) {
            System.out.println(Json.pretty(json()));
            return;
        }
        System.out.println(headline());
        comparison.changes().forEach(PublicationReport::print);
    }

    private String headline() {
        Codebook codebook = comparison.codebook();
        String versions =
                "taxonomy %s, annotations %s"
                        .formatted(codebook.taxonomy().version(), codebook.annotations().version());
        if (published.isPresent()) {
            return "version %d published: %s, against %s"
                    .formatted(published.get().getNumber(), versions, against());
        }
        return comparison.isSame()
                ? "%s has these files already, nothing is published: %s"
                        .formatted(against(), versions)
                : "dry run, nothing is published: %s, against %s".formatted(versions, against());
    }

    private String against() {
        String name =
                comparison
                        .against()
                        .map(version -> "version " + version.getNumber())
                        .orElse("the one that ships");
        return comparison.problem().isEmpty()
                ? name
                : name + ", which cannot be compared with: " + comparison.problem();
    }

    private static void print(CodebookChange change) {
        System.out.printf(
                "%s: %s%n", change.piece(), change.kind().name().toLowerCase(Locale.ROOT));
        if (change.kind() == CodebookChange.Kind.CHANGED) {
            print("+", change.added());
            print("-", change.removed());
        }
    }

    private static void print(String sign, List<String> lines) {
        lines.stream().limit(MOST_LINES).forEach(line -> System.out.println(sign + " " + line));
        if (lines.size() > MOST_LINES) {
            System.out.printf("%s and %d more%n", sign, lines.size() - MOST_LINES);
        }
    }

    private Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("published", published.map(PublishedVersion::getNumber).orElse(null));
        json.put("taxonomyVersion", comparison.codebook().taxonomy().version());
        json.put("annotationVersion", comparison.codebook().annotations().version());
        json.put("against", comparison.against().map(PublishedVersion::getNumber).orElse(null));
        json.put("problem", comparison.problem());
        json.put("changes", comparison.changes().stream().map(PublicationReport::json).toList());
        return json;
    }

    private static Map<String, Object> json(CodebookChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("piece", change.piece());
        json.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
        json.put("added", change.added());
        json.put("removed", change.removed());
        return json;
    }
}
