package dev.tocsin.app.demo;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A feed's document as one reader has it: which version of each entry. The ETag says exactly that,
 * so a reader that comes back with it gets the next version of each entry and misses none, however
 * slow it is and however often it was killed meanwhile.
 *
 * @param versions of the feed's entries, in their order; {@link #NOT_YET} for those to come
 */
record DemoEdition(DemoFeed feed, List<Integer> versions) {
    private static final int NOT_YET = -1;

    DemoEdition {
        versions = List.copyOf(versions);
    }

    /** An entry in one of its versions. */
    record Shown(DemoEntry entry, int version) {
        DemoEntry.Text text() {
            return entry.text(version);
        }

        Instant writtenAt() {
            return entry.writtenAt(version);
        }
    }

    /** What the reader has who sends this ETag; nothing, if the ETag is not of this feed. */
    static DemoEdition of(DemoFeed feed, Optional<String> etag) {
        int entries = feed.entries().size();
        return new DemoEdition(
                feed,
                etag.filter(sent -> sent.matches("\"[-0-9]{%d}\"".formatted(entries)))
                        .map(DemoEdition::read)
                        .orElse(Collections.nCopies(entries, NOT_YET)));
    }

    /** Every entry as it stands at the moment, for a reader who has seen the rest already. */
    static DemoEdition latest(DemoFeed feed, Instant now) {
        DemoEdition before = of(feed, Optional.empty());
        DemoEdition edition = before.next(now);
        while (!edition.equals(before)) {
            before = edition;
            edition = before.next(now);
        }
        return edition;
    }

    private static List<Integer> read(String etag) {
        return etag.chars()
                .filter(each -> each != '"')
                .mapToObj(each -> each == '-' ? NOT_YET : each - '0')
                .toList();
    }

    String etag() {
        return versions.stream()
                .map(version -> version == NOT_YET ? "-" : version.toString())
                .collect(Collectors.joining("", "\"", "\""));
    }

    /** The next document for the same reader: new entries, and known ones one version later. */
    DemoEdition next(Instant now) {
        return new DemoEdition(
                feed,
                IntStream.range(0, versions.size())
                        .mapToObj(
                                index -> next(feed.entries().get(index), versions.get(index), now))
                        .toList());
    }

    private static int next(DemoEntry entry, int version, Instant now) {
        boolean isNextWritten =
                version < entry.edits().size() && !entry.writtenAt(version + 1).isAfter(now);
        return isNextWritten ? version + 1 : version;
    }

    /** What can be read in it, newest first. */
    List<Shown> entries() {
        return IntStream.range(0, versions.size())
                .filter(index -> versions.get(index) != NOT_YET)
                .mapToObj(index -> new Shown(feed.entries().get(index), versions.get(index)))
                .sorted(Comparator.comparing((Shown shown) -> shown.entry().at()).reversed())
                .toList();
    }
}
