package dev.tocsin.console.api.story;

import dev.tocsin.console.api.BadRequestException;
import dev.tocsin.console.api.RequestBody;
import dev.tocsin.console.api.TopicNames;
import dev.tocsin.schemas.Correction;
import dev.tocsin.schemas.CorrectionKind;

import org.jdbi.v3.core.Handle;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Makes records of what people decide, after a look at what is stored. The stream looks again: it
 * may know more than is stored, and refuses what has become impossible.
 */
final class Corrections {
    static final String[] FIELDS = {
        "kind", "story", "into", "articles", "topic", "by", "reason",
    };
    private static final List<CorrectionKind> KINDS =
            List.of(
                    CorrectionKind.MERGE,
                    CorrectionKind.SPLIT,
                    CorrectionKind.RETAG,
                    CorrectionKind.UNTAG);

    private final TopicNames names;
    private final Clock clock;

    Corrections(TopicNames names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    Correction read(Handle handle, RequestBody body) {
        body.require("kind");
        StoredPlaces places = new StoredPlaces(handle, body);
        CorrectionKind kind = body.choice("kind", CorrectionKind.UNKNOWN, KINDS);
        return switch (kind) {
            case MERGE -> merge(body, places);
            case SPLIT -> split(body, places);
            case RETAG, UNTAG -> tags(kind, body, places);
            case UNKNOWN -> throw body.bad("kind", "is none of " + KINDS + ".");
        };
    }

    private Correction merge(RequestBody body, StoredPlaces places) {
        only(body, "articles", "topic");
        StoredPlaces.Story story = places.story("story");
        StoredPlaces.Story into = places.story("into");
        if (story.id().equals(into.id())) {
            throw body.bad("into", "is the same story.");
        }
        if (!story.key().equals(into.key())) {
            throw body.bad(
                    "into",
                    "is looked for apart from the story (%s there, %s here), so they cannot be one."
                            .formatted(into.key(), story.key()));
        }
        return begun(CorrectionKind.MERGE, body, story.key())
                .setStoryId(story.id())
                .setIntoStoryId(into.id())
                .build();
    }

    private Correction split(RequestBody body, StoredPlaces places) {
        only(body, "into", "topic");
        StoredPlaces.Story story = places.story("story");
        Map<String, StoredPlaces.Article> articles = places.articles("articles");
        articles.forEach((id, article) -> {
            if (!story.id().equals(article.storyId())) {
                throw body.bad(
                        "articles",
                        RequestBody.shown(id) + " is not in the story " + story.id() + ".");
            }
        });
        if (articles.size() >= story.articles()) {
            throw body.bad("articles", "are all of the story; a split leaves some on either side.");
        }
        return begun(CorrectionKind.SPLIT, body, story.key())
                .setStoryId(story.id())
                .setArticleIds(List.copyOf(articles.keySet()))
                .build();
    }

    private Correction tags(CorrectionKind kind, RequestBody body, StoredPlaces places) {
        only(body, "story", "into");
        String slug = body.require("topic");
        if (!names.knows(slug)) {
            throw body.bad(
                    "topic",
                    "%s is none of the conflict topics: %s."
                            .formatted(RequestBody.shown(slug), String.join(", ", names.slugs())));
        }
        Map<String, StoredPlaces.Article> articles = places.articles("articles");
        TreeSet<String> keys = new TreeSet<>();
        articles.forEach((id, article) -> keys.add(article.keyOr(id)));
        if (keys.size() > 1) {
            throw body.bad(
                    "articles",
                    "belong to stories that are looked for apart; send one request each.");
        }
        return begun(kind, body, keys.getFirst())
                .setArticleIds(List.copyOf(articles.keySet()))
                .setConflictTopic(slug)
                .build();
    }

    /** A field that says nothing here was meant to say something. */
    private static void only(RequestBody body, String... foreign) {
        for (String field : foreign) {
            if (body.has(field)) {
                throw new BadRequestException(
                        field, field + " means nothing for a " + body.text("kind") + ".");
            }
        }
    }

    private Correction.Builder begun(CorrectionKind kind, RequestBody body, String storyKey) {
        return Correction.newBuilder()
                .setId(UUID.randomUUID().toString())
                .setStoryKey(storyKey)
                .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .setBy(body.text("by"))
                .setReason(body.text("reason"))
                .setKind(kind);
    }
}
