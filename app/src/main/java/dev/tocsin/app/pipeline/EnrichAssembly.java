package dev.tocsin.app.pipeline;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.taxonomy.PublishedTaxonomy;
import dev.tocsin.console.api.TopicName;
import dev.tocsin.console.api.Vocabulary;
import dev.tocsin.enrich.Enrich;
import dev.tocsin.enrich.ahead.ReadAhead;
import dev.tocsin.enrich.alert.file.KnownNames;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.codebook.Coder;
import dev.tocsin.enrich.codebook.CurrentCodebook;
import dev.tocsin.enrich.language.LanguageDetector;
import dev.tocsin.enrich.story.StorySettings;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.enrich.taxonomy.TaxonomyException;
import dev.tocsin.enrich.topology.StoryStageSettings;
import dev.tocsin.enrich.topology.StreamsSettings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Puts the enrich part together. */
public final class EnrichAssembly {
    private EnrichAssembly() {}

    static Enrich assemble(
            Configuration configuration, Ground ground, CurrentCodebook current, Path stateFolder) {
        StreamsSettings settings =
                new StreamsSettings(
                        ground.kafka(),
                        stateFolder,
                        configuration.enrich().threads(),
                        configuration.enrich().commitInterval());
        return new Enrich(
                settings,
                new ReadAhead(configuration.enrich().helpers()),
                ground.serdes().format(),
                new ArticleEnricher(new LanguageDetector(), current),
                stories(configuration.stories()));
    }

    private static StoryStageSettings stories(Configuration.Stories stories) {
        return new StoryStageSettings(
                new StorySettings(stories.window(), stories.mostArticles()),
                stories.partitions(),
                stories.alertAge());
    }

    /** The function that the stream applies to every article. */
    public static ArticleEnricher enricher(Codebook codebook) {
        return new ArticleEnricher(new LanguageDetector(), Coder.of(codebook));
    }

    /** What the configured taxonomy says now, for those who stand outside the pipeline. */
    public static Codebook codebook(Configuration configuration) throws ConfigurationException {
        try {
            return switch (configuration.taxonomy()) {
                case Configuration.Taxonomy.Published _ ->
                        PublishedTaxonomy.codebook(configuration);
                case Configuration.Taxonomy.Folder folder -> Codebook.read(folder.path());
                case Configuration.Taxonomy.Shipped _ -> Codebook.bundled();
            };
        } catch (TaxonomyException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
    }

    /** What to begin with before Kafka can be asked. */
    static Codebook firstCodebook(Configuration configuration) throws ConfigurationException {
        try {
            return configuration.taxonomy() instanceof Configuration.Taxonomy.Folder folder
                    ? Codebook.read(folder.path())
                    : Codebook.bundled();
        } catch (TaxonomyException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
    }

    /** What alert rules may name. */
    public static KnownNames alertNames(Codebook codebook) {
        return KnownNames.of(
                codebook.taxonomy(),
                codebook.annotations().eventTypes(),
                codebook.annotations().gazetteer());
    }

    /** How people call the conflict topics. */
    public static List<TopicName> names(Taxonomy taxonomy) {
        return taxonomy.conflictTopics().stream()
                .map(each -> name(each.slug(), each.names()))
                .toList();
    }

    /** What rules, corrections and searches may name: conflict topics, event types, places. */
    public static Vocabulary vocabulary(Codebook codebook) {
        return new Vocabulary(
                names(codebook.taxonomy()),
                codebook.annotations().eventTypes().types().stream()
                        .map(each -> name(each.slug(), each.names()))
                        .toList(),
                codebook.annotations().gazetteer().all().stream()
                        .map(each -> new Vocabulary.PlaceName(each.id(), each.name()))
                        .toList());
    }

    private static TopicName name(String slug, Map<String, String> names) {
        return new TopicName(slug, names.getOrDefault("en", slug));
    }
}
