package dev.tocsin.bench.pipeline;

import dev.tocsin.enrich.article.Enriching;
import dev.tocsin.enrich.article.Untagged;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

import java.util.concurrent.atomic.AtomicLong;

/** The yardsticks among stream topologies: they pass articles on and learn nothing of them. */
final class Identity {

    private Identity() {}

    /** Bytes in, the same bytes out, nothing read and nothing remembered. */
    static Topology ofBytes(String from, String to, AtomicLong passed) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(from, Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .peek((key, value) -> passed.incrementAndGet())
                .to(to, Produced.with(Serdes.String(), Serdes.ByteArray()));
        return builder.build();
    }

    /** A tagged article as the feed wrote it, without a tag. */
    static Enriching ofArticles() {
        return (article, occurrence, revision) ->
                Untagged.of(article, occurrence, revision).build();
    }
}
