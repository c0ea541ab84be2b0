package dev.tocsin.enrich.taxonomy;

import dev.tocsin.schemas.ContentVersion;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A short hash of what a taxonomy says, whatever the order and layout of its files. */
final class TaxonomyVersion {

    private TaxonomyVersion() {}

    static String of(
            List<ConflictTopic> conflictTopics,
            List<Term> context,
            List<Term> exclusions,
            List<Term> masks) {
        Stream<String> shared =
                Stream.of(
                        "context" + terms(context),
                        "exclusions" + terms(exclusions),
                        "masks" + terms(masks));
        Stream<String> own = conflictTopics.stream().map(TaxonomyVersion::canonical).sorted();
        return ContentVersion.of(String.join("\n", Stream.concat(shared, own).toList()));
    }

    private static String canonical(ConflictTopic conflictTopic) {
        return String.join(
                "|",
                conflictTopic.slug(),
                pairs(conflictTopic.names().entrySet()),
                conflictTopic.scope(),
                conflictTopic.starts().map(Object::toString).orElse(""),
                pairs(conflictTopic.ids().entrySet()),
                terms(conflictTopic.strong()),
                terms(conflictTopic.weak()),
                terms(conflictTopic.context()),
                String.join(
                        ";",
                        conflictTopic.pairs().stream()
                                .map(TaxonomyVersion::canonical)
                                .sorted()
                                .toList()),
                terms(conflictTopic.exclusions()));
    }

    private static String canonical(TermPair pair) {
        return terms(pair.first()) + terms(pair.second()) + pair.within() + pair.needsContext();
    }

    private static String pairs(Set<? extends Map.Entry<String, String>> entries) {
        return entries.stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList()
                .toString();
    }

    private static String terms(List<Term> terms) {
        return terms.stream()
                .sorted()
                .map(term ->
                        term.language() + ":" + term.text() + (term.caseSensitive() ? "!" : ""))
                .toList()
                .toString();
    }
}
