package dev.tocsin.enrich.story;

import java.time.Instant;
import java.util.SortedSet;

/**
 * Articles about one happening. Counts include articles that have left the window.
 *
 * @param id of the article that began it
 * @param title of the article that speaks for most of it, in the language of most
 * @param firstSeen time of its earliest article
 * @param lastUpdate time of its latest article
 * @param copyGroups groups of articles with (nearly) the same text
 * @param independentOrigins publishers with a text of their own: copies are one origin, and so are
 *     several articles of one publisher
 * @param corrected whether a person has merged or split it
 */
public record Story(
        String id,
        String title,
        Instant firstSeen,
        Instant lastUpdate,
        int articles,
        int copyGroups,
        int independentOrigins,
        SortedSet<String> languages,
        SortedSet<String> conflictTopics,
        boolean corrected) {}
