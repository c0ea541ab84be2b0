package dev.tocsin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Every measurement runs and prints both sides; figures are not judged here. */
class BenchTest {

    @Test
    void pipelinePrintsTheRealPartsAndThePlainLoop() {
        String printed =
                run(
                        "pipeline",
                        "--articles=300",
                        "--rounds=1",
                        "--warm-up=0",
                        "--rate=40",
                        "--seconds=1");

        assertThat(printed)
                .contains("pipeline: produce, enrich, PostgreSQL", "plain: produce")
                .contains("enrich alone", "plain loop alone", "sink alone")
                .containsPattern("end to end: \\d+\\.\\d+ of the plain loop's speed")
                .containsPattern("visible in PostgreSQL +40 +\\d+ +\\d+");
    }

    @Test
    void taggerPrintsTaggingAndTokenisingAlone() {
        String printed = run("tagger", "--documents=20", "--passes=1", "--rounds=1", "--warm-up=0");

        assertThat(printed)
                .contains("HEADLINE+SUMMARY", "ARTICLE")
                .containsPattern("tokenising alone +[\\d,]+ +[\\d.]+ +1\\.0")
                .containsPattern("language undeclared, and tagging +[\\d,]+ +[\\d.]+");
    }

    @Test
    void parsePrintsBothReadersAndTheScan() {
        String printed = run("parse", "--documents=1", "--passes=1", "--rounds=1", "--warm-up=0");

        assertThat(printed)
                .contains("RSS 2.0, headlines", "Atom 1.0, escaped HTML", "ALL TOGETHER")
                .containsPattern("Tocsin +[\\d.]+ +[\\d,]+ +[\\d,]+ +\\d+\\.\\d+")
                .containsPattern("plain ROME +[\\d.]+ +[\\d,]+ +[\\d,]+ +1\\.00")
                .contains("StAX scan");
    }

    @Test
    void deliveriesPrintBothSidesAndTheirRatio() {
        String printed =
                run("deliveries", "--deliveries=64", "--targets=2", "--rounds=1", "--warm-up=0");

        assertThat(printed)
                .containsPattern("bare HTTP client +[\\d,]+ +[\\d.]+")
                .containsPattern("delivery worker, with PostgreSQL +[\\d,]+ +[\\d.]+")
                .containsPattern("deliveries: \\d+\\.\\d+ of the bare client's speed");
    }

    @Test
    void latencyPrintsTheMaximumAndPercentilesAtHalfOfIt() {
        String printed =
                run(
                        "latency",
                        "--warm-up=10",
                        "--from-rate=20",
                        "--to-rate=20",
                        "--step-seconds=5",
                        "--seconds=5");

        assertThat(printed)
                .containsPattern("maximum: \\d+ articles/s")
                .containsPattern("ARTICLES/S +WEBHOOKS +MISSING +P50 MS +P90 MS +P99 MS");
    }

    @Test
    void fetchPrintsBothSidesAndTheirRatio() {
        String printed = run("fetch", "--fetches=40", "--rounds=1", "--warm-up=0");

        assertThat(printed)
                .containsPattern("bare HTTP client, 200 +[\\d,]+ +[\\d.]+")
                .containsPattern("FeedPoller, 304 +[\\d,]+ +[\\d.]+")
                .containsPattern("fetches: \\d+\\.\\d+ of the bare client's speed")
                .containsPattern("304 polls: \\d+\\.\\d+ times");
    }

    @Test
    void matcherPrintsLuceneMonitorGrowthAndSwaps() {
        String printed =
                run(
                        "matcher",
                        "--topics=40",
                        "--documents=10",
                        "--rounds=1",
                        "--warm-up=0",
                        "--growth=2",
                        "--swaps=2");

        assertThat(printed)
                .containsPattern("Lucene Monitor, presearched +[\\d,]+ +[\\d.]+")
                .containsPattern("matching: [\\d.]+ times tokenising alone")
                .containsPattern("to the power of -?[\\d.]+")
                .containsPattern("without swaps +[\\d,]+ +[\\d.]+ +[\\d.]+ +[\\d.]+")
                .containsPattern("2 swaps of 40 topics +[\\d,]+ +[\\d.]+ +[\\d.]+ +[\\d.]+");
    }

    @Test
    void streamsPrintsTheTaggerBesideTheIdentity() {
        String printed = run("streams", "--articles=3000", "--rounds=1", "--warm-up=0");

        assertThat(printed)
                .containsPattern("identity: bytes +[\\d,]+")
                .containsPattern("identity: records +[\\d,]+")
                .containsPattern("tagger +[\\d,]+")
                .containsPattern("tagger, stories and alerts +[\\d,]+")
                .containsPattern("tagger / identity: records: [\\d.]+ of its speed");
    }

    @Test
    void storiesPrintsEveryWindowBesideTokenisingAndTheGrowth() {
        String printed = run("stories", "--windows=50,200", "--documents=40", "--rounds=1");

        assertThat(printed)
                .containsPattern("tokenising alone +- +[\\d.]+ +[\\d,]+ +1\\.0")
                .containsPattern("copies +50 +[\\d.]+")
                .containsPattern("stories, copies included +200 +[\\d.]+")
                .containsPattern(
                        "stories, copies included: cost grows .* power of -?\\d+\\.\\d\\d");
    }

    @Test
    void pollingPrintsHowLatePollsAreWithAndWithoutDeadFeeds() {
        String printed =
                run("polling", "--feeds=400", "--interval=60", "--seconds=3", "--rounds=1");

        assertThat(printed)
                .containsPattern("all alive +[1-9][\\d.]* +0\\.0 +[\\d.]+ +[\\d.]+")
                .containsPattern("20 % dead +[1-9][\\d.]* +[\\d.]+")
                .containsPattern("the others' p99 is [\\d.]+ times");
    }

    private static String run(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(Bench.execute(arguments)).isZero();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
