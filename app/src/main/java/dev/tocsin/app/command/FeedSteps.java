package dev.tocsin.app.command;

import dev.tocsin.egress.EgressResult;
import dev.tocsin.egress.Redirect;
import dev.tocsin.ingest.fetch.FetchOutcome;
import dev.tocsin.ingest.fetch.Freshness;
import dev.tocsin.ingest.parse.Entry;
import dev.tocsin.ingest.parse.ParsedFeed;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The steps of a poll as a report has them. */
final class FeedSteps {
    private static final Set<Integer> PERMANENT = Set.of(301, 308);
    private static final int LATEST = 5;

    private FeedSteps() {}

    static List<FeedReport.Hop> hops(EgressResult.Response response) {
        return response.redirects().stream().map(FeedSteps::hop).toList();
    }

    private static FeedReport.Hop hop(Redirect redirect) {
        boolean permanent = PERMANENT.contains(redirect.status());
        return new FeedReport.Hop(
                redirect.status(),
                redirect.from().toString(),
                redirect.to().toString(),
                permanent,
                permanent
                        ? "followed; the feed moves there once 10 answers or 7 days agree,"
                                + " from http to https of the same address at once"
                        : "followed this time; the address on the list stays");
    }

    static FeedReport.Response answer(EgressResult.Response response, FetchOutcome outcome) {
        return new FeedReport.Response(
                response.status(),
                response.finalUri().toString(),
                response.headers().first("Content-Type").orElse(null),
                response.headers().first("ETag").orElse(null),
                response.headers().first("Last-Modified").orElse(null),
                freshness(outcome).flatMap(Freshness::maxAge).map(Duration::toSeconds).orElse(null),
                response.headers().first("Content-Encoding").orElse(null),
                response.wireBytes(),
                response.body().length,
                response.cutOff());
    }

    private static Optional<Freshness> freshness(FetchOutcome outcome) {
        return switch (outcome) {
            case FetchOutcome.Fetched fetched -> Optional.of(fetched.freshness());
            case FetchOutcome.NotModified same -> Optional.of(same.freshness());
            case FetchOutcome.Throttled _, FetchOutcome.Gone _, FetchOutcome.Failed _ ->
                    Optional.empty();
        };
    }

    static FeedReport.Document document(ParsedFeed feed, Optional<String> hub) {
        return new FeedReport.Document(
                feed.title(),
                feed.format(),
                feed.language().orElse(null),
                feed.entries().size(),
                dates(feed).count(),
                newest(feed).orElse(null),
                dates(feed).min(Comparator.naturalOrder()).orElse(null),
                feed.updateInterval().map(Duration::toSeconds).orElse(null),
                hub.orElse(null),
                feed.truncated(),
                feed.entries().stream().limit(LATEST).map(FeedSteps::item).toList());
    }

    static Optional<Instant> newest(ParsedFeed feed) {
        return dates(feed).max(Comparator.naturalOrder());
    }

    private static Stream<Instant> dates(ParsedFeed feed) {
        return feed.entries().stream().map(Entry::published).flatMap(Optional::stream);
    }

    private static FeedReport.Item item(Entry entry) {
        return new FeedReport.Item(
                entry.published().orElse(null), entry.title(), entry.link().orElse(null));
    }
}
