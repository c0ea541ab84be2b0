package dev.tocsin.app.command;

import dev.tocsin.egress.EgressClient;
import dev.tocsin.egress.EgressResult;
import dev.tocsin.ingest.discover.FeedFinder;
import dev.tocsin.ingest.discover.FoundFeed;
import dev.tocsin.ingest.discover.Robots;
import dev.tocsin.ingest.fetch.FeedFetcher;
import dev.tocsin.ingest.fetch.FetchOutcome;
import dev.tocsin.ingest.fetch.FetchRequest;
import dev.tocsin.ingest.parse.FeedFault;
import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.parse.ParsedFeed;
import dev.tocsin.ingest.parse.UnreadableFeedException;
import dev.tocsin.ingest.poll.FeedPoller;
import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.ingest.schedule.Cadence;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedState;

import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/** Polls a feed for the first time, publishes nothing, and remembers every step. */
final class FeedInspection {
    private final EgressClient egress;
    private final Cadence cadence;
    private final Duration pause;
    private final Clock clock;
    private final FeedParser parser = new FeedParser();

    /**
     * @param pause between two requests, where feeds of a page are looked for
     */
    FeedInspection(EgressClient egress, Cadence cadence, Duration pause, Clock clock) {
        this.egress = egress;
        this.cadence = cadence;
        this.pause = pause;
        this.clock = clock;
    }

    FeedReport of(Feed feed) throws InterruptedException {
        URI url = URI.create(feed.getUrl());
        List<FeedReport.Address> addresses = addresses(url);
        AtomicReference<EgressResult> seen = new AtomicReference<>();
        PollResult poll = poll(feed, seen);
        FeedCursor cursor = poll.cursor();
        EgressResult result = seen.get();
        Optional<EgressResult.Response> response = response(result);
        Optional<ParsedFeed> document = response.flatMap(this::document);
        String verdict = cursor.getLastError().orElse("OK");
        return new FeedReport(
                feed.getUrl(),
                verdict,
                cursor.getLastErrorText().orElse(document.map(ParsedFeed::title).orElse("")),
                document.map(ParsedFeed::format).orElse(null),
                document.map(d -> d.entries().size()).orElse(null),
                document.flatMap(FeedSteps::newest).orElse(null),
                result.took().toMillis() / 1000.0,
                addresses,
                response.map(FeedSteps::hops).orElse(List.of()),
                response.map(r -> FeedSteps.answer(r, outcome(r))).orElse(null),
                document.map(d -> FeedSteps.document(d, cursor.getHubUrl())).orElse(null),
                poll.events().stream().map(event -> event.getText()).toList(),
                verdict.equals(FeedFault.HTML.name()) ? candidates(url) : List.of(),
                cursor.getNextPollAt().orElse(null),
                cursor.getNextPollReason().orElse(null));
    }

    private List<FeedReport.Address> addresses(URI url) {
        try {
            return egress.addresses(url).stream()
                    .map(each ->
                            new FeedReport.Address(
                                    each.address().getHostAddress(), each.refusal().orElse(null)))
                    .toList();
        } catch (UnknownHostException _) {
            return List.of();
        }
    }

    private PollResult poll(Feed feed, AtomicReference<EgressResult> seen) {
        FeedFetcher.Exchange through = FeedFetcher.through(egress);
        FeedFetcher watched =
                new FeedFetcher(
                        request -> {
                            EgressResult result = through.with(request);
                            seen.set(result);
                            return result;
                        },
                        clock);
        FeedCursor first =
                FeedCursor.newBuilder()
                        .setFeedId(feed.getId())
                        .setState(FeedState.NEVER_POLLED)
                        .build();
        return new FeedPoller(watched, parser, cadence, clock, RandomGenerator.getDefault())
                .poll(feed, first);
    }

    private static Optional<EgressResult.Response> response(EgressResult result) {
        return result instanceof EgressResult.Response response
                ? Optional.of(response)
                : Optional.empty();
    }

    private FetchOutcome outcome(EgressResult.Response response) {
        return new FeedFetcher(_ -> response, clock).fetch(FetchRequest.of(response.finalUri()));
    }

    private Optional<ParsedFeed> document(EgressResult.Response response) {
        try {
            return outcome(response) instanceof FetchOutcome.Fetched fetched
                    ? Optional.of(
                            parser.parse(fetched.body(), fetched.contentType(), fetched.finalUri()))
                    : Optional.empty();
        } catch (UnreadableFeedException _) {
            return Optional.empty();
        }
    }

    private List<FoundFeed> candidates(URI page) throws InterruptedException {
        return new FeedFinder(
                        new FeedFetcher(egress, clock), parser, new Robots(egress, clock), pause)
                .find(page)
                .feeds();
    }
}
