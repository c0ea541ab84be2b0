package dev.tocsin.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.AlertDelivery;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.VolumeCondition;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class RateReplayTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final AlertRule LOUD =
            rule(AlertKind.VOLUME).setVolume(new VolumeCondition(1, 4.0, 5)).build();
    private static final AlertRule SILENT = rule(AlertKind.FEED_SILENCE).build();

    @TempDir private static Path folder;
    private static RateStore store;

    @BeforeAll
    static void start() {
        store = RateStore.start(folder.resolve("postgres"));
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        store.empty();
    }

    private static AlertRule.Builder rule(AlertKind kind) {
        return AlertRule.newBuilder()
                .setId("rate")
                .setName("Rate")
                .setVersion("v1")
                .setKind(kind)
                .setDelivery(AlertDelivery.newBuilder().build());
    }

    private static RateReplay replay(AlertRule rule) {
        return RateReplay.of(
                rule,
                store.dataSource(),
                NOON.minus(Duration.ofHours(6)),
                NOON.plus(Duration.ofHours(6)));
    }

    @Test
    void a_burst_is_told_with_its_figures_and_its_end() throws Exception {
        store.usual(NOON, 4);
        store.articles(NOON, 12, Duration.ZERO);
        RateReplay replay = replay(LOUD);
        RateReplay.Firing burst = replay.firings().getFirst();
        assertThat(replay.firings()).hasSize(1);
        assertThat(burst.figures())
                .contains(new RateReplay.Figures(12, 2, Math.sqrt(2), 10 / Math.sqrt(2), 4));
        assertThat(burst.raised().getRaisedAt()).isEqualTo(NOON);
        assertThat(burst.last().getEndedAt()).contains(NOON.plus(Duration.ofMinutes(45)));
        assertThat(replay.windowsUnknown()).isZero();
        assertThat(replay.windowsUnusual()).isEqualTo(4);
    }

    @Test
    void what_was_read_later_was_not_known_then() throws Exception {
        store.usual(NOON, 4);
        store.articles(NOON, 12, Duration.ofMinutes(30));
        assertThat(replay(LOUD).firings())
                .singleElement()
                .satisfies(burst ->
                        assertThat(burst.raised().getRaisedAt())
                                .isEqualTo(NOON.plus(Duration.ofMinutes(30))));
    }

    @Test
    void a_history_that_is_too_short_is_counted_and_nothing_is_told() throws Exception {
        store.usual(NOON, 2);
        store.articles(NOON, 12, Duration.ZERO);
        RateReplay replay = replay(LOUD);
        assertThat(replay.firings()).isEmpty();
        assertThat(replay.windows()).isEqualTo(4).isEqualTo(replay.windowsUnknown());
        assertThat(replay.judgedFrom()).isEmpty();
    }

    @Test
    void silences_of_that_time_are_told_with_their_end_whatever_was_told_before() throws Exception {
        store.execute(
                "insert into feed (id, url, title, folders, enabled, listed)"
                        + " values ('f1', 'https://a.example/rss', 'Herald', '{}', true, true)");
        List<String> events =
                List.of(
                        "1, 'f1', 'u', 't', timestamptz '%s' - interval '7 hours', 'GONE_QUIET', 'Old.'",
                        "2, 'f1', 'u', 't', timestamptz '%s' - interval '3 hours', 'SPEAKS_AGAIN', 'Back.'",
                        "3, 'f1', 'u', 't', timestamptz '%s', 'GONE_QUIET', 'Quiet.'",
                        "4, 'f1', 'u', 't', timestamptz '%s' + interval '2 hours', 'SPEAKS_AGAIN', 'Back.'");
        for (String event : events) {
            store.execute(
                    "insert into feed_event values ('c', 0, %s)".formatted(event.formatted(NOON)));
        }
        assertThat(replay(SILENT).firings())
                .singleElement()
                .satisfies(silence -> {
                    assertThat(silence.raised().getRaisedAt()).isEqualTo(NOON);
                    assertThat(silence.raised().getTitle()).isEqualTo("Herald has gone quiet");
                    assertThat(silence.last().getEndedAt())
                            .contains(NOON.plus(Duration.ofHours(2)));
                });
    }

    @Test
    void long_windows_are_looked_at_when_the_stream_would_look() {
        AlertRule week = rule(AlertKind.VOLUME).setVolume(new VolumeCondition(168, 4.0, 5)).build();
        assertThat(replay(week).step()).isEqualTo(Duration.ofMinutes(28));
        assertThat(replay(LOUD).step()).isEqualTo(Duration.ofMinutes(15));
    }
}
