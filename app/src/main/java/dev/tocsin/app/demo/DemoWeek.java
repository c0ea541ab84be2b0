package dev.tocsin.app.demo;

import dev.tocsin.yaml.Keys;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A week of invented news.
 *
 * @param troubled outlets whose feed does not work
 */
public record DemoWeek(
        Instant starts, Instant ends, List<DemoFeed> feeds, List<Troubled> troubled) {
    private static final List<String> WEEK = List.of("starts", "ends", "feeds", "troubled");
    private static final List<String> TROUBLED = List.of("slug", "title", "language", "kind");
    private static final List<String> FEED =
            List.of(
                    "slug",
                    "title",
                    "publisher",
                    "language",
                    "format",
                    "sourceClass",
                    "region",
                    "focus",
                    "entries");
    private static final List<String> ENTRY =
            List.of(
                    "id",
                    "at",
                    "title",
                    "summary",
                    "body",
                    "author",
                    "categories",
                    "topics",
                    "trap",
                    "copyOf",
                    "sameLinkAs",
                    "edits");
    private static final List<String> EDIT = List.of("at", "title", "summary", "body");

    public DemoWeek {
        feeds = List.copyOf(feeds);
        troubled = List.copyOf(troubled);
    }

    /**
     * @param kind malformed or dead
     */
    public record Troubled(String slug, String title, String language, String kind) {}

    /** The week that ships. */
    public static DemoWeek load() {
        try {
            Keys week = read("week.yaml").keys(WEEK);
            Map<String, String> links = new HashMap<>();
            List<DemoFeed> feeds = new ArrayList<>();
            List<Keys> files = new ArrayList<>();
            for (String slug : week.texts("feeds")) {
                files.add(read("feeds/" + slug + ".yaml").keys(FEED));
                collectLinks(files.getLast(), links);
            }
            for (Keys file : files) {
                feeds.add(feed(file, links));
            }
            return new DemoWeek(time(week, "starts"), time(week, "ends"), feeds, troubled(week));
        } catch (YamlException e) {
            throw new IllegalStateException("the demo that ships is damaged: " + e.getMessage(), e);
        }
    }

    private static void collectLinks(Keys feed, Map<String, String> links) throws YamlException {
        String host = text(feed, "slug") + ".example";
        for (Keys entry : feed.each("entries", ENTRY)) {
            String day = text(entry, "at").substring(0, 10).replace('-', '/');
            links.put(
                    text(entry, "id"), "https://%s/%s/%s".formatted(host, day, text(entry, "id")));
        }
    }

    private static List<Troubled> troubled(Keys week) throws YamlException {
        List<Troubled> troubled = new ArrayList<>();
        for (Keys one : week.each("troubled", TROUBLED)) {
            troubled.add(
                    new Troubled(
                            text(one, "slug"),
                            text(one, "title"),
                            text(one, "language"),
                            text(one, "kind")));
        }
        return troubled;
    }

    private static DemoFeed feed(Keys feed, Map<String, String> links) throws YamlException {
        List<DemoEntry> entries = new ArrayList<>();
        for (Keys entry : feed.each("entries", ENTRY)) {
            entries.add(entry(entry, links));
        }
        return new DemoFeed(
                text(feed, "slug"),
                text(feed, "title"),
                text(feed, "publisher"),
                text(feed, "language"),
                text(feed, "format"),
                text(feed, "sourceClass"),
                text(feed, "region"),
                text(feed, "focus"),
                entries);
    }

    private static DemoEntry entry(Keys entry, Map<String, String> links) throws YamlException {
        List<DemoEntry.Edit> edits = new ArrayList<>();
        DemoEntry.Text text = content(entry, Optional.empty());
        for (Keys edit : entry.each("edits", EDIT)) {
            edits.add(new DemoEntry.Edit(time(edit, "at"), content(edit, Optional.of(text))));
        }
        String id = text(entry, "id");
        String linkedAs = entry.text("sameLinkAs").orElse(id);
        return new DemoEntry(
                id,
                time(entry, "at"),
                links.getOrDefault(linkedAs, ""),
                text,
                entry.text("author"),
                entry.texts("categories"),
                entry.texts("topics"),
                edits);
    }

    /** An edit repeats only what it changes. */
    private static DemoEntry.Text content(Keys keys, Optional<DemoEntry.Text> before)
            throws YamlException {
        return new DemoEntry.Text(
                keys.text("title").or(() -> before.map(DemoEntry.Text::title)).orElse(""),
                keys.text("summary").or(() -> before.map(DemoEntry.Text::summary)).orElse(""),
                keys.text("body").or(() -> before.flatMap(DemoEntry.Text::body)));
    }

    private static Instant time(Keys keys, String key) throws YamlException {
        return Instant.parse(text(keys, key));
    }

    private static String text(Keys keys, String key) throws YamlException {
        return keys.text(key)
                .orElseThrow(() -> keys.file().error(keys.line(), key + " is missing"));
    }

    private static YamlFile read(String name) throws YamlException {
        try (InputStream content = DemoWeek.class.getResourceAsStream("/demo/" + name)) {
            if (content == null) {
                throw new YamlException(name, 0, "not in this build");
            }
            return YamlFile.read(name, new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
