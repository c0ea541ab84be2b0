package dev.tocsin.ingest.feed;

import dev.tocsin.schemas.Feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What lists say about a feed, under the same names in YAML and OPML. */
final class FeedKeys {
    static final String URL = "url";
    static final String TITLE = "title";
    static final String PUBLISHER = "publisher";
    static final String LANGUAGE = "language";
    static final String REGION = "region";
    static final String COUNTRY = "country";
    static final String FOCUS = "focus";
    static final String SOURCE_CLASS = "sourceClass";
    static final String ENABLED = "enabled";
    static final String FOLDERS = "folders";

    /** All that hold one text. */
    static final List<String> SINGLE =
            List.of(TITLE, URL, PUBLISHER, LANGUAGE, REGION, COUNTRY, FOCUS, SOURCE_CLASS, ENABLED);

    private FeedKeys() {}

    /**
     * The texts of a feed that are there, in the order of writing; enabled only where it is off.
     */
    static Map<String, String> values(Feed feed) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(TITLE, feed.getTitle());
        values.put(URL, feed.getUrl());
        put(values, PUBLISHER, feed.getPublisher());
        put(values, LANGUAGE, feed.getLanguage());
        put(values, REGION, feed.getRegion());
        put(values, COUNTRY, feed.getCountry());
        put(values, FOCUS, feed.getFocus());
        put(values, SOURCE_CLASS, feed.getSourceClass());
        if (!feed.getEnabled()) {
            values.put(ENABLED, "false");
        }
        return values;
    }

    private static void put(Map<String, String> values, String key, Optional<String> value) {
        value.ifPresent(text -> values.put(key, text));
    }
}
