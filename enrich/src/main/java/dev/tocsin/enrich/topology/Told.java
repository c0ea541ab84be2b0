package dev.tocsin.enrich.topology;

import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.DeadLetter;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.NewsStory;
import dev.tocsin.schemas.StoryPlacement;

import org.apache.avro.specific.SpecificRecord;

/** What the story stage says, with the Kafka topic and the key that it goes to. */
record Told(KafkaTopics kafkaTopic, String key, SpecificRecord record) {
    static Told of(NewsStory story) {
        return new Told(KafkaTopics.STORIES, story.getId(), story);
    }

    static Told of(StoryPlacement placement) {
        return new Told(KafkaTopics.STORY_PLACEMENTS, placement.getArticleId(), placement);
    }

    static Told of(Alert alert) {
        return new Told(KafkaTopics.ALERTS, alert.getId(), alert);
    }

    static Told of(String key, DeadLetter letter) {
        return new Told(KafkaTopics.DEAD_LETTERS, key, letter);
    }
}
