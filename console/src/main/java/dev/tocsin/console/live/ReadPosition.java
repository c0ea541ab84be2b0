package dev.tocsin.console.live;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How far somebody has read: for each partition the next offset. Written as {@code 0-17.1-4.s0-9},
 * which is the id of a server-sent event and comes back when a client connects again.
 */
record ReadPosition(Map<TopicPartition, Long> next) {
    private static final int LONGEST = 12_000;
    private static final String PART = "[as]?\\d{1,5}-\\d{1,18}";

    ReadPosition {
        next = Map.copyOf(next);
    }

    /** Null if the text is not one of ours. */
    static @Nullable ReadPosition parse(@Nullable String text) {
        if (text == null || text.length() > LONGEST || !text.matches(PART + "(\\." + PART + ")*")) {
            return null;
        }
        Map<TopicPartition, Long> next = new HashMap<>();
        for (String part : text.split("\\.", -1)) {
            int dash = part.indexOf('-');
            next.put(
                    LiveSources.partition(part.substring(0, dash)),
                    Long.valueOf(part.substring(dash + 1)));
        }
        return new ReadPosition(next);
    }

    /** The position behind one more record. */
    ReadPosition with(TopicPartition partition, long nextOffset) {
        Map<TopicPartition, Long> further = new HashMap<>(next);
        further.put(partition, nextOffset);
        return new ReadPosition(further);
    }

    @Override
    public String toString() {
        return next.entrySet().stream()
                .map(entry -> LiveSources.text(entry.getKey()) + "-" + entry.getValue())
                .sorted()
                .collect(Collectors.joining("."));
    }
}
