package dev.tocsin.ingest.parse;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A feed document that was understood.
 *
 * @param format such as {@code rss_2.0}, {@code atom_1.0}, {@code json_1.1}, {@code sitemap_0.9}
 * @param title plain text, empty where there is none
 * @param link of the publisher's page, absolute; empty where there is none
 * @param claimedLink what the publisher gives as link or, without one, as id; may be a name such as
 *     {@code tag:...}, or relative where the document has no address
 * @param language as declared for the whole document
 * @param updateInterval how long the publisher asks to wait between polls
 * @param skipHours hours of the day, 0 to 23 in GMT, in which the publisher asks not to be polled
 * @param skipDays days in GMT on which the publisher asks not to be polled
 * @param hub where WebSub subscriptions to this feed go, absolute
 * @param self the feed's own address as it gives it, absolute
 * @param truncated the document was cut off, or had more entries than are read, or is so broken
 *     that no entry is left
 * @param entries in document order
 */
public record ParsedFeed(
        String format,
        String title,
        String link,
        Optional<String> claimedLink,
        Optional<String> language,
        Optional<Duration> updateInterval,
        Set<Integer> skipHours,
        Set<DayOfWeek> skipDays,
        Optional<String> hub,
        Optional<String> self,
        boolean truncated,
        List<Entry> entries) {
    public ParsedFeed {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
        entries = List.copyOf(entries);
    }

    /** Whether nothing is left of a document that was cut off or broken. */
    public boolean isRuin() {
        return truncated && entries.isEmpty();
    }

    /** A feed that claims no other link. */
    public ParsedFeed(
            String format,
            String title,
            String link,
            Optional<String> language,
            Optional<Duration> updateInterval,
            Set<Integer> skipHours,
            Set<DayOfWeek> skipDays,
            Optional<String> hub,
            Optional<String> self,
            boolean truncated,
            List<Entry> entries) {
        this(
                format,
                title,
                link,
                Optional.of(link).filter(text -> !text.isEmpty()),
                language,
                updateInterval,
                skipHours,
                skipDays,
                hub,
                self,
                truncated,
                entries);
    }
}
