package dev.tocsin.bench.tagger;

import dev.tocsin.enrich.annotate.Annotator;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.language.LanguageDetector;
import dev.tocsin.enrich.tag.ArticleText;
import dev.tocsin.enrich.tag.Tagger;
import dev.tocsin.enrich.text.Reading;
import dev.tocsin.enrich.text.Tokenizer;
import dev.tocsin.schemas.Occurrence;

import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * One thing to do with a document.
 *
 * @param run returns some figure of the result, so that none of the work can be left out
 */
public record Work(String label, ToIntFunction<Document> run) {

    /** The same, for texts in which there may be nothing to find. */
    public Work plusOne() {
        return new Work(label, document -> 1 + run.applyAsInt(document));
    }

    /** Every text cut into tokens: what any matcher has to do first. */
    public static Work tokenising() {
        return new Work("tokenising alone", Work::tokens);
    }

    public static Work tagging(Tagger tagger) {
        return new Work(
                "tagging, language known",
                document -> tagger.tag(text(document, document.language())).size());
    }

    /** Event types, places and actors on top, over the same words. */
    static Work taggingAndAnnotating(Tagger tagger, Annotator annotator) {
        return new Work(
                "tagging, event types, places, actors",
                document -> {
                    Reading reading =
                            Reading.of(document.title(), document.summary(), document.body());
                    ArticleText text = text(document, document.language());
                    return tagger.tag(text, reading).size()
                            + annotator.annotate(text.language(), reading).places().size();
                });
    }

    /** The feed declares nothing, so Latin script needs the statistical model. */
    static Work languageAndTagging(LanguageDetector languages, Tagger tagger) {
        return new Work(
                "language undeclared, and tagging",
                document -> {
                    String language =
                            languages.detect(
                                    Optional.empty(), document.title(), document.summary());
                    return tagger.tag(text(document, language)).size();
                });
    }

    /** The feed declares the language, as most do. */
    static Work declaredLanguageAndTagging(LanguageDetector languages, Tagger tagger) {
        return new Work(
                "language declared, and tagging",
                document -> {
                    String language =
                            languages.detect(
                                    Optional.of(document.language()),
                                    document.title(),
                                    document.summary());
                    return tagger.tag(text(document, language)).size();
                });
    }

    /** What the stream does with an article, cleaning and the record included. */
    static Work everything(ArticleEnricher enricher) {
        return new Work(
                "all of enrich's function",
                document ->
                        enricher.enrich(document.article(), Occurrence.FIRST, 1).getTags().size());
    }

    private static int tokens(Document document) {
        return Tokenizer.tokenize(document.title()).count()
                + Tokenizer.tokenize(document.summary()).count()
                + document.body().map(text -> Tokenizer.tokenize(text).count()).orElse(0);
    }

    private static ArticleText text(Document document, String language) {
        return new ArticleText(
                language,
                document.title(),
                document.summary(),
                document.body(),
                document.article().getObservedAt());
    }
}
