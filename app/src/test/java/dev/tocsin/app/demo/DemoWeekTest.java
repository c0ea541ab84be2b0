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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        DemoEdition first = DemoEdition.of(feed, Optional.empty()).next(WEEK.ends());
        byte[] document = DemoDocument.render(first);

        ParsedFeed read =
                new FeedParser().parse(document, Optional.empty(), URI.create("http://localhost/"));

        assertThat(read.title()).isEqualTo(feed.title());
        assertThat(read.language()).contains(feed.language());
        assertThat(read.entries()).hasSameSizeAs(feed.entries());
        DemoEntry newest = feed.entries().getLast();
        Entry top = read.entries().getFirst();
        assertThat(top.title()).isEqualTo(newest.text().title());
        assertThat(top.link()).contains(newest.link());
        assertThat(top.published()).contains(newest.at());
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void aReaderGetsEveryVersionOfEveryEntryHoweverLateItComes(DemoFeed feed) {
        List<DemoEdition> got = new ArrayList<>();
        DemoEdition next = DemoEdition.of(feed, Optional.empty()).next(WEEK.ends());
        while (got.isEmpty() || !next.equals(got.getLast())) {
            got.add(next);
            next = DemoEdition.of(feed, Optional.of(next.etag())).next(WEEK.ends());
        }

        for (DemoEntry entry : feed.entries()) {
            assertThat(
                            got.stream()
                                    .flatMap(edition -> edition.entries().stream())
                                    .filter(shown -> shown.entry().equals(entry))
                                    .map(DemoEdition.Shown::version)
                                    .distinct())
                    .as(entry.id())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(0, entry.edits().size()).boxed().toList());
        }
    }

    @Test
    void anEditIsShownWhenItsTimeHasComeAndNotBefore() {
        DemoFeed feed =
                feeds().stream()
                        .filter(each -> each.entries().stream().anyMatch(e -> !e.edits().isEmpty()))
                        .findFirst()
                        .orElseThrow();
        DemoEntry entry =
                feed.entries().stream().filter(e -> !e.edits().isEmpty()).findFirst().orElseThrow();
        Instant edited = entry.edits().getFirst().at();
        DemoEdition original = DemoEdition.of(feed, Optional.empty()).next(entry.at());

        assertThat(version(original.next(edited.minusSeconds(1)), entry)).isZero();
        assertThat(version(original.next(edited), entry)).isOne();
    }

    @Test
    void theLatestEditionHasEveryLastVersion() {
        for (DemoFeed feed : feeds()) {
            assertThat(DemoEdition.latest(feed, WEEK.ends()).versions())
                    .containsExactlyElementsOf(
                            feed.entries().stream().map(entry -> entry.edits().size()).toList());
        }
    }

    private static int version(DemoEdition edition, DemoEntry entry) {
        return edition.versions().get(edition.feed().entries().indexOf(entry));
    }

    @Test
    void whatTwoOutletsBringUnderOneLinkIsNeverEdited() {
        Map<String, List<DemoEntry>> byLink =
                feeds().stream()
                        .flatMap(feed -> feed.entries().stream())
                        .collect(Collectors.groupingBy(DemoEntry::link));

        assertThat(
                        byLink.values().stream()
                                .filter(sharing -> sharing.size() > 1)
                                .flatMap(List::stream)
                                .filter(entry -> !entry.edits().isEmpty()))
                .as("whose edits would count depends on who is polled first")
                .isEmpty();
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
