package dev.tocsin.bench.pipeline;

import dev.tocsin.bench.measure.Waiting;
import dev.tocsin.enrich.Enrich;
import dev.tocsin.enrich.topology.EnrichStreams;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.sink.postgres.PostgresSink;

import org.apache.kafka.common.TopicPartition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Milliseconds from before an article's transaction to its being visible, at a modest rate. */
final class LatencyRun {
    private static final int TICKS_PER_SECOND = 20;
    private static final String TO_STORIES =
            EnrichStreams.APPLICATION_ID + "-story-articles-repartition";

    private final Stand stand;
    private final Feeder feeder;
    private final int rate;
    private final int seconds;

    LatencyRun(Stand stand, Feeder feeder, int rate, int seconds) {
        this.stand = stand;
        this.feeder = feeder;
        this.rate = rate;
        this.seconds = seconds;
    }

    /** By the place where the articles become visible. */
    Map<String, List<Double>> run() throws InterruptedException {
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        pipeline(millis);
        plain(millis);
        return millis;
    }

    private void pipeline(Map<String, List<Double>> millis) throws InterruptedException {
        stand.store().empty();
        var from = stand.offsets().ends(KafkaTopics.TAGGED_ARTICLES.topicName());
        Map<String, Long> sentNanos = new ConcurrentHashMap<>();
        try (Enrich _ = stand.startEnrich();
                PostgresSink sink = stand.startSink();
                KafkaArrivals committed = new KafkaArrivals(stand.kafka(), from);
                Arrivals tagged = Arrivals.start(sentNanos, committed);
                Arrivals stored =
                        Arrivals.start(sentNanos, new StoreArrivals(stand.store(), sentNanos))) {
            String articles = KafkaTopics.ARTICLES.topicName();
            feeder.publish(feeder.prepare(articles, 1));
            Waiting.until(
                    "the pipeline to start", () -> sink.health().counts().articlesStored() == 1);
            Waiting.until("the stories of the steps before", this::areStoriesDone);
            int count = feed(articles, sentNanos);
            Waiting.until("tagged articles", () -> tagged.count() == count);
            Waiting.until("stored articles", () -> stored.count() == count);
            millis.put("pipeline: visible in PostgreSQL", stored.millis());
            millis.put("pipeline: tagged, visible in Kafka", tagged.millis());
        }
    }

    /** The last offset of a transaction is its end, which a reader need not have passed. */
    private boolean areStoriesDone() {
        Map<TopicPartition, Long> ends = stand.offsets().ends(TO_STORIES);
        ends.replaceAll((partition, end) -> end - 1);
        return stand.offsets().hasCommitted(EnrichStreams.APPLICATION_ID, ends);
    }

    private void plain(Map<String, List<Double>> millis) throws InterruptedException {
        var from = stand.offsets().ends(PlainLoop.OUTPUT);
        var input = stand.offsets().ends(PlainLoop.INPUT);
        Map<String, Long> sentNanos = new ConcurrentHashMap<>();
        try (PlainLoop loop = PlainLoop.start(stand.kafka(), "bench-latency", input);
                KafkaArrivals committed = new KafkaArrivals(stand.kafka(), from);
                Arrivals copied = Arrivals.start(sentNanos, committed)) {
            feeder.publish(feeder.prepare(PlainLoop.INPUT, 1));
            Waiting.until("the plain loop to start", () -> loop.copied() == 1);
            int count = feed(PlainLoop.INPUT, sentNanos);
            Waiting.until("copies", () -> copied.count() == count);
            millis.put("plain loop: copied, visible in Kafka", copied.millis());
        }
    }

    /** Keeps to the timetable: a late tick does not move those after it. */
    private int feed(String kafkaTopicName, Map<String, Long> sentNanos) {
        int ticks = seconds * TICKS_PER_SECOND;
        int batch = Math.max(1, rate / TICKS_PER_SECOND);
        var records = feeder.prepare(kafkaTopicName, ticks * batch);
        long startNanos = System.nanoTime();
        for (int tick = 0; tick < ticks; tick++) {
            long due = startNanos + tick * (1_000_000_000L / TICKS_PER_SECOND);
            LockSupport.parkNanos(due - System.nanoTime());
            var now = records.subList(tick * batch, (tick + 1) * batch);
            long sent = System.nanoTime();
            now.forEach(record -> sentNanos.put(record.key(), sent));
            feeder.publish(now);
        }
        return ticks * batch;
    }
}
