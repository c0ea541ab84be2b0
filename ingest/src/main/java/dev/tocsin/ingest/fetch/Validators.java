package dev.tocsin.ingest.fetch;

import dev.tocsin.egress.EgressResult;

import java.util.Optional;

/**
 * What a server wants to be shown the next time (RFC 9110, 8.8): opaque, weak, unquoted or no date
 * at all, and given back as it came.
 */
record Validators(Optional<String> etag, Optional<String> lastModified) {
    private static final Validators NONE = new Validators(Optional.empty(), Optional.empty());
    private static final int LONGEST = 2_000;

    /**
     * Those of a document. One that was cut off has none, or else its missing entries would be
     * called known the next time.
     */
    static Validators of(EgressResult.Response response) {
        return response.cutOff() ? NONE : received(response);
    }

    /**
     * Those of an answer without a document; what it leaves out stays as it was (RFC 9111, 4.3.4).
     */
    static Validators kept(EgressResult.Response response, FetchRequest request) {
        Validators received = received(response);
        return new Validators(
                received.etag.or(request::etag), received.lastModified.or(request::lastModified));
    }

    private static Validators received(EgressResult.Response response) {
        return new Validators(
                response.headers().first("ETag").filter(Validators::isSafe),
                response.headers().first("Last-Modified").filter(Validators::isSafe));
    }

    /** Whether it can be sent as a header without breaking the request, or being refused for it. */
    static boolean isSafe(String value) {
        return !value.isBlank()
                && value.length() <= LONGEST
                && value.chars().allMatch(c -> c >= ' ' && c < 256 && c != 127);
    }
}
