package dev.tocsin.sink.worker;

import dev.tocsin.sink.targets.Target;
import dev.tocsin.sink.targets.Targets;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A lane for each target, for one thread; a new one where a target's concurrency has changed. */
final class Lanes {
    private final Map<String, Lane> lanes = new HashMap<>();

    /** How many to claim for each target; none at all before that is due for one of them. */
    Map<String, Integer> room(Targets known, Instant now) {
        Map<String, Integer> room = new HashMap<>();
        boolean isAnyHungry = false;
        for (Target target : known.byName().values()) {
            Lane lane = of(target);
            int places = lane.room(now);
            if (places > 0) {
                room.put(target.name(), places);
                isAnyHungry |= lane.isHungry(now);
            }
        }
        return isAnyHungry ? room : Map.of();
    }

    Lane of(Target target) {
        Lane lane = lanes.get(target.name());
        if (lane == null || lane.concurrency() != target.concurrency()) {
            lane = new Lane(target.concurrency());
            lanes.put(target.name(), lane);
        }
        return lane;
    }
}
