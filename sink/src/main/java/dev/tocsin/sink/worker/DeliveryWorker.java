package dev.tocsin.sink.worker;

import dev.tocsin.sink.channel.Channels;
import dev.tocsin.sink.channel.Outcome;
import dev.tocsin.sink.deliver.Retry;
import dev.tocsin.sink.postgres.DeliveryQueue;
import dev.tocsin.sink.postgres.DeliveryQueue.Claimed;
import dev.tocsin.sink.postgres.DeliveryQueue.Settled;
import dev.tocsin.sink.targets.Target;
import dev.tocsin.sink.targets.Targets;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Sends deliveries that are due. Any number of workers may run, in one process or many. Targets do
 * not wait for each other: each has lanes of its own, and what is due for a target whose lanes are
 * full stays in the table.
 *
 * <p>A message goes out at least once; its id is the same each time.
 */
public final class DeliveryWorker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final Duration LOOK_FOR_STRANGERS = Duration.ofSeconds(5);
    private static final int MOST_STRANGERS = 100;
    private static final long STOP_SECONDS = 5;

    private final DeliveryQueue queue;
    private final Supplier<Targets> targets;
    private final Channels channels;
    private final Clock clock;
    private final WorkerSettings settings;
    private final Verdict verdict;
    private final Ledger ledger;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Semaphore signal = new Semaphore(0);
    private final Phaser underWay = new Phaser(1);
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();
    private final Thread thread = Thread.ofPlatform().name("tocsin-deliver").unstarted(this::run);
    private Instant strangersAt = Instant.MIN;
    private volatile String trouble = "";
    private volatile boolean stopping;

    /**
     * @param targets asked again and again
     * @param random spreads repetitions
     */
    public DeliveryWorker(
            DeliveryQueue queue,
            Supplier<Targets> targets,
            Channels channels,
            Clock clock,
            RandomGenerator random,
            WorkerSettings settings) {
        this.queue = queue;
        this.targets = targets;
        this.channels = channels;
        this.clock = clock;
        this.settings = settings;
        this.verdict = new Verdict(new Retry(random));
        this.ledger = new Ledger(queue);
    }

    /** Starts the thread; returns at once. */
    public void start() {
        ledger.start();
        thread.start();
    }

    /** Something may be due; cheap, from any thread. */
    public void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    /** How it is; cheap, at any time. */
    public DeliveryHealth health() {
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

    private void run() {
        while (!stopping) {
            try {
                boolean isBusy = claim();
                trouble = "";
                if (!isBusy) {
                    rest();
                }
            } catch (SQLException e) {
                complain(e);
            } catch (RuntimeException e) {
                log.atError().setCause(e).log("the delivery worker failed and goes on");
                rest();
            }
        }
    }

    private void complain(SQLException e) {
        if (trouble.isEmpty()) {
            log.atWarn()
                    .addKeyValue("sqlState", e.getSQLState())
                    .log("deliveries cannot be read from PostgreSQL; trying again");
        }
        trouble = "PostgreSQL does not give out deliveries; trying again every second.";
        rest();
    }

    private void rest() {
        try {
            if (signal.tryAcquire(settings.look().toMillis(), TimeUnit.MILLISECONDS)) {
                signal.drainPermits();
            }
        } catch (InterruptedException _) {
            stopping = true;
        }
    }

    /** True if anything was claimed. */
    private boolean claim() throws SQLException {
        Targets known = targets.get();
        Instant now = clock.instant();
        Map<String, Integer> room = room(known, now);
        List<Claimed> claimed =
                room.isEmpty() ? List.of() : queue.claim(room, now, settings.lease());
        Map<String, Integer> numbers = new HashMap<>();
        claimed.forEach(each -> numbers.merge(each.target(), 1, Integer::sum));
        room.forEach((name, asked) -> lane(known, name).asked(asked.equals(numbers.get(name))));
        claimed.forEach(each -> send(known, each));
        strangers(known, now);
        return !claimed.isEmpty();
    }

    /** One claim serves all lanes, once it is due for one of them. */
    private Map<String, Integer> room(Targets known, Instant now) {
        Map<String, Integer> room = new HashMap<>();
        boolean isAnyHungry = false;
        for (String name : known.byName().keySet()) {
            Lane lane = lane(known, name);
            int places = lane.room(now);
            if (places > 0) {
                room.put(name, places);
                isAnyHungry |= lane.isHungry(now);
            }
        }
        return isAnyHungry ? room : Map.of();
    }

    private Lane lane(Targets known, String name) {
        int concurrency = known.find(name).map(Target::concurrency).orElse(1);
        return lanes.compute(
                name,
                (_, lane) ->
                        lane == null || lane.concurrency() != concurrency
                                ? new Lane(concurrency)
                                : lane);
    }

    private void send(Targets known, Claimed claimed) {
        Target target = known.find(claimed.target()).orElseThrow();
        Lane lane = lane(known, claimed.target());
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
                    wake();
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
        Instant latest = claimed.leaseUntil().minus(settings.attempt());
        if (stopping || clock.instant().isAfter(latest)) {
            return;
        }
        Outcome outcome =
                claimed.message()
                        .map(message -> channels.send(target, message))
                        .orElseGet(() -> failure("Its alert is stored no more.", true));
        lane.took(outcome.took());
        if (outcome instanceof Outcome.Failed refused) {
            refused.retryAfter().ifPresent(wish -> lane.pause(clock.instant(), wish));
        }
        settle(claimed, outcome);
    }

    private void settle(Claimed claimed, Outcome outcome) {
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

    /** Names may be added to the file at any time, so these are repeated like other failures. */
    private void strangers(Targets known, Instant now) throws SQLException {
        if (now.isBefore(strangersAt)) {
            return;
        }
        strangersAt = now.plus(LOOK_FOR_STRANGERS);
        List<Claimed> strangers =
                queue.claimStrangers(
                        known.byName().keySet(), MOST_STRANGERS, now, settings.lease());
        for (Claimed claimed : strangers) {
            String text =
                    "alerts.yaml names no target \"%s\"; add it, or take it out of the rule."
                            .formatted(claimed.target());
            settle(claimed, failure(text, false));
        }
    }

    private static Outcome failure(String text, boolean isForGood) {
        return new Outcome.Failed(
                OptionalInt.empty(), text, isForGood, Optional.empty(), Duration.ZERO);
    }

    /**
     * Claims nothing more, waits a few seconds for what is under way and writes what came of it.
     */
    @Override
    public void close() {
        stopping = true;
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        wake();
        try {
            thread.join(Duration.ofSeconds(STOP_SECONDS));
            underWay.awaitAdvanceInterruptibly(
                    underWay.arriveAndDeregister(), STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException _) {
            log.atWarn().log("deliveries are still under way; they are sent again later");
        }
        ledger.close();
    }
}
