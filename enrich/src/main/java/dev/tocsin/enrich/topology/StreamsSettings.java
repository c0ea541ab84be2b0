package dev.tocsin.enrich.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * @param kafka client properties: the bootstrap address and what the operator added
 * @param stateFolder where Streams keeps its stores; may be lost, it is restored from Kafka
 * @param threads stream threads, at most the partitions of the articles
 * @param commitInterval the longest wait before a tagged article is visible
 */
public record StreamsSettings(
        Map<String, Object> kafka, Path stateFolder, int threads, Duration commitInterval) {

    public StreamsSettings {
        kafka = Map.copyOf(kafka);
    }
}
