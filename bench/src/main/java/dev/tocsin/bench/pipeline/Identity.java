package dev.tocsin.bench.pipeline;

import dev.tocsin.enrich.topology.StreamsSettings;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The yardstick among stream topologies: bytes in, the same bytes out, nothing read and nothing
 * remembered, with the settings of the real stream.
 */
final class Identity implements AutoCloseable {
    static final String APPLICATION_ID = "bench-identity";

    private final AtomicLong passed = new AtomicLong();
    private final KafkaStreams streams;

    private Identity(StreamsSettings settings, String from, String to) {
        this.streams = new KafkaStreams(topology(from, to), properties(settings));
    }

    static Identity start(StreamsSettings settings, String from, String to) {
        Identity identity = new Identity(settings, from, to);
        identity.streams.start();
        return identity;
    }

    private Topology topology(String from, String to) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(from, Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .peek((key, value) -> passed.incrementAndGet())
                .to(to, Produced.with(Serdes.String(), Serdes.ByteArray()));
        return builder.build();
    }

    private static Properties properties(StreamsSettings settings) {
        Properties properties = new Properties();
        properties.putAll(settings.kafka());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "streams");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateFolder().toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitInterval().toMillis());
        properties.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
        return properties;
    }

    /** Records passed on, committed or not. */
    long passed() {
        return passed.get();
    }

    @Override
    public void close() {
        streams.close();
    }
}
