package dev.tocsin.console.live;

import dev.tocsin.schemas.TaggedArticle;

/**
 * A tagged article as it came from Kafka.
 *
 * @param offset of its record
 */
record LiveEvent(int partition, long offset, TaggedArticle article) {

    /** Whether one of its tags names the conflict topic. */
    boolean isAbout(String conflictTopic) {
        return article.getTags().stream()
                .anyMatch(tag -> tag.getConflictTopic().equals(conflictTopic));
    }
}
