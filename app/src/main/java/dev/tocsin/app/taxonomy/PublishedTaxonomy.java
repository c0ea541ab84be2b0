package dev.tocsin.app.taxonomy;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.instance.KafkaAccess;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.codebook.CodebookFiles;
import dev.tocsin.enrich.taxonomy.TaxonomyException;
import dev.tocsin.schemas.KafkaTopicSetup;
import dev.tocsin.schemas.PublishedVersion;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.RecordSerdes;

import java.util.Map;
import java.util.Optional;

/** The taxonomy on the Kafka of an instance, for those who stand outside it. */
public final class PublishedTaxonomy {

    private PublishedTaxonomy() {}

    /**
     * The log of it, made if need be.
     *
     * @throws ConfigurationException if no Kafka is configured and none runs in the data folder
     */
    public static TaxonomyLog log(Configuration configuration) throws ConfigurationException {
        Optional<Map<String, Object>> kafka = KafkaAccess.find(configuration);
        if (kafka.isEmpty()) {
            throw new ConfigurationException("taxonomy: " + KafkaAccess.absence(configuration));
        }
        KafkaTopicSetup.ensure(kafka.get(), configuration.kafka().partitions());
        RecordFormat format = RecordFormat.of(configuration.kafka().schemaRegistry());
        return new TaxonomyLog(kafka.get(), new RecordSerdes(format));
    }

    /**
     * The files of the newest version; empty if none has been published.
     *
     * @throws ConfigurationException if it is not whole, or there is no Kafka
     */
    public static Optional<CodebookFiles> files(Configuration configuration)
            throws ConfigurationException {
        PublishedVersions versions = log(configuration).read();
        Optional<PublishedVersion> newest = versions.newest();
        try {
            return newest.isEmpty() ? Optional.empty() : Optional.of(versions.files(newest.get()));
        } catch (IncompleteVersionException e) {
            throw new ConfigurationException("taxonomy: " + e.getMessage());
        }
    }

    /**
     * What the newest version says; what ships if none has been published.
     *
     * @throws ConfigurationException if it cannot be used, or there is no Kafka
     */
    public static Codebook codebook(Configuration configuration)
            throws ConfigurationException, TaxonomyException {
        Optional<CodebookFiles> files = files(configuration);
        return files.isPresent() ? Codebook.read(files.get()) : Codebook.bundled();
    }
}
