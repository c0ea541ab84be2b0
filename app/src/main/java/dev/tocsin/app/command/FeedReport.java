package dev.tocsin.app.command;

import dev.tocsin.ingest.discover.FoundFeed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What a poll of a feed would do, step by step; steps that were not reached are null or empty.
 *
 * @param verdict OK or an error class
 * @param text the verdict in words
 * @param newest date of an entry, as claimed
 * @param seconds from the request to the last byte
 * @param addresses of the host, as looked up before the poll
 * @param events what the poll would tell of
 * @param candidates feeds of the page, where the address is that of a page
 */
record FeedReport(
        String url,
        String verdict,
        String text,
        @Nullable String format,
        @Nullable Integer entries,
        @Nullable Instant newest,
        double seconds,
        List<Address> addresses,
        List<Hop> redirects,
        @Nullable Response response,
        @Nullable Document document,
        List<String> events,
        List<FoundFeed> candidates,
        @Nullable Instant nextPoll,
        @Nullable String nextPollReason) {

    /**
     * @param refusal why it may not be connected to; null where it may
     */
    record Address(String address, @Nullable String refusal) {}

    /**
     * @param effect what Tocsin does about it
     */
    record Hop(int status, String from, String to, boolean permanent, String effect) {}

    /**
     * @param freshSeconds how long the server calls its answer fresh
     * @param encoding of the body on the wire
     * @param cutOff the connection broke off within the body
     */
    record Response(
            int status,
            String url,
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable Long freshSeconds,
            @Nullable String encoding,
            long wireBytes,
            long bytes,
            boolean cutOff) {}

    /**
     * @param updateSeconds how long the feed itself asks to wait
     * @param cutOff it ends before its end, or was too long
     * @param latest the first entries
     */
    record Document(
            String title,
            String format,
            @Nullable String language,
            int entries,
            long entriesWithDate,
            @Nullable Instant newest,
            @Nullable Instant oldest,
            @Nullable Long updateSeconds,
            @Nullable String hub,
            boolean cutOff,
            List<Item> latest) {}

    /** An entry. */
    record Item(@Nullable Instant published, String title, @Nullable String link) {}

    boolean isFine() {
        return verdict.equals("OK");
    }
}
