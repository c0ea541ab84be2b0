package dev.tocsin.app.pipeline;

import dev.tocsin.console.api.Health;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** What has been started, and how it is. Closing stops it, the last started first. */
final class Running implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final List<Supplier<Health>> healths = new CopyOnWriteArrayList<>();

    /** To be stopped at the end. */
    <T extends AutoCloseable> T add(T part) {
        started.push(part);
        return part;
    }

    /**
     * @param health asked whenever somebody wants to know
     */
    void watch(Supplier<Health> health) {
        healths.add(health);
    }

    List<Health> health() {
        return healths.stream().map(Supplier::get).toList();
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            Closing.quietly(started.pop());
        }
    }
}
