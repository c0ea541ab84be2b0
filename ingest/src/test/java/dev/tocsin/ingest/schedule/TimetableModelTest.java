package dev.tocsin.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The timetable against a model so naive that it is evidently right. */
class TimetableModelTest {
    private static final int FEEDS = 10_000;
    private static final int HOSTS = 2_500;
    private static final int STEPS = 8_000;
    private static final Duration SPACING = Duration.ofSeconds(3);
    private static final Instant START = Instant.parse("2026-05-05T12:00:00Z");

    private final Random random = new Random(20_260_505);
    private final Timetable timetable = new Timetable(SPACING);
    private final Model model = new Model();
    private final List<String> busy = new ArrayList<>();
    private Instant now = START;
    private int taken;

    @Test
    void tenThousandFeedsComeInTheOrderOfTheModel() {
        for (int feed = 0; feed < FEEDS; feed++) {
            put(feed);
        }
        for (int step = 0; step < STEPS; step++) {
            now = now.plusMillis(random.nextInt(2_000));
            change();
            take();
        }

        assertThat(taken).isGreaterThan(STEPS / 4);
    }

    private void change() {
        int feed = random.nextInt(FEEDS);
        switch (random.nextInt(8)) {
            case 0 -> {
                timetable.remove("f" + feed);
                model.due.remove("f" + feed);
            }
            case 1 -> {
                Instant until = now.plusSeconds(random.nextInt(60));
                timetable.hold(host(feed), until);
                model.leaveAlone(host(feed), until);
            }
            case 2 -> put(feed);
            default -> release();
        }
    }

    private void put(int feed) {
        Instant at = now.plusMillis(random.nextInt(7_200_000));
        Lane lane = lane();
        timetable.put("f" + feed, host(feed), at, lane);
        model.due.put("f" + feed, new Due("f" + feed, host(feed), at, lane));
    }

    private void release() {
        if (!busy.isEmpty()) {
            String host = busy.remove(random.nextInt(busy.size()));
            timetable.release(host, now);
            model.busy.remove(host);
            model.leaveAlone(host, now.plus(SPACING));
        }
    }

    private void take() {
        Lane lane = lane();
        Optional<Due> expected = model.take(now, lane);
        assertThat(timetable.take(now, lane)).isEqualTo(expected.map(Due::feedId));
        assertThat(timetable.size()).isEqualTo(model.due.size());
        expected.ifPresent(due -> busy.add(due.host));
        taken += expected.isPresent() ? 1 : 0;
    }

    private Lane lane() {
        return random.nextInt(4) == 0 ? Lane.TROUBLED : Lane.STEADY;
    }

    private static String host(int feed) {
        return "h" + feed % HOSTS;
    }

    private record Due(String feedId, String host, Instant at, Lane lane) {}

    private static final class Model {
        private final Map<String, Due> due = new HashMap<>();
        private final Map<String, Instant> freeAt = new HashMap<>();
        private final Set<String> busy = new HashSet<>();

        void leaveAlone(String host, Instant until) {
            freeAt.merge(host, until, (one, other) -> one.isAfter(other) ? one : other);
        }

        Optional<Due> take(Instant now, Lane lane) {
            Optional<Due> next =
                    due.values().stream()
                            .filter(feed -> feed.lane == lane)
                            .filter(feed -> !busy.contains(feed.host))
                            .filter(feed -> !turn(feed).isAfter(now))
                            .min(
                                    Comparator.comparing(this::turn)
                                            .thenComparing(Due::host)
                                            .thenComparing(Due::at)
                                            .thenComparing(Due::feedId));
            next.ifPresent(feed -> busy.add(feed.host));
            next.ifPresent(feed -> due.remove(feed.feedId));
            return next;
        }

        private Instant turn(Due feed) {
            Instant free = freeAt.getOrDefault(feed.host, Instant.EPOCH);
            return free.isAfter(feed.at) ? free : feed.at;
        }
    }
}
