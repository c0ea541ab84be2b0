package dev.tocsin.console.api;

/**
 * A conflict topic as people see it.
 *
 * @param slug what tags and URLs say
 * @param name what the page says
 */
public record TopicName(String slug, String name) {}
