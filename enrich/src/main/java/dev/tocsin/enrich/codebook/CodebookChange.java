package dev.tocsin.enrich.codebook;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one piece of a codebook says more or less than before.
 *
 * @param piece such as {@code conflict topic utopia}
 * @param added what it says now, such as {@code strong "Amaurot" (en)}
 * @param removed what it no longer says
 */
public record CodebookChange(String piece, Kind kind, List<String> added, List<String> removed) {

    /** What has happened to the piece as a whole. */
    public enum Kind {
        NEW,
        CHANGED,
        GONE
    }

    public CodebookChange {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** All that differs, by piece. */
    public static List<CodebookChange> between(Codebook before, Codebook after) {
        SortedMap<String, SortedSet<String>> old = CodebookLines.of(before);
        SortedMap<String, SortedSet<String>> now = CodebookLines.of(after);
        SortedSet<String> pieces = new TreeSet<>(old.keySet());
        pieces.addAll(now.keySet());
        List<CodebookChange> changes = new ArrayList<>();
        for (String piece : pieces) {
            SortedSet<String> lost = old.getOrDefault(piece, new TreeSet<>());
            SortedSet<String> won = now.getOrDefault(piece, new TreeSet<>());
            if (!lost.equals(won)) {
                changes.add(
                        new CodebookChange(
                                piece, kind(lost, won), without(won, lost), without(lost, won)));
            }
        }
        return changes;
    }

    private static Kind kind(SortedSet<String> lost, SortedSet<String> won) {
        if (lost.isEmpty()) {
            return Kind.NEW;
        }
        return won.isEmpty() ? Kind.GONE : Kind.CHANGED;
    }

    private static List<String> without(SortedSet<String> lines, SortedSet<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }
}
