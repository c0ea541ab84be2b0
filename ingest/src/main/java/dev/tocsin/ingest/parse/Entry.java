package dev.tocsin.ingest.parse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the feed contained, untrusted: texts are plain and capped, but claims (dates, authors,
 * links) are the publisher's.
 *
 * @param guid as published
 * @param link absolute, http or https
 * @param claimedLink what the publisher gives as link, or as an id that is meant as one; may be a
 *     name such as {@code urn:uuid:...}, or relative where the document has no address
 * @param title plain text, empty where there is none
 * @param summary plain text, empty where there is none
 * @param body plain text of the full article, if the feed carried it
 * @param categories the publisher's labels
 * @param published as claimed, may lie in the future
 * @param language as declared on the entry
 */
public record Entry(
        Optional<String> guid,
        Optional<String> link,
        Optional<String> claimedLink,
        String title,
        String summary,
        Optional<String> body,
        List<String> authors,
        List<String> categories,
        Optional<Instant> published,
        Optional<Instant> updated,
        Optional<String> language) {
    public Entry {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
    }

    /** An entry that claims no other link. */
    public Entry(
            Optional<String> guid,
            Optional<String> link,
            String title,
            String summary,
            Optional<String> body,
            List<String> authors,
            List<String> categories,
            Optional<Instant> published,
            Optional<Instant> updated,
            Optional<String> language) {
        this(
                guid,
                link,
                link,
                title,
                summary,
                body,
                authors,
                categories,
                published,
                updated,
                language);
    }
}
