package dev.tocsin.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.Test;

import java.time.Duration;

final class LiveReaderTest {
    private final Listeners listeners = new Listeners();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final LiveReader reader =
            new LiveReader(consumer, new LiveKafka(() -> consumer, LiveRecords.SERDES), listeners);

    @Test
    void beginsAtTheEndAndPassesOnWhatComesAfterwards() throws Exception {
        kafkaTopicWith(1);
        reader.takeUpPartitions();
        Listener listener = listeners.add();

        consumer.addRecord(LiveRecords.record(100, LiveRecords.article("a", "vell-war")));
        reader.turn();

        assertThat(listener.start()).hasToString("0-100");
        assertThat(listener.next(Duration.ZERO)).extracting(LiveEvent::offset).isEqualTo(100L);
        assertThat(listeners.position()).hasToString("0-101");
    }

    @Test
    void anUnreadableRecordStopsNothing() throws Exception {
        kafkaTopicWith(1);
        reader.takeUpPartitions();
        Listener listener = listeners.add();

        consumer.addRecord(LiveRecords.raw(100, new byte[] {1}));
        consumer.addRecord(LiveRecords.record(101, LiveRecords.article("a", "vell-war")));
        reader.turn();

        assertThat(listener.next(Duration.ZERO)).extracting(LiveEvent::offset).isEqualTo(101L);
    }

    @Test
    void aPartitionAddedLaterIsReadInFull() {
        kafkaTopicWith(1);
        reader.takeUpPartitions();
        kafkaTopicWith(2);

        reader.takeUpPartitions();

        assertThat(listeners.position()).hasToString("0-100.1-0");
    }

    @Test
    void aNewConsumerGoesOnWhereTheLastOneStopped() {
        kafkaTopicWith(1);
        listeners.moveTo(LiveRecords.partition(0), 40);

        reader.takeUpPartitions();

        assertThat(consumer.position(LiveRecords.partition(0))).isEqualTo(40);
    }

    private void kafkaTopicWith(int partitions) {
        LiveRecords.kafkaTopic(consumer, partitions);
    }
}
