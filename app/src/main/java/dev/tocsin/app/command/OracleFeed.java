package dev.tocsin.app.command;

import dev.tocsin.app.output.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What another reader saw in a document: a line {@code {"f": file, "version": format, "n": entries,
 * "e": [{"title", "link", "id", "pub", "upd"}]}} with dates in epoch seconds.
 *
 * @param isFeed whether it named a format or found an entry
 * @param entries the first of them, in document order
 * @param isWhole whether those are all
 */
record OracleFeed(String file, boolean isFeed, List<OracleEntry> entries, boolean isWhole) {

    /** A field that was not there is empty. */
    record OracleEntry(String title, String link, String id, Optional<Long> date) {
        static OracleEntry of(JsonNode entry) {
            return new OracleEntry(
                    entry.path("title").asString(""),
                    entry.path("link").asString(""),
                    entry.path("id").asString(""),
                    seconds(entry, "pub").or(() -> seconds(entry, "upd")));
        }

        private static Optional<Long> seconds(JsonNode entry, String name) {
            return entry.path(name).isNumber()
                    ? Optional.of(entry.path(name).asLong())
                    : Optional.empty();
        }
    }

    /**
     * @throws CommandFailure naming the line that cannot be read
     */
    static List<OracleFeed> read(Path file) {
        List<OracleFeed> feeds = new ArrayList<>();
        int number = 0;
        try {
            for (String line : Files.readAllLines(file)) {
                number++;
                if (!line.isBlank()) {
                    feeds.add(of(Json.read(line)));
                }
            }
        } catch (JacksonException e) {
            throw new CommandFailure(
                    "%s:%d: expected a JSON object: %s"
                            .formatted(file, number, e.getOriginalMessage()));
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailure(file + " cannot be read: " + e);
        }
        return feeds;
    }

    private static OracleFeed of(JsonNode line) {
        List<OracleEntry> entries = line.path("e").valueStream().map(OracleEntry::of).toList();
        int count = line.path("n").asInt(entries.size());
        boolean isFeed = count > 0 || !line.path("version").asString("").isEmpty();
        return new OracleFeed(
                line.path("f").asString(""), isFeed, entries, count <= entries.size());
    }
}
