package dev.tocsin.ingest.shard;

import dev.tocsin.schemas.FeedPush;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Pushes that were read and not yet dealt with, by offset. */
final class PushQueue {
    private static final int MOST = 30;

    private final NavigableMap<Long, FeedPush> waiting = new TreeMap<>();
    private long readTo;

    boolean isFull() {
        return waiting.size() >= MOST;
    }

    /**
     * @param behind the offset behind them
     */
    void add(NavigableMap<Long, FeedPush> pushes, long behind) {
        waiting.putAll(pushes);
        readTo = behind;
    }

    /**
     * Takes those whose turn it is: in the order of arrival for each feed, one of each, and none of
     * a feed that has to wait.
     */
    List<FeedPush> take(Predicate<String> waits) {
        Set<String> touched = new HashSet<>();
        List<FeedPush> ready = new ArrayList<>();
        for (Iterator<FeedPush> next = waiting.values().iterator(); next.hasNext(); ) {
            FeedPush push = next.next();
            if (touched.add(push.getFeedId()) && !waits.test(push.getFeedId())) {
                next.remove();
                ready.add(push);
            }
        }
        return ready;
    }

    /** The offset before which everything has been taken. */
    long takenTo() {
        return waiting.isEmpty() ? readTo : waiting.firstKey();
    }
}
