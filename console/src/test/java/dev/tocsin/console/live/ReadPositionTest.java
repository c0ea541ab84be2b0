package dev.tocsin.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.KafkaTopics;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

final class ReadPositionTest {

    @Test
    void textAndPositionAreTheSameThing() {
        TopicPartition stories = new TopicPartition(KafkaTopics.STORIES.topicName(), 2);
        TopicPartition alerts = new TopicPartition(KafkaTopics.ALERTS.topicName(), 0);
        ReadPosition position =
                new ReadPosition(
                        Map.of(
                                LiveRecords.partition(1),
                                4L,
                                LiveRecords.partition(0),
                                17L,
                                stories,
                                9L,
                                alerts,
                                3L));

        assertThat(position).hasToString("0-17.1-4.a0-3.s2-9");
        assertThat(ReadPosition.parse("0-17.1-4.a0-3.s2-9")).isEqualTo(position);
    }

    @Test
    void oneMoreRecordMovesOnePartition() {
        ReadPosition position =
                new ReadPosition(
                        Map.of(LiveRecords.partition(0), 17L, LiveRecords.partition(1), 4L));

        assertThat(position.with(LiveRecords.partition(1), 5)).hasToString("0-17.1-5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "0-", "0-1.", "0--1", "0-1,1-2", "99999999999-1", "x0-1", "as0-1"})
    void foreignTextIsNoPosition(String text) {
        assertThat(ReadPosition.parse(text)).isNull();
    }
}
