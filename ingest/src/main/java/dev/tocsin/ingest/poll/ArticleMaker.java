package dev.tocsin.ingest.poll;

import dev.tocsin.ingest.identity.ArticleIdentity;
import dev.tocsin.ingest.identity.CanonicalUrl;
import dev.tocsin.ingest.identity.ContentHash;
import dev.tocsin.ingest.parse.Entry;
import dev.tocsin.ingest.parse.ParsedFeed;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.DeadLetter;
import dev.tocsin.schemas.Feed;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Makes entries of one document ours. */
final class ArticleMaker {
    /** In bytes; Kafka's default for a record is 1 MiB, framing and the other fields included. */
    static final int LARGEST = 900_000;

    private final Feed feed;
    private final ParsedFeed document;
    private final Instant now;

    ArticleMaker(Feed feed, ParsedFeed document, Instant now) {
        this.feed = feed;
        this.document = document;
        this.now = now;
    }

    boolean isUnidentifiable(Entry entry) {
        return !ArticleIdentity.isPossible(entry.guid(), entry.link(), entry.title());
    }

    DeadLetter unidentifiable(Entry entry) {
        return deadLetter(
                        "UNIDENTIFIABLE_ENTRY",
                        "an entry without article URL, guid and title cannot be told from others")
                .setOriginalValue(bytes(entry.summary()))
                .build();
    }

    boolean isTooLarge(Article article) {
        return ArticleSize.of(article) > LARGEST;
    }

    /** Without the text, which would be too large for the dead letters as well. */
    DeadLetter tooLarge(Article article) {
        return deadLetter(
                        "ARTICLE_TOO_LARGE",
                        "%d bytes of text and links do not fit into a Kafka record; the most is %d"
                                .formatted(ArticleSize.of(article), LARGEST))
                .setOriginalKey(bytes(article.getId()))
                .setOriginalValue(bytes(article.getTitle()))
                .build();
    }

    private DeadLetter.Builder deadLetter(String errorClass, String text) {
        return DeadLetter.newBuilder()
                .setStage("ingest")
                .setSource(feed.getUrl())
                .setErrorClass(errorClass)
                .setErrorText(text)
                .setAt(now);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    Article article(Entry entry) {
        String id =
                ArticleIdentity.of(
                        feed.getId(), entry.guid(), entry.link(), entry.title(), entry.published());
        return Article.newBuilder()
                .setId(id)
                .setContentHash(ContentHash.of(entry.title(), entry.summary(), entry.body()))
                .setFeedId(feed.getId())
                .setFeedTitle(feed.getTitle())
                .setPublisher(feed.getPublisher().orElse(null))
                .setSourceClass(feed.getSourceClass().orElse(null))
                .setGuid(entry.guid().orElse(null))
                .setUrl(entry.link().orElse(null))
                .setCanonicalUrl(entry.link().flatMap(CanonicalUrl::of).orElse(null))
                .setTitle(entry.title())
                .setSummary(entry.summary())
                .setBody(entry.body().orElse(null))
                .setAuthors(entry.authors())
                .setCategories(entry.categories())
                .setDeclaredLanguage(declaredLanguage(entry))
                .setPublishedAt(entry.published().orElse(null))
                .setUpdatedAt(entry.updated().orElse(null))
                .setObservedAt(now)
                .build();
    }

    private @Nullable String declaredLanguage(Entry entry) {
        return entry.language().or(document::language).or(feed::getLanguage).orElse(null);
    }
}
