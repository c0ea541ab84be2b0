package dev.tocsin.sink.worker;

import dev.tocsin.sink.channel.Channels;
import dev.tocsin.sink.channel.Outcome;
import dev.tocsin.sink.postgres.DeliveryQueue.Claimed;
import dev.tocsin.sink.targets.Target;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends what was claimed, on as many threads for each target as its lane allows. */
final class Senders {
    private static final Logger log = LoggerFactory.getLogger(Senders.class);

    private final Channels channels;
    private final Settlements settlements;
    private final Clock clock;
    private final Duration attempt;
    private final Runnable hungry;
    private final Phaser underWay = new Phaser(1);
    private volatile boolean stopping;

    /**
     * @param attempt the longest that one takes
     * @param hungry is run when a lane is nearly empty and more are likely to be due for it
     */
    Senders(
            Channels channels,
            Settlements settlements,
            Clock clock,
            Duration attempt,
            Runnable hungry) {
        this.channels = channels;
        this.settlements = settlements;
        this.clock = clock;
        this.attempt = attempt;
        this.hungry = hungry;
    }

    /** Returns at once. */
    void send(Target target, Lane lane, Claimed claimed) {
        if (lane.add(claimed)) {
            underWay.register();
            Thread.ofVirtual().name("deliver-" + target.name()).start(() -> sendAll(target, lane));
        }
    }

    private void sendAll(Target target, Lane lane) {
        try {
            for (Claimed next = lane.next(); next != null; next = lane.next()) {
                attemptSafely(target, lane, next);
                if (lane.wantsMore(clock.instant())) {
                    hungry.run();
                }
            }
        } finally {
            underWay.arriveAndDeregister();
        }
    }

    /** Whatever goes wrong with one message is no reason not to send the next. */
    private void attemptSafely(Target target, Lane lane, Claimed claimed) {
        try {
            attempt(target, lane, claimed);
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("delivery", claimed.id())
                    .setCause(e)
                    .log("the attempt failed unexpectedly and is made again when its lease ends");
        }
    }

    /** A message that has waited for its lane too long is left to whoever claims it next. */
    private void attempt(Target target, Lane lane, Claimed claimed) {
        Instant latest = claimed.leaseUntil().minus(attempt);
        if (stopping || clock.instant().isAfter(latest)) {
            return;
        }
        Outcome outcome =
                claimed.message()
                        .map(message -> channels.send(target, message))
                        .orElseGet(
                                () -> Outcome.Failed.unsent("Its alert is stored no more.", true));
        lane.took(outcome.took());
        if (outcome instanceof Outcome.Failed refused) {
            refused.retryAfter().ifPresent(wish -> lane.pause(clock.instant(), wish));
        }
        settlements.settle(claimed, outcome);
    }

    /** Begins nothing more. */
    void stop() {
        stopping = true;
    }

    /** Waits for what is under way. */
    void await(Duration patience) throws InterruptedException {
        try {
            underWay.awaitAdvanceInterruptibly(
                    underWay.arriveAndDeregister(), patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            log.atWarn().log("deliveries are still under way; they are sent again later");
        }
    }
}
