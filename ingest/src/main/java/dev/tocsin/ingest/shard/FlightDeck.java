package dev.tocsin.ingest.shard;

import dev.tocsin.ingest.schedule.Lane;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;

/**
 * How many fetches may be under way at once, over all shards of a process: so many in each lane, so
 * that no number of servers that do not answer takes the place of those that do. Safe for many
 * threads.
 */
final class FlightDeck {
    private final Map<Lane, Semaphore> room = new EnumMap<>(Lane.class);

    FlightDeck(int perLane) {
        for (Lane lane : Lane.values()) {
            room.put(lane, new Semaphore(perLane));
        }
    }

    boolean tryAcquire(Lane lane) {
        return of(lane).tryAcquire();
    }

    void release(Lane lane) {
        of(lane).release();
    }

    boolean hasRoom(Lane lane) {
        return of(lane).availablePermits() > 0;
    }

    private Semaphore of(Lane lane) {
        return Objects.requireNonNull(room.get(lane));
    }
}
