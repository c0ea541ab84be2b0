package dev.tocsin.ingest.poll;

import dev.tocsin.egress.Redirect;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedEventKind;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Permanent redirects (301 and 308, RFC 9110). One alone is not believed: captive portals and
 * misconfigured servers send them too. A feed moves once ten healthy answers in a row, or those of
 * seven days, pointed to the same place; from http to https of the same address at once. It moves
 * back to the address on the list if the new one turns out to be dead.
 */
final class Moves {
    private static final Set<Integer> PERMANENT = Set.of(301, 308);
    private static final int ANSWERS = 10;
    private static final Duration PATIENCE = Duration.ofDays(7);
    private static final int DEAD_END = 3;

    private Moves() {}

    /** Where the feed is polled. */
    static String address(Feed feed, FeedCursor cursor) {
        return cursor.getMovedTo().orElse(feed.getUrl());
    }

    /** Where the permanent redirects that an exchange began with lead; empty without any. */
    static Optional<URI> target(List<Redirect> redirects) {
        Optional<URI> target = Optional.empty();
        for (Redirect redirect : redirects) {
            if (!PERMANENT.contains(redirect.status())) {
                break;
            }
            target = Optional.of(redirect.to());
        }
        return target;
    }

    /** Takes the redirects of a healthy answer in. */
    static void follow(
            FeedCursor before,
            List<Redirect> redirects,
            FeedCursor.Builder next,
            Happenings happenings,
            Instant now) {
        Optional<URI> target = target(redirects);
        if (target.isEmpty()) {
            forget(next);
        } else if (isUpgrade(redirects.getFirst().from(), target.get())) {
            move(target.get(), "https is served there now", next, happenings);
        } else {
            weigh(before, target.get(), next, happenings, now);
        }
    }

    private static void weigh(
            FeedCursor before,
            URI target,
            FeedCursor.Builder next,
            Happenings happenings,
            Instant now) {
        boolean isSame = before.getMoveTarget().equals(Optional.of(target.toString()));
        int answers = isSame ? before.getMoveAnswers() + 1 : 1;
        Instant since = isSame ? before.getMoveSince().orElse(now) : now;
        Duration age = Duration.between(since, now);
        if (answers >= ANSWERS || (isSame && age.compareTo(PATIENCE) >= 0)) {
            String why = "%d permanent redirects in %d days".formatted(answers, age.toDays());
            move(target, why, next, happenings);
        } else {
            next.setMoveTarget(target.toString()).setMoveSince(since).setMoveAnswers(answers);
        }
    }

    private static void move(
            URI target, String why, FeedCursor.Builder next, Happenings happenings) {
        next.setMovedTo(target.toString());
        forget(next);
        happenings.add(FeedEventKind.MOVED, "Polled at %s from now on: %s.".formatted(target, why));
    }

    private static void forget(FeedCursor.Builder next) {
        next.setMoveTarget(null).setMoveSince(null).setMoveAnswers(0);
    }

    /**
     * Goes back to the listed address after three failures in a row at the new one.
     *
     * @param failures in a row, this one included
     */
    static void reconsider(
            FeedCursor before, int failures, FeedCursor.Builder next, Happenings happenings) {
        if (before.getMovedTo().isPresent() && failures % DEAD_END == 0) {
            next.setMovedTo(null).setEtag(null).setLastModified(null);
            happenings.add(
                    FeedEventKind.MOVE_UNDONE,
                    "%s fails; polled at the listed address again."
                            .formatted(before.getMovedTo().get()));
        }
    }

    private static boolean isUpgrade(URI from, URI to) {
        return "http".equalsIgnoreCase(from.getScheme())
                && "https".equalsIgnoreCase(to.getScheme())
                && Objects.equals(lower(from.getHost()), lower(to.getHost()))
                && Objects.equals(from.getRawPath(), to.getRawPath())
                && Objects.equals(from.getRawQuery(), to.getRawQuery());
    }

    private static Optional<String> lower(@Nullable String host) {
        return Optional.ofNullable(host).map(name -> name.toLowerCase(Locale.ROOT));
    }
}
