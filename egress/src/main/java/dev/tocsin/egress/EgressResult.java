package dev.tocsin.egress;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What came of an exchange. The ordinary failures are values, not exceptions. */
public sealed interface EgressResult {
    /** From the call to the last byte, redirects included. */
    Duration took();

    /**
     * The peer answered, with whatever status.
     *
     * @param body after inflation; empty where the response has none. Not copied: treat as
     *     read-only
     * @param cutOff the body ends before the peer meant it to: the connection broke off
     * @param wireBytes of the body before inflation
     * @param finalUri where the answer came from, after redirects
     */
    record Response(
            int status,
            ResponseHeaders headers,
            byte[] body,
            boolean cutOff,
            long wireBytes,
            URI finalUri,
            List<Redirect> redirects,
            Duration took)
            implements EgressResult {
        public Response {
            redirects = List.copyOf(redirects);
        }
    }

    /** Nothing was sent to the address, because the policy does not open it. */
    record Refused(String text, Duration took) implements EgressResult {
        public EgressError error() {
            return EgressError.ADDRESS_REFUSED;
        }
    }

    /** No response; the text is one sentence for people. */
    record Failed(EgressError error, String text, Duration took) implements EgressResult {}
}
