package dev.tocsin.enrich.article;

import dev.tocsin.enrich.annotate.Annotations;
import dev.tocsin.enrich.codebook.Coder;
import dev.tocsin.enrich.language.LanguageDetector;
import dev.tocsin.enrich.tag.ArticleText;
import dev.tocsin.enrich.text.Reading;
import dev.tocsin.enrich.text.TextCleaner;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.TaggedArticle;
import dev.tocsin.schemas.TextField;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Cleans an article, tells its language, tags it and finds event types, places and actors: a pure
 * function, safe for many threads.
 */
public final class ArticleEnricher implements Enriching {
    private final LanguageDetector languages;
    private final Supplier<Coder> coders;

    /** An enricher that goes by one codebook for ever. */
    public ArticleEnricher(LanguageDetector languages, Coder coder) {
        this(languages, () -> coder);
    }

    /**
     * @param coders asked once for every article
     */
    public ArticleEnricher(LanguageDetector languages, Supplier<Coder> coders) {
        this.languages = languages;
        this.coders = coders;
    }

    /** The tagged article; its texts are cleaned, and the evidence points into them. */
    @Override
    public TaggedArticle enrich(Article article, Occurrence occurrence, int revision) {
        Coder coder = coders.get();
        ArticleText text = text(article);
        Reading reading = Reading.of(text.title(), text.summary(), text.body());
        Annotations annotations = coder.annotator().annotate(text.language(), reading);
        return Untagged.of(article, occurrence, revision)
                .setTitle(text.title())
                .setSummary(text.summary())
                .setBody(text.body().orElse(null))
                .setLanguage(text.language())
                .setEventAt(text.eventAt())
                .setTaxonomyVersion(coder.tagger().taxonomyVersion())
                .setTags(coder.tagger().tag(text, reading))
                .setAnnotationVersion(coder.annotator().version())
                .setEventTypes(annotations.eventTypes())
                .setPlaces(annotations.places())
                .setCountries(annotations.countries())
                .setActors(annotations.actors())
                .build();
    }

    /** What the tagger looks at: cleaned texts, language and time. */
    public ArticleText text(Article article) {
        String title = TextCleaner.clean(TextField.TITLE, article.getTitle());
        String summary = TextCleaner.clean(TextField.SUMMARY, article.getSummary());
        Optional<String> body =
                article.getBody().map(raw -> TextCleaner.clean(TextField.BODY, raw));
        String language = languages.detect(article.getDeclaredLanguage(), title, summary);
        return new ArticleText(language, title, summary, body, Untagged.eventAt(article));
    }
}
