package dev.tocsin.console.api;

/**
 * A conflict topic with how many articles are confirmed to be about it. The periods end with the
 * newest stored article, so that old data still shows something.
 */
public record TopicView(
        String slug, String name, long articlesLastDay, long articlesLastWeek, long articles) {}
