package dev.tocsin.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.parse.Entry;
import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.parse.ParsedFeed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

class DemoWeekTest {
    private static final DemoWeek WEEK = DemoWeek.load();

    static List<DemoFeed> feeds() {
        return WEEK.feeds();
    }

    @Test
    void theWeekHasWhatItIsMeantToShow() {
        List<DemoEntry> entries = feeds().stream().flatMap(f -> f.entries().stream()).toList();

        assertThat(feeds()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(feeds().stream().map(DemoFeed::language).distinct().count())
                .isGreaterThanOrEqualTo(5);
        assertThat(feeds().stream().map(DemoFeed::format).distinct())
                .contains("rss2", "rss091", "rdf", "atom");
        assertThat(entries)
                .hasSizeGreaterThanOrEqualTo(150)
                .extracting(DemoEntry::id)
                .doesNotHaveDuplicates();
        assertThat(entries.stream().filter(e -> !e.edits().isEmpty()).count()).isGreaterThan(9);
        assertThat(WEEK.troubled())
                .extracting(DemoWeek.Troubled::kind)
                .contains("malformed", "dead");
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void itsDocumentsReadBackAsWritten(DemoFeed feed) throws Exception {
        byte[] document = DemoDocument.render(feed, WEEK.ends());

        ParsedFeed read =
                new FeedParser().parse(document, Optional.empty(), URI.create("http://localhost/"));

        assertThat(read.title()).isEqualTo(feed.title());
        assertThat(read.language()).contains(feed.language());
        assertThat(read.entries()).hasSameSizeAs(feed.entries());
        DemoEntry newest = feed.entries().getLast();
        Entry first = read.entries().getFirst();
        assertThat(first.title()).isEqualTo(newest.textAt(WEEK.ends()).title());
        assertThat(first.link()).contains(newest.link());
        assertThat(first.published()).contains(newest.at());
    }

    @Test
    void theWeekGoesOnWhereItWasAndEnds() {
        Instant began = Instant.parse("2026-01-01T00:00:00Z");
        Duration takes = Duration.ofSeconds(100);

        assertThat(clock(began, began, takes).now())
                .isEqualTo(WEEK.starts().plus(Duration.ofDays(2)));
        assertThat(clock(began.plusSeconds(50), began, takes).now())
                .isEqualTo(WEEK.ends().minus(Duration.ofHours(60)));
        assertThat(clock(began.plusSeconds(9_999), began, takes).now()).isEqualTo(WEEK.ends());
    }

    private static DemoClock clock(Instant now, Instant began, Duration takes) {
        return new DemoClock(
                Clock.fixed(now, ZoneOffset.UTC), began, WEEK.starts(), WEEK.ends(), takes);
    }
}
