package dev.tocsin.app.command;

import dev.tocsin.app.pipeline.Pipeline;
import dev.tocsin.console.api.Health;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;

/** Waits for a pipeline as long as it makes headway, and no longer. */
final class Patience {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration WITHOUT_HEADWAY = Duration.ofMinutes(10);

    private final Pipeline pipeline;
    private @Nullable Object seen;
    private long since = System.nanoTime();

    Patience(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * Waits a moment.
     *
     * @param headway a value that changes as long as work gets done
     * @throws CommandFailure if a part has failed for good, or nothing has changed for ten minutes
     */
    void pause(Object headway) {
        if (!Objects.equals(headway, seen)) {
            seen = headway;
            since = System.nanoTime();
        }
        pipeline.health().stream()
                .filter(part -> part.state() == Health.State.FAILED)
                .findFirst()
                .ifPresent(part -> {
                    throw new CommandFailure(part.part() + " has given up: " + part.text());
                });
        if (System.nanoTime() - since > WITHOUT_HEADWAY.toNanos()) {
            throw new CommandFailure("nothing has moved for ten minutes: " + pipeline.health());
        }
        sleep();
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted");
        }
    }
}
