package dev.tocsin.app.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An invented entry.
 *
 * @param at when its outlet publishes it
 * @param link on a host that exists nowhere
 * @param conflictTopics what a careful reader would file it under; the tests compare
 * @param edits later texts, oldest first
 */
public record DemoEntry(
        String id,
        Instant at,
        String link,
        Text text,
        Optional<String> author,
        List<String> categories,
        List<String> conflictTopics,
        List<Edit> edits) {

    public DemoEntry {
        categories = List.copyOf(categories);
        conflictTopics = List.copyOf(conflictTopics);
        edits = List.copyOf(edits);
    }

    /** What can be read. */
    public record Text(String title, String summary, Optional<String> body) {}

    /** A later text. */
    public record Edit(Instant at, Text text) {}

    /** The first text, or that of an edit, counted from 1. */
    public Text text(int version) {
        return version == 0 ? text : edits.get(version - 1).text();
    }

    /** When that text was written. */
    Instant writtenAt(int version) {
        return version == 0 ? at : edits.get(version - 1).at();
    }
}
