package dev.tocsin.ingest.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which article an entry is. */
public final class ArticleIdentity {
    private static final Pattern SCHEME_AND_HOST =
            Pattern.compile("^https?://[^/?#]*", Pattern.CASE_INSENSITIVE);

    private ArticleIdentity() {}

    /**
     * The article id, 32 hex digits: of the canonical URL; without a usable URL, of the feed and
     * the guid without scheme and host; without that, of the feed, the title and the day.
     *
     * @param day any moment of the day of publication; days are counted in UTC
     */
    public static String of(
            String feedId,
            Optional<String> guid,
            Optional<String> link,
            String title,
            Optional<Instant> day) {
        return link.flatMap(CanonicalUrl::of)
                .map(url -> StableId.of("url", url))
                .or(() -> guid.flatMap(ArticleIdentity::local).map(g -> byGuid(feedId, g)))
                .orElseGet(() -> byTitle(feedId, title, day));
    }

    /** Whether an entry has anything that tells it from the other entries of its feed. */
    public static boolean isPossible(Optional<String> guid, Optional<String> link, String title) {
        return link.flatMap(CanonicalUrl::of).isPresent()
                || guid.flatMap(ArticleIdentity::local).isPresent()
                || !title.isBlank();
    }

    private static String byGuid(String feedId, String guid) {
        return StableId.of("guid", feedId, guid);
    }

    private static String byTitle(String feedId, String title, Optional<Instant> moment) {
        Optional<LocalDate> day = moment.map(m -> LocalDate.ofInstant(m, ZoneOffset.UTC));
        return StableId.of("title", feedId, title.strip(), day.map(LocalDate::toString).orElse(""));
    }

    private static Optional<String> local(String guid) {
        return Optional.of(SCHEME_AND_HOST.matcher(guid.strip()).replaceFirst(""))
                .filter(rest -> !rest.isEmpty() && !rest.equals("/"));
    }
}
