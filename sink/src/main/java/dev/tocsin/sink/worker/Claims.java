package dev.tocsin.sink.worker;

import dev.tocsin.sink.channel.Outcome;
import dev.tocsin.sink.postgres.DeliveryQueue;
import dev.tocsin.sink.postgres.DeliveryQueue.Claimed;
import dev.tocsin.sink.targets.Target;
import dev.tocsin.sink.targets.Targets;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Claims what is due for lanes with room and hands it to their senders; for one thread. */
final class Claims {
    private static final Duration LOOK_FOR_STRANGERS = Duration.ofSeconds(5);
    private static final int MOST_STRANGERS = 100;

    private final DeliveryQueue queue;
    private final Senders senders;
    private final Settlements settlements;
    private final Duration lease;
    private final Lanes lanes = new Lanes();
    private Instant strangersAt = Instant.MIN;

    Claims(DeliveryQueue queue, Senders senders, Settlements settlements, Duration lease) {
        this.queue = queue;
        this.senders = senders;
        this.settlements = settlements;
        this.lease = lease;
    }

    /** True if anything was claimed. */
    boolean claim(Targets known, Instant now) throws SQLException {
        boolean isBusy = claimFor(known, now);
        if (!now.isBefore(strangersAt)) {
            strangersAt = now.plus(LOOK_FOR_STRANGERS);
            claimStrangers(known, now);
        }
        return isBusy;
    }

    private boolean claimFor(Targets known, Instant now) throws SQLException {
        Map<String, Integer> room = lanes.room(known, now);
        if (room.isEmpty()) {
            return false;
        }
        List<Claimed> claimed = queue.claim(room, now, lease);
        Map<String, Integer> numbers = new HashMap<>();
        claimed.forEach(each -> numbers.merge(each.target(), 1, Integer::sum));
        room.forEach((name, asked) ->
                lanes.of(target(known, name)).asked(asked.equals(numbers.get(name))));
        for (Claimed each : claimed) {
            Target target = target(known, each.target());
            senders.send(target, lanes.of(target), each);
        }
        return !claimed.isEmpty();
    }

    private static Target target(Targets known, String name) {
        return known.find(name).orElseThrow();
    }

    /** Names may be added to the file at any time, so these are repeated like other failures. */
    private void claimStrangers(Targets known, Instant now) throws SQLException {
        for (Claimed claimed :
                queue.claimStrangers(known.byName().keySet(), MOST_STRANGERS, now, lease)) {
            String text =
                    "alerts.yaml names no target \"%s\"; add it, or take it out of the rule."
                            .formatted(claimed.target());
            settlements.settle(claimed, Outcome.Failed.unsent(text, false));
        }
    }
}
