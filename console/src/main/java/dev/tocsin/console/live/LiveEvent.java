package dev.tocsin.console.live;

import dev.tocsin.console.api.Json;
import dev.tocsin.console.api.TopicNames;
import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.NewsStory;
import dev.tocsin.schemas.TaggedArticle;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;

import java.util.Locale;

/**
 * A record as it came from Kafka.
 *
 * @param offset of the record in its partition
 */
record LiveEvent(TopicPartition partition, long offset, News news) {

    LiveEvent(TopicPartition partition, long offset, SpecificRecord record) {
        this(partition, offset, News.of(record));
    }

    /** What listeners are told. */
    sealed interface News {

        static News of(SpecificRecord record) {
            return switch (record) {
                case TaggedArticle article -> new OfArticle(article);
                case NewsStory story -> new OfStory(story);
                case Alert alert -> new OfAlert(alert);
                default -> throw new IllegalArgumentException("no news: " + record.getSchema());
            };
        }

        /** The name of the server-sent event. */
        String name();

        /** Whether it has to do with the conflict topic. */
        boolean isAbout(String conflictTopic);

        /** The event's data, one line of JSON. */
        String data(TopicNames names);
    }

    record OfArticle(TaggedArticle article) implements News {
        @Override
        public String name() {
            return article.getOccurrence().name().toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean isAbout(String conflictTopic) {
            return article.getTags().stream()
                    .anyMatch(tag -> tag.getConflictTopic().equals(conflictTopic));
        }

        @Override
        public String data(TopicNames names) {
            return Json.text(LiveArticle.view(article, names));
        }
    }

    record OfStory(NewsStory story) implements News {
        @Override
        public String name() {
            return "story";
        }

        @Override
        public boolean isAbout(String conflictTopic) {
            return story.getConflictTopics().contains(conflictTopic);
        }

        @Override
        public String data(TopicNames names) {
            return Json.text(LiveStory.of(story, names));
        }
    }

    record OfAlert(Alert alert) implements News {
        @Override
        public String name() {
            return "alert";
        }

        @Override
        public boolean isAbout(String conflictTopic) {
            return alert.getConflictTopics().contains(conflictTopic);
        }

        @Override
        public String data(TopicNames names) {
            return Json.text(LiveAlert.view(alert));
        }
    }
}
