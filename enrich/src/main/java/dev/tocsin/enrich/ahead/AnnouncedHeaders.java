package dev.tocsin.enrich.ahead;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

import java.util.Iterator;

/**
 * A record's headers and, known to this process alone, the errand on its value: so an errand goes
 * wherever its record goes, and is forgotten with it.
 */
final class AnnouncedHeaders implements Headers {
    private final Headers headers;
    private final Errand<?> errand;

    private AnnouncedHeaders(Headers headers, Errand<?> errand) {
        this.headers = headers;
        this.errand = errand;
    }

    /** The same record with the errand. */
    static ConsumerRecord<byte[], byte[]> on(
            ConsumerRecord<byte[], byte[]> record, Errand<?> errand) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                record.key(),
                record.value(),
                new AnnouncedHeaders(record.headers(), errand),
                record.leaderEpoch(),
                record.deliveryCount());
    }

    Errand<?> errand() {
        return errand;
    }

    @Override
    public Headers add(Header header) {
        headers.add(header);
        return this;
    }

    @Override
    public Headers add(String key, byte[] value) {
        headers.add(key, value);
        return this;
    }

    @Override
    public Headers remove(String key) {
        headers.remove(key);
        return this;
    }

    @Override
    public @Nullable Header lastHeader(String key) {
        return headers.lastHeader(key);
    }

    @Override
    public Iterable<Header> headers(String key) {
        return headers.headers(key);
    }

    @Override
    public Header[] toArray() {
        return headers.toArray();
    }

    @Override
    public Iterator<Header> iterator() {
        return headers.iterator();
    }
}
