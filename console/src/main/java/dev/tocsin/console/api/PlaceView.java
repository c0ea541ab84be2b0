package dev.tocsin.console.api;

import org.jspecify.annotations.Nullable;

/**
 * A country or a place that the article names.
 *
 * @param kind {@code COUNTRY}, {@code REGION}, {@code CITY}, {@code CAMP}, {@code WATER} or {@code
 *     SITE}
 * @param country ISO 3166-1 alpha-2, null for seas
 * @param latitude WGS 84 degrees; of a country its capital
 * @param mentions 0 for a country known only by its places and actors
 * @param salience 0 to 1, share in what the article names
 */
public record PlaceView(
        String id,
        String name,
        String kind,
        @Nullable String country,
        @Nullable Double latitude,
        @Nullable Double longitude,
        int mentions,
        double salience) {}
