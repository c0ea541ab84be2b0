package dev.tocsin.console.api.story;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Stories, latest update first.
 *
 * @param next where the next page begins, null if this was the last
 */
public record StoryPage(List<StoryView> stories, @Nullable String next) {}
