package dev.tocsin.app.pipeline;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.console.api.TopicName;
import dev.tocsin.console.api.Vocabulary;
import dev.tocsin.enrich.Enrich;
import dev.tocsin.enrich.alert.file.KnownNames;
import dev.tocsin.enrich.annotate.AnnotationData;
import dev.tocsin.enrich.annotate.Annotator;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.language.LanguageDetector;
import dev.tocsin.enrich.story.StorySettings;
import dev.tocsin.enrich.tag.CurrentTagger;
import dev.tocsin.enrich.tag.Tagger;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.enrich.taxonomy.TaxonomyException;
import dev.tocsin.enrich.taxonomy.TaxonomyReader;
import dev.tocsin.enrich.topology.StoryStageSettings;
import dev.tocsin.enrich.topology.StreamsSettings;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Puts the enrich part together. */
public final class EnrichAssembly {
    private EnrichAssembly() {}

    static Enrich assemble(
            Configuration configuration, Ground ground, CurrentTagger tagger, Path stateFolder) {
        StreamsSettings settings =
                new StreamsSettings(
                        ground.kafka(),
                        stateFolder,
                        configuration.enrich().threads(),
                        configuration.enrich().commitInterval());
        return new Enrich(
                settings,
                ground.serdes().format(),
                new ArticleEnricher(
                        new LanguageDetector(), tagger, new Annotator(AnnotationData.bundled())),
                stories(configuration.stories()));
    }

    private static StoryStageSettings stories(Configuration.Stories stories) {
        return new StoryStageSettings(
                new StorySettings(stories.window(), stories.mostArticles()),
                stories.partitions(),
                stories.alertAge());
    }

    /** The function that the stream applies to every article. */
    public static ArticleEnricher enricher(Taxonomy taxonomy) {
        return new ArticleEnricher(
                new LanguageDetector(),
                new Tagger(taxonomy),
                new Annotator(AnnotationData.bundled()));
    }

    /** The taxonomy in force. */
    public static Taxonomy taxonomy(Configuration configuration) throws ConfigurationException {
        try {
            return configuration.taxonomy().isPresent()
                    ? TaxonomyReader.read(configuration.taxonomy().get())
                    : TaxonomyReader.bundled();
        } catch (TaxonomyException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
    }

    /** What alert rules may name, by the taxonomy as it lies there now; else by this one. */
    static KnownNames alertNames(Configuration configuration, Taxonomy otherwise) {
        try {
            return alertNames(taxonomy(configuration));
        } catch (ConfigurationException e) {
            return alertNames(otherwise);
        }
    }

    /** What alert rules may name. */
    public static KnownNames alertNames(Taxonomy taxonomy) {
        AnnotationData data = AnnotationData.bundled();
        return KnownNames.of(taxonomy, data.eventTypes(), data.gazetteer());
    }

    /** How people call the conflict topics. */
    public static List<TopicName> names(Taxonomy taxonomy) {
        return taxonomy.conflictTopics().stream()
                .map(each ->
                        new TopicName(each.slug(), each.names().getOrDefault("en", each.slug())))
                .toList();
    }

    /** What rules and corrections may name. */
    static Vocabulary vocabulary(Taxonomy taxonomy) {
        AnnotationData data = AnnotationData.bundled();
        return new Vocabulary(
                names(taxonomy),
                data.eventTypes().types().stream()
                        .map(each ->
                                new TopicName(
                                        each.slug(), each.names().getOrDefault("en", each.slug())))
                        .toList(),
                Stream.concat(
                                data.gazetteer().countries().stream(),
                                data.gazetteer().places().stream())
                        .map(each -> new Vocabulary.PlaceName(each.id(), each.name()))
                        .toList(),
                List.of());
    }
}
