package dev.tocsin.console.live;

import dev.tocsin.schemas.KafkaTopics;

import org.apache.kafka.common.TopicPartition;

import java.util.LinkedHashMap;
import java.util.Map;

/** The Kafka topics that are news, each with the letter that stands for it in a position. */
final class LiveSources {
    /** Articles have none: that is how positions were written when there was nothing else. */
    private static final Map<KafkaTopics, String> LETTERS = new LinkedHashMap<>();

    static {
        LETTERS.put(KafkaTopics.TAGGED_ARTICLES, "");
        LETTERS.put(KafkaTopics.STORIES, "s");
        LETTERS.put(KafkaTopics.ALERTS, "a");
    }

    private LiveSources() {}

    static Iterable<KafkaTopics> all() {
        return LETTERS.keySet();
    }

    static KafkaTopics of(TopicPartition partition) {
        return LETTERS.keySet().stream()
                .filter(each -> each.topicName().equals(partition.topic()))
                .findFirst()
                .orElseThrow();
    }

    /** As {@code s3} for the fourth partition of the stories. */
    static String text(TopicPartition partition) {
        return LETTERS.get(of(partition)) + partition.partition();
    }

    /** Reads {@link #text}. */
    static TopicPartition partition(String text) {
        String letter = text.replaceAll("\\d", "");
        KafkaTopics kafkaTopic =
                LETTERS.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(letter))
                        .findFirst()
                        .orElseThrow()
                        .getKey();
        return new TopicPartition(
                kafkaTopic.topicName(), Integer.parseInt(text.substring(letter.length())));
    }
}
