package dev.tocsin.enrich.story;

/**
 * What a {@link StatePart} is about.
 *
 * @param name story or source, empty where a number is enough
 * @param number of an article, 0 where the name is enough
 */
public record StateKey(Kind kind, String name, int number) {

    /** The pieces there are; the order is part of the stored form. */
    public enum Kind {
        PROGRESS,
        ARTICLE,
        TEXT,
        STORY,
        HABIT
    }
}
