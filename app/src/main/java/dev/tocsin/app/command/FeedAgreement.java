package dev.tocsin.app.command;

import dev.tocsin.app.command.OracleFeed.OracleEntry;
import dev.tocsin.ingest.parse.Entry;
import dev.tocsin.ingest.parse.ParsedFeed;
import dev.tocsin.ingest.parse.html.PlainText;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How far two readers of the same documents agree.
 *
 * <p>Recognised: of the documents in which the oracle sees a feed, the share that gave a feed here.
 * A field agrees at a place if both have an entry there and its values are equal; the share is of
 * all places at which either has one, in the documents that both recognise.
 */
final class FeedAgreement {
    /** What is compared. */
    enum Field {
        TITLE,
        LINK,
        ID,
        DATE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A place at which the readers differ; nothing where one has no entry there. */
    record Disagreement(String file, int entry, Field field, String oracle, String ours) {}

    private static final int LONGEST_TITLE = 1_000;
    private static final String NOTHING = "(no entry)";

    private final Map<Field, Integer> agreements = new EnumMap<>(Field.class);
    private final List<Disagreement> disagreements = new ArrayList<>();
    private final List<String> unrecognised = new ArrayList<>();
    private int documents;
    private int feeds;
    private int places;

    /** Counts a document that was read here. */
    void add(OracleFeed oracle, ParsedFeed ours) {
        documents++;
        if (oracle.isFeed()) {
            feeds++;
            int most = oracle.isWhole() ? Integer.MAX_VALUE : oracle.entries().size();
            entries(oracle, ours.entries().stream().limit(most).toList());
        }
    }

    /** Counts a document that gave no feed here. */
    void addUnreadable(OracleFeed oracle, String reason) {
        documents++;
        if (oracle.isFeed()) {
            feeds++;
            unrecognised.add(oracle.file() + ": " + reason);
        }
    }

    private void entries(OracleFeed oracle, List<Entry> ours) {
        int count = Math.max(oracle.entries().size(), ours.size());
        places += count;
        for (int i = 0; i < count; i++) {
            Optional<OracleEntry> theirs = at(oracle.entries(), i);
            Optional<Entry> own = at(ours, i);
            for (Field field : Field.values()) {
                compare(oracle.file(), i, field, theirs, own);
            }
        }
    }

    private static <T> Optional<T> at(List<T> list, int index) {
        return index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
    }

    private void compare(
            String file,
            int entry,
            Field field,
            Optional<OracleEntry> theirs,
            Optional<Entry> own) {
        String expected = theirs.map(oracle -> value(oracle, field)).orElse(NOTHING);
        String found = own.map(ours -> value(ours, field)).orElse(NOTHING);
        boolean agrees = theirs.isPresent() && own.isPresent() && isSame(field, expected, found);
        if (agrees) {
            agreements.merge(field, 1, Integer::sum);
        } else {
            disagreements.add(new Disagreement(file, entry, field, expected, found));
        }
    }

    /** The oracle's titles are HTML or text, it does not say which; ours are text. */
    private static boolean isSame(Field field, String oracle, String ours) {
        return field == Field.TITLE
                ? ours.equals(oneLine(PlainText.of(oracle, LONGEST_TITLE)))
                        || ours.equals(oneLine(PlainText.ofHtml(oracle, LONGEST_TITLE)))
                        || oneLine(PlainText.ofHtml(ours, LONGEST_TITLE))
                                .equals(oneLine(PlainText.ofHtml(oracle, LONGEST_TITLE)))
                : ours.equals(oracle.strip());
    }

    private static String oneLine(String text) {
        return PlainText.oneLine(text);
    }

    private static String value(OracleEntry entry, Field field) {
        return switch (field) {
            case TITLE -> entry.title();
            case LINK -> entry.link();
            case ID -> entry.id();
            case DATE -> entry.date().map(Instant::ofEpochSecond).map(Instant::toString).orElse("");
        };
    }

    private static String value(Entry entry, Field field) {
        return switch (field) {
            case TITLE -> entry.title();
            case LINK -> entry.claimedLink().orElse("");
            case ID -> entry.guid().orElse("");
            case DATE ->
                    entry.published()
                            .or(entry::updated)
                            .map(date -> Instant.ofEpochSecond(date.getEpochSecond()).toString())
                            .orElse("");
        };
    }

    /** Percent of the documents in which the oracle sees a feed. */
    double recognised() {
        return percent(feeds - unrecognised.size(), feeds);
    }

    /** Percent of the places. */
    double agreed(Field field) {
        return percent(agreements.getOrDefault(field, 0), places);
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? 100 : Math.floor(part * 10_000.0 / whole) / 100;
    }

    List<Disagreement> disagreements() {
        return List.copyOf(disagreements);
    }

    /** Documents that gave no feed here, each with the reason. */
    List<String> unrecognised() {
        return List.copyOf(unrecognised);
    }

    int documents() {
        return documents;
    }

    int feeds() {
        return feeds;
    }

    int places() {
        return places;
    }

    /** Percentages and counts by name. */
    Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("documents", documents);
        summary.put("feeds", feeds);
        summary.put("recognised", recognised());
        for (Field field : Field.values()) {
            summary.put(field.toString(), agreed(field));
        }
        summary.put("unrecognised", unrecognised.size());
        summary.put("places", places);
        summary.put("disagreements", disagreements.size());
        return summary;
    }
}
