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

    /** The text as it stands at a moment after {@link #at}. */
    public Text textAt(Instant moment) {
        return edits.stream()
                .filter(edit -> !edit.at.isAfter(moment))
                .reduce((earlier, later) -> later)
                .map(Edit::text)
                .orElse(text);
    }

    /** When the text that stands at the moment was written. */
    public Instant updatedAt(Instant moment) {
        return edits.stream()
                .map(Edit::at)
                .filter(edited -> !edited.isAfter(moment))
                .reduce((earlier, later) -> later)
                .orElse(at);
    }
}
