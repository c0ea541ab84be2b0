package dev.tocsin.console.live;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far somebody has read: for each partition the next offset. Written as {@code 0-17.1-4}, which
 * is the id of a server-sent event and comes back when a client connects again.
 */
record ReadPosition(Map<Integer, Long> next) {
    private static final int LONGEST = 4_000;

    ReadPosition {
        next = Map.copyOf(next);
    }

    /** Null if the text is not one of ours. */
    static @Nullable ReadPosition parse(@Nullable String text) {
        if (text == null
                || text.length() > LONGEST
                || !text.matches("\\d{1,5}-\\d{1,18}(\\.\\d{1,5}-\\d{1,18})*")) {
            return null;
        }
        Map<Integer, Long> next = new TreeMap<>();
        for (String part : text.split("\\.", -1)) {
            int dash = part.indexOf('-');
            next.put(
                    Integer.valueOf(part.substring(0, dash)),
                    Long.valueOf(part.substring(dash + 1)));
        }
        return new ReadPosition(next);
    }

    /** The position behind one more record. */
    ReadPosition with(int partition, long nextOffset) {
        Map<Integer, Long> further = new TreeMap<>(next);
        further.put(partition, nextOffset);
        return new ReadPosition(further);
    }

    @Override
    public String toString() {
        return new TreeMap<>(next)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "-" + entry.getValue())
                        .collect(Collectors.joining("."));
    }
}
