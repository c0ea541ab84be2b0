package dev.tocsin.ingest.shard;

import dev.tocsin.ingest.schedule.Lane;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * How many fetches may be under way at once, over all shards of a process: so many in each lane, so
 * that no number of feeds in trouble takes the place of those that answer. A fetch that has kept us
 * waiting makes room in its lane and goes on in a hold that is larger, because waiting costs next
 * to nothing: servers that fall silent do not stop the others either. Safe for many threads.
 */
final class FlightDeck {
    private static final int HOLD = 16;

    private final Map<Lane, Semaphore> lanes = new EnumMap<>(Lane.class);
    private final Semaphore hold;

    FlightDeck(int perLane) {
        for (Lane lane : Lane.values()) {
            lanes.put(lane, new Semaphore(perLane));
        }
        this.hold = new Semaphore(perLane * HOLD);
    }

    /** Room for one more fetch, until it lands; empty where the lane has none. */
    Optional<Flight> board(Lane lane) {
        Semaphore room = room(lane);
        return room.tryAcquire() ? Optional.of(new Flight(room)) : Optional.empty();
    }

    boolean hasRoom(Lane lane) {
        return room(lane).availablePermits() > 0;
    }

    private Semaphore room(Lane lane) {
        return Objects.requireNonNull(lanes.get(lane));
    }

    /** One fetch under way. */
    final class Flight {
        private Semaphore room;
        private boolean landed;

        private Flight(Semaphore room) {
            this.room = room;
        }

        /** Leaves the lane to others, if there is room in the hold. */
        synchronized void makeRoom() {
            if (!landed && room != hold && hold.tryAcquire()) {
                room.release();
                room = hold;
            }
        }

        synchronized void land() {
            if (!landed) {
                landed = true;
                room.release();
            }
        }
    }
}
