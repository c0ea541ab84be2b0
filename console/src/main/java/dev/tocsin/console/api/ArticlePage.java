package dev.tocsin.console.api;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Articles, newest first.
 *
 * @param next where the next page begins, null if this was the last
 */
public record ArticlePage(List<ArticleView> articles, @Nullable String next) {}
