package dev.tocsin.bench.pipeline;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Watches one place where articles become visible, and how long each took to get there. */
final class Arrivals implements AutoCloseable {
    private final Map<String, Long> sentNanos;
    private final Supplier<Collection<String>> newcomers;
    private final List<Double> millis = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofPlatform().name("arrivals").unstarted(this::watch);
    private volatile boolean stopping;
    private volatile @Nullable RuntimeException failure;

    private Arrivals(Map<String, Long> sentNanos, Supplier<Collection<String>> newcomers) {
        this.sentNanos = sentNanos;
        this.newcomers = newcomers;
    }

    /**
     * @param sentNanos when each article was sent
     * @param newcomers ids that became visible since the last call; waits a little for them
     */
    static Arrivals start(Map<String, Long> sentNanos, Supplier<Collection<String>> newcomers) {
        Arrivals arrivals = new Arrivals(sentNanos, newcomers);
        arrivals.thread.start();
        return arrivals;
    }

    private void watch() {
        try {
            while (!stopping) {
                Collection<String> ids = newcomers.get();
                long now = System.nanoTime();
                ids.stream()
                        .map(sentNanos::get)
                        .filter(java.util.Objects::nonNull)
                        .forEach(sent -> millis.add((now - sent) / 1e6));
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    int count() {
        RuntimeException reason = failure;
        if (reason != null) {
            throw new IllegalStateException("arrivals cannot be watched", reason);
        }
        return millis.size();
    }

    /** One figure for each article that arrived. */
    List<Double> millis() {
        return List.copyOf(millis);
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        thread.join();
    }
}
