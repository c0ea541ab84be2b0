package dev.tocsin.ingest.poll;

import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.DeadLetter;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedEvent;

import java.util.List;

/**
 * What a poll found, ready for one transaction: the articles that are new or changed, the entries
 * that could not be made articles, and the cursor that accounts for both.
 */
public record PollResult(
        Feed feed,
        FeedCursor cursor,
        List<Article> articles,
        List<DeadLetter> deadLetters,
        List<FeedEvent> events) {

    public PollResult {
        articles = List.copyOf(articles);
        deadLetters = List.copyOf(deadLetters);
        events = List.copyOf(events);
    }

    /** The same with another cursor. */
    public PollResult with(FeedCursor other) {
        return new PollResult(feed, other, articles, deadLetters, events);
    }
}
