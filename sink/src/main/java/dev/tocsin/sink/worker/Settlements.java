package dev.tocsin.sink.worker;

import dev.tocsin.sink.channel.Outcome;
import dev.tocsin.sink.postgres.DeliveryQueue.Claimed;
import dev.tocsin.sink.postgres.DeliveryQueue.Settled;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Decides what follows from attempts, counts it and hands it to the ledger. */
final class Settlements {
    private static final Logger log = LoggerFactory.getLogger(Settlements.class);

    private final Verdict verdict;
    private final Ledger ledger;
    private final Clock clock;
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();

    Settlements(Verdict verdict, Ledger ledger, Clock clock) {
        this.verdict = verdict;
        this.ledger = ledger;
        this.clock = clock;
    }

    void settle(Claimed claimed, Outcome outcome) {
        Settled settled = verdict.of(claimed, outcome, clock.instant());
        switch (settled.next()) {
            case DELIVERED -> delivered.incrementAndGet();
            case WAITING -> failed.incrementAndGet();
            case PARKED -> {
                parked.incrementAndGet();
                log.atWarn()
                        .addKeyValue("delivery", claimed.id())
                        .addKeyValue("target", claimed.target())
                        .addKeyValue("error", settled.error())
                        .log("delivery parked");
            }
        }
        ledger.add(settled);
    }

    /**
     * How it is.
     *
     * @param trouble a sentence; empty if there is none
     */
    DeliveryHealth health(String trouble) {
        String sentence =
                "%,d delivered, %,d attempts failed, %,d parked"
                        .formatted(delivered.get(), failed.get(), parked.get());
        return new DeliveryHealth(
                trouble.isEmpty(),
                trouble.isEmpty() ? sentence : trouble,
                delivered.get(),
                failed.get(),
                parked.get());
    }
}
