package dev.tocsin.app.command;

import dev.tocsin.app.output.Json;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.story.StoryInput;
import dev.tocsin.enrich.story.StoryInputs;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.Occurrence;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A line that the story engine reads: an article, or what a person has decided. */
final class StoryLine {
    private static final List<String> CORRECTIONS = List.of("merge", "split", "retag", "untag");

    private final ArticleEnricher enricher;
    private final Clock clock;

    /**
     * @param clock nothing is newer than its time
     */
    StoryLine(ArticleEnricher enricher, Clock clock) {
        this.enricher = enricher;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException if it is neither, or something is missing
     */
    StoryInput read(String line) {
        JsonNode json = Json.read(line);
        if (!json.isObject()) {
            throw new IllegalArgumentException("expected a JSON object");
        }
        return json.has("correction") ? correction(json) : article(json);
    }

    private static StoryInput correction(JsonNode json) {
        String kind = required(json, "correction");
        return switch (kind) {
            case "merge" -> new StoryInput.Merge(required(json, "story"), required(json, "into"));
            case "split" -> new StoryInput.Split(required(json, "story"), names(json, "articles"));
            case "retag" ->
                    new StoryInput.Retag(required(json, "article"), required(json, "topic"));
            case "untag" ->
                    new StoryInput.Untag(required(json, "article"), required(json, "topic"));
            default ->
                    throw new IllegalArgumentException(
                            "correction \"" + kind + "\": expected one of " + CORRECTIONS);
        };
    }

    StoryInput.Arrived article(JsonNode json) {
        String source = text(json, "source").orElse("");
        Instant now = clock.instant();
        Instant at =
                text(json, "published")
                        .or(() -> text(json, "date"))
                        .map(StoryLine::time)
                        .orElse(now);
        Article article =
                Article.newBuilder()
                        .setId(required(json, "id"))
                        .setContentHash("")
                        .setFeedId(source)
                        .setFeedTitle(source)
                        .setPublisher(text(json, "publisher").orElseGet(() -> publisher(source)))
                        .setTitle(text(json, "title").orElse(""))
                        .setSummary(text(json, "summary").orElse(""))
                        .setBody(text(json, "body").orElse(null))
                        .setDeclaredLanguage(text(json, "lang").orElse(null))
                        .setObservedAt(at.isBefore(now) ? at : now)
                        .build();
        return StoryInputs.of(
                enricher.enrich(article, Occurrence.FIRST, 1),
                new TreeSet<>(names(json, "features")));
    }

    /** Of "daily-world" and "daily-sport" it is "daily". */
    private static String publisher(String source) {
        int hyphen = source.indexOf('-');
        return hyphen <= 0 ? source : source.substring(0, hyphen);
    }

    private static String required(JsonNode json, String field) {
        return text(json, field)
                .orElseThrow(() -> new IllegalArgumentException("no \"" + field + "\""));
    }

    private static Optional<String> text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        boolean present = value.isString() || value.isNumber();
        return Optional.of(present ? value.asString() : "").filter(text -> !text.isEmpty());
    }

    private static List<String> names(JsonNode json, String field) {
        return json.path(field).valueStream().map(JsonNode::asString).toList();
    }

    /** A day, a minute of it or an instant; without a zone it is UTC. */
    private static Instant time(String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "date \"" + text + "\": expected 2025-05-21 or 2025-05-21T12:00:00Z", e);
        }
    }
}
