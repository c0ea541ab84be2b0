package dev.tocsin.bench.pipeline;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Articles that a reader finds in PostgreSQL; asks every 5 ms for those still missing. */
final class StoreArrivals implements Supplier<Collection<String>> {
    private static final long PAUSE_NANOS = 5_000_000;

    private final Store store;
    private final Map<String, Long> sentNanos;
    private final Set<String> seen = new HashSet<>();

    StoreArrivals(Store store, Map<String, Long> sentNanos) {
        this.store = store;
        this.sentNanos = sentNanos;
    }

    @Override
    public Collection<String> get() {
        List<String> missing =
                sentNanos.keySet().stream().filter(id -> !seen.contains(id)).toList();
        if (missing.isEmpty()) {
            LockSupport.parkNanos(PAUSE_NANOS);
            return List.of();
        }
        List<String> found = store.present(missing);
        seen.addAll(found);
        if (found.isEmpty()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return found;
    }
}
