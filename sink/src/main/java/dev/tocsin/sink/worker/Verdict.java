package dev.tocsin.sink.worker;

import dev.tocsin.sink.channel.Outcome;
import dev.tocsin.sink.deliver.Retry;
import dev.tocsin.sink.postgres.DeliveryQueue.Claimed;
import dev.tocsin.sink.postgres.DeliveryQueue.Next;
import dev.tocsin.sink.postgres.DeliveryQueue.Settled;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** What follows from an attempt: done, once more, or parked for a person. */
final class Verdict {
    private static final String GIVEN_UP = " Given up after three days of attempts.";

    private final Retry retry;

    Verdict(Retry retry) {
        this.retry = retry;
    }

    Settled of(Claimed claimed, Outcome outcome, Instant now) {
        return switch (outcome) {
            case Outcome.Delivered done ->
                    new Settled(
                            claimed, now, done.took(), status(done), null, Next.DELIVERED, null);
            case Outcome.Failed failed -> failed(claimed, failed, now);
        };
    }

    private Settled failed(Claimed claimed, Outcome.Failed failed, Instant now) {
        if (failed.isForGood()) {
            return settled(claimed, failed, now, failed.text(), Next.PARKED, null);
        }
        Optional<Instant> next =
                retry.next(now, claimed.attempts() + 1, claimed.triedSince(), failed.retryAfter());
        return next.map(due -> settled(claimed, failed, now, failed.text(), Next.WAITING, due))
                .orElseGet(() ->
                        settled(claimed, failed, now, failed.text() + GIVEN_UP, Next.PARKED, null));
    }

    private static Settled settled(
            Claimed claimed,
            Outcome.Failed failed,
            Instant now,
            String text,
            Next next,
            @Nullable Instant dueAt) {
        return new Settled(claimed, now, failed.took(), status(failed), text, next, dueAt);
    }

    private static @Nullable Integer status(Outcome outcome) {
        OptionalInt status = outcome.status();
        return status.isPresent() ? status.getAsInt() : null;
    }
}
