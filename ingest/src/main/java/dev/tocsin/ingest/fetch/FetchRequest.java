package dev.tocsin.ingest.fetch;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of a feed's server.
 *
 * @param etag opaque, as the server gave it
 * @param lastModified opaque, as the server gave it
 * @param unconditional the validators are not sent, so that a document has to come
 */
public record FetchRequest(
        URI url, Optional<String> etag, Optional<String> lastModified, boolean unconditional) {
    private static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9,"
                    + " application/feed+json;q=0.9, application/xml;q=0.8, text/xml;q=0.8,"
                    + " application/json;q=0.7, */*;q=0.1";

    /** For a document, whatever was known before. */
    public static FetchRequest of(URI url) {
        return new FetchRequest(url, Optional.empty(), Optional.empty(), true);
    }

    /** Whether the server may answer that nothing has changed. */
    boolean conditional() {
        return sentEtag().isPresent() || sentLastModified().isPresent();
    }

    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", ACCEPT);
        sentEtag().ifPresent(value -> headers.put("If-None-Match", value));
        sentLastModified().ifPresent(value -> headers.put("If-Modified-Since", value));
        return headers;
    }

    private Optional<String> sentEtag() {
        return unconditional ? Optional.empty() : etag.filter(Validators::isSafe);
    }

    private Optional<String> sentLastModified() {
        return unconditional ? Optional.empty() : lastModified.filter(Validators::isSafe);
    }
}
