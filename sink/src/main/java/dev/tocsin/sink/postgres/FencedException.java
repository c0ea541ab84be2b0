package dev.tocsin.sink.postgres;

import org.apache.kafka.common.TopicPartition;

/** Another writer has stored this partition's records meanwhile; nothing of the batch was kept. */
final class FencedException extends Exception {
    private static final long serialVersionUID = 1L;

    FencedException(TopicPartition partition) {
        super("another writer has taken over " + partition);
    }
}
