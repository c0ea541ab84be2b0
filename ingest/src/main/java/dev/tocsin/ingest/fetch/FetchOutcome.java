package dev.tocsin.ingest.fetch;

import dev.tocsin.egress.EgressError;
import dev.tocsin.egress.Redirect;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What one exchange with a feed brought. */
public sealed interface FetchOutcome {
    /** From the request to the last byte, redirects included. */
    Duration took();

    /** The HTTP status, if there was an answer. */
    OptionalInt status();

    /**
     * A document.
     *
     * @param body not copied: treat as read-only
     * @param redirects in order; the status of each says whether it is meant for good (301, 308)
     * @param etag opaque, as received, to be sent with the next fetch; empty where the body broke
     *     off, so that the rest is asked for
     * @param lastModified likewise
     * @param bodyHash 32 hex digits; equal to the cursor's where the bytes have not changed
     */
    record Fetched(
            byte[] body,
            Optional<String> contentType,
            URI finalUri,
            List<Redirect> redirects,
            Optional<String> etag,
            Optional<String> lastModified,
            String bodyHash,
            int statusCode,
            Freshness freshness,
            Links links,
            Duration took)
            implements FetchOutcome {
        public Fetched {
            redirects = List.copyOf(redirects);
        }

        @Override
        public OptionalInt status() {
            return OptionalInt.of(statusCode);
        }
    }

    /**
     * The document is still the one that the validators name.
     *
     * @param etag the new validator, or the one that was sent where the answer has none
     * @param lastModified likewise
     */
    record NotModified(
            Optional<String> etag,
            Optional<String> lastModified,
            URI finalUri,
            List<Redirect> redirects,
            Freshness freshness,
            Links links,
            Duration took)
            implements FetchOutcome {
        @Override
        public OptionalInt status() {
            return OptionalInt.of(304);
        }
    }

    /**
     * The publisher asks us to come back later: 429 or 503.
     *
     * @param retryAfter from now, never negative; empty where the answer does not say
     */
    record Throttled(int statusCode, Optional<Duration> retryAfter, Duration took)
            implements FetchOutcome {
        @Override
        public OptionalInt status() {
            return OptionalInt.of(statusCode);
        }
    }

    /** The publisher has withdrawn the feed for good: 410. */
    record Gone(Duration took) implements FetchOutcome {
        @Override
        public OptionalInt status() {
            return OptionalInt.of(410);
        }
    }

    /**
     * No document.
     *
     * @param errorClass a stable name such as HTTP_404, TIMEOUT or UNKNOWN_HOST
     * @param text one sentence for people
     */
    record Failed(
            String errorClass, String text, FailureKind kind, OptionalInt status, Duration took)
            implements FetchOutcome {
        /** The address is none, so nothing was asked. */
        public static Failed badUrl(URISyntaxException e) {
            return new Failed(
                    EgressError.BAD_URL.name(),
                    "The feed's address is not a URL: " + e.getMessage(),
                    FailureKind.HARD,
                    OptionalInt.empty(),
                    Duration.ZERO);
        }
    }
}
