package dev.tocsin.ingest.fetch;

import dev.tocsin.egress.EgressClient;
import dev.tocsin.egress.EgressError;
import dev.tocsin.egress.EgressResult;
import dev.tocsin.ingest.identity.StableId;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;

/** Fetches feeds politely. Safe for use by many threads. */
public final class FeedFetcher {
    private final Exchange exchange;
    private final Clock clock;

    /** How a request becomes a result: through the guard, and for whoever wants to look at it. */
    @FunctionalInterface
    public interface Exchange {
        EgressResult with(FetchRequest request);
    }

    public FeedFetcher(EgressClient client) {
        this(client, Clock.systemUTC());
    }

    /**
     * @param clock tells how far away dates in the answer are
     */
    public FeedFetcher(EgressClient client, Clock clock) {
        this(through(client), clock);
    }

    /** With an exchange that looks at what passes. */
    public FeedFetcher(Exchange exchange, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    /** The exchange that asks a client. */
    public static Exchange through(EgressClient client) {
        return request -> client.get(request.url(), request.headers());
    }

    /** One exchange; writes nothing. */
    public FetchOutcome fetch(FetchRequest request) {
        return switch (exchange.with(request)) {
            case EgressResult.Response response -> answered(response, request);
            case EgressResult.Refused refused ->
                    unanswered(refused.error(), refused.text(), refused.took());
            case EgressResult.Failed failed ->
                    unanswered(failed.error(), failed.text(), failed.took());
        };
    }

    private static FetchOutcome unanswered(EgressError error, String text, Duration took) {
        return new FetchOutcome.Failed(
                error.name(), text, FailureKind.of(error), OptionalInt.empty(), took);
    }

    private FetchOutcome answered(EgressResult.Response response, FetchRequest request) {
        return switch (response.status()) {
            case 200, 203, 226 -> fetched(response);
            case 304 -> request.conditional() ? notModified(response, request) : rejected(response);
            case 410 -> new FetchOutcome.Gone(response.took());
            case 429, 503 -> throttled(response);
            default -> rejected(response);
        };
    }

    private FetchOutcome fetched(EgressResult.Response response) {
        Validators validators = Validators.of(response);
        return new FetchOutcome.Fetched(
                response.body(),
                response.headers().first("Content-Type"),
                response.finalUri(),
                response.redirects(),
                validators.etag(),
                validators.lastModified(),
                StableId.ofBytes(response.body()),
                response.status(),
                Freshness.of(response.headers(), clock.instant()),
                Links.of(response.headers(), response.finalUri()),
                response.took());
    }

    private FetchOutcome notModified(EgressResult.Response response, FetchRequest request) {
        Validators validators = Validators.kept(response, request);
        return new FetchOutcome.NotModified(
                validators.etag(),
                validators.lastModified(),
                response.finalUri(),
                response.redirects(),
                Freshness.of(response.headers(), clock.instant()),
                Links.of(response.headers(), response.finalUri()),
                response.took());
    }

    private FetchOutcome throttled(EgressResult.Response response) {
        return new FetchOutcome.Throttled(
                response.status(),
                response.headers()
                        .first("Retry-After")
                        .flatMap(header -> RetryAfter.read(header, clock.instant())),
                response.took());
    }

    private static FetchOutcome rejected(EgressResult.Response response) {
        return new FetchOutcome.Failed(
                "HTTP_" + response.status(),
                Statuses.sentence(response),
                FailureKind.of(response.status()),
                OptionalInt.of(response.status()),
                response.took());
    }
}
