package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.pipeline.EnrichAssembly;
import dev.tocsin.console.api.TopicName;
import dev.tocsin.yaml.Keys;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Refuses slugs that the taxonomy does not have. */
final class ConflictTopicFlag {
    private ConflictTopicFlag() {}

    static void check(@Nullable String slug, Configuration configuration)
            throws ConfigurationException {
        if (slug == null) {
            return;
        }
        List<String> known =
                EnrichAssembly.names(EnrichAssembly.codebook(configuration).taxonomy()).stream()
                        .map(TopicName::slug)
                        .toList();
        if (!known.contains(slug)) {
            throw new ConfigurationException("--topic: " + Keys.unknown("topic", slug, known));
        }
    }
}
