package dev.tocsin.bench.matcher;

import dev.tocsin.bench.tagger.Work;
import dev.tocsin.enrich.match.Matcher;

/** Tokens and hits of every field, as the tagger asks for them, and one for the document. */
final class Matching {
    private Matching() {}

    static Work of(String label, Matcher matcher) {
        return new Work(
                label,
                document -> {
                    String language = document.language();
                    int body =
                            document.body()
                                    .map(text -> matcher.match(language, text).hits().size())
                                    .orElse(0);
                    return 1
                            + matcher.match(language, document.title()).hits().size()
                            + matcher.match(language, document.summary()).hits().size()
                            + body;
                });
    }
}
