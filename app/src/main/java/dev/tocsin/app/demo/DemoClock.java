package dev.tocsin.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time in the demo's week: its first days have passed when it begins, the rest runs by in a few
 * minutes. When it began is kept in the data folder, so a demo that is stopped and started again
 * goes on where the week has got to.
 */
final class DemoClock {
    private static final Duration PASSED_AT_START = Duration.ofDays(2);
    private static final Duration LONG = Duration.ofHours(12);

    private final Clock wall;
    private final Instant began;
    private final Instant weekStarts;
    private final Instant weekEnds;
    private final Duration takes;

    /**
     * @param takes how long the rest of the week takes on the wall clock
     */
    DemoClock(Clock wall, Instant began, Instant weekStarts, Instant weekEnds, Duration takes) {
        this.wall = wall;
        this.began = began;
        this.weekStarts = weekStarts;
        this.weekEnds = weekEnds;
        this.takes = takes;
    }

    /** When the demo in this folder began; now, if it begins now. */
    static Instant began(Path file, Clock wall) {
        try {
            if (!Files.exists(file)) {
                Path unfinished = file.resolveSibling(file.getFileName() + ".new");
                Files.writeString(unfinished, wall.instant().toString());
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Instant.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True half a day after the demo began in this folder. */
    boolean isLongRunning() {
        return wall.instant().isAfter(began.plus(LONG));
    }

    Instant now() {
        Duration passed = Duration.between(began, wall.instant());
        double share = Math.clamp((double) passed.toMillis() / takes.toMillis(), 0, 1);
        Instant from = weekStarts.plus(PASSED_AT_START);
        long rest = Duration.between(from, weekEnds).toSeconds();
        return from.plusSeconds((long) (rest * share));
    }
}
