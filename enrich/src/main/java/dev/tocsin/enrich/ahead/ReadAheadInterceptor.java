package dev.tocsin.enrich.ahead;

import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import java.util.Map;

/** Created by a consumer, which lets it see what each poll has brought. */
public final class ReadAheadInterceptor implements ConsumerInterceptor<byte[], byte[]> {
    /** Of the consumer's configuration: the {@link ReadAhead} itself. */
    static final String READ_AHEAD = "tocsin.read-ahead";

    private ReadAhead readAhead = ReadAhead.none();

    /** For the consumer alone. */
    public ReadAheadInterceptor() {}

    @Override
    public void configure(Map<String, ?> properties) {
        if (properties.get(READ_AHEAD) instanceof ReadAhead configured) {
            readAhead = configured;
        }
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        return readAhead.begin(records);
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}
}
