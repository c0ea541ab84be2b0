package dev.tocsin.console.api;

import org.jspecify.annotations.Nullable;

/**
 * Someone who acts in conflicts and is named in the article.
 *
 * @param kind {@code STATE_FORCE}, {@code ARMED_GROUP}, {@code LEADER} or {@code ORGANISATION}
 * @param country ISO 3166-1 alpha-2 of where it belongs or acts most
 */
public record ActorView(
        String id, String name, String kind, @Nullable String country, int mentions) {}
