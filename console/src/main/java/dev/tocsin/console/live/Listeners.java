package dev.tocsin.console.live;

import org.apache.kafka.common.TopicPartition;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Everybody who listens, and how far the feed is; both change together, so nobody has a gap. */
final class Listeners {
    static final int MOST_WAITING = 512;
    private static final int MOST_LISTENERS = 500;

    private final Set<Listener> listeners = new LinkedHashSet<>();
    private ReadPosition position = new ReadPosition(Map.of());
    private boolean closed;

    /** A listener that gets every event from the present position on. */
    synchronized Listener add() {
        Listener listener = new Listener(position, MOST_WAITING);
        if (closed || listeners.size() >= MOST_LISTENERS) {
            listener.drop();
        } else {
            listeners.add(listener);
        }
        return listener;
    }

    synchronized void remove(Listener listener) {
        listeners.remove(listener);
    }

    synchronized void publish(LiveEvent event) {
        listeners.forEach(listener -> listener.offer(event));
        listeners.removeIf(Listener::isDropped);
    }

    synchronized void moveTo(TopicPartition partition, long nextOffset) {
        position = position.with(partition, nextOffset);
    }

    synchronized ReadPosition position() {
        return position;
    }

    synchronized int size() {
        return listeners.size();
    }

    synchronized void close() {
        closed = true;
        listeners.forEach(Listener::drop);
        listeners.clear();
    }
}
