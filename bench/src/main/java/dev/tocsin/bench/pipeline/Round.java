package dev.tocsin.bench.pipeline;

import dev.tocsin.bench.measure.CpuClock;
import dev.tocsin.bench.measure.Waiting;
import dev.tocsin.enrich.Enrich;
import dev.tocsin.enrich.topology.EnrichStreams;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.sink.postgres.PostgresSink;

import org.apache.kafka.common.TopicPartition;

import java.util.EnumMap;
import java.util.Map;

/**
 * All steps once, the two sides of each comparison one right after the other; every second round
 * takes them in the other order.
 */
final class Round {
    private static final String ARTICLES = KafkaTopics.ARTICLES.topicName();

    private final Stand stand;
    private final Feeder feeder;
    private final CpuClock cpu;
    private final int articles;
    private final int number;
    private final Map<Step, Speed> speeds = new EnumMap<>(Step.class);

    Round(Stand stand, Feeder feeder, int articles, int number) {
        this.stand = stand;
        this.feeder = feeder;
        this.cpu = stand.cpu();
        this.articles = articles;
        this.number = number;
    }

    Map<Step, Speed> run() throws InterruptedException {
        boolean plainFirst = number % 2 == 0;
        if (plainFirst) {
            plainLive();
        }
        pipeline();
        if (!plainFirst) {
            plainLive();
        }
        backlog(plainFirst);
        sink();
        return speeds;
    }

    private void backlog(boolean plainFirst) throws InterruptedException {
        Map<TopicPartition, Long> from = stand.offsets().ends(ARTICLES);
        Map<TopicPartition, Long> ends = feeder.publish(feeder.prepare(ARTICLES, articles));
        if (plainFirst) {
            plain(from, ends);
        }
        enrich(ends);
        if (!plainFirst) {
            plain(from, ends);
        }
    }

    private void pipeline() {
        stand.store().empty();
        try (Enrich _ = stand.startEnrich();
                PostgresSink sink = stand.startSink()) {
            feeder.publish(feeder.prepare(ARTICLES, 1));
            Waiting.until("the pipeline to start", () -> stored(sink) == 1);
            var records = feeder.prepare(ARTICLES, articles);
            Speed speed =
                    Speed.live(
                            articles,
                            cpu,
                            () -> feeder.publish(records),
                            () -> stored(sink) == articles + 1);
            speeds.put(Step.PIPELINE, speed);
        }
    }

    private void plainLive() throws InterruptedException {
        var from = stand.offsets().ends(PlainLoop.INPUT);
        try (PlainLoop loop = PlainLoop.start(stand.kafka(), "bench-live-" + number, from)) {
            feeder.publish(feeder.prepare(PlainLoop.INPUT, 1));
            Waiting.until("the plain loop to start", () -> loop.copied() == 1);
            var records = feeder.prepare(PlainLoop.INPUT, articles);
            Speed speed =
                    Speed.live(
                            articles,
                            cpu,
                            () -> feeder.publish(records),
                            () -> loop.copied() == articles + 1);
            speeds.put(Step.PLAIN_LIVE, speed);
        }
    }

    private void plain(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends)
            throws InterruptedException {
        String group = "bench-backlog-" + number;
        try (PlainLoop loop = PlainLoop.start(stand.kafka(), group, from)) {
            Speed speed =
                    Speed.backlog(
                            articles,
                            cpu,
                            loop::read,
                            () -> stand.offsets().hasCommitted(group, ends));
            speeds.put(Step.PLAIN, speed);
        }
    }

    private void enrich(Map<TopicPartition, Long> ends) {
        String group = EnrichStreams.APPLICATION_ID;
        try (Enrich enrich = stand.startEnrich()) {
            Speed speed =
                    Speed.backlog(
                            articles,
                            cpu,
                            () -> enrich.counters().taggedCount(),
                            () -> stand.offsets().hasCommitted(group, ends));
            speeds.put(Step.ENRICH, speed);
        }
    }

    private void sink() {
        stand.store().empty();
        try (PostgresSink sink = stand.startSink()) {
            Speed speed =
                    Speed.backlog(
                            articles, cpu, () -> stored(sink), () -> stored(sink) == articles);
            speeds.put(Step.SINK, speed);
        }
    }

    private static long stored(PostgresSink sink) {
        return sink.health().counts().articlesStored();
    }
}
