package dev.tocsin.app.command;

import dev.tocsin.schemas.Article;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * An article from outside, to be tagged.
 *
 * @param id as given, any JSON value
 */
record ArticleJson(Object id, Article article) {

    /**
     * @throws IllegalArgumentException if it is no object or its date cannot be read
     */
    static ArticleJson ofJson(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("expected a JSON object");
        }
        Article.Builder article =
                blank(text(json, "title").orElse(""), text(json, "body").orElse(null))
                        .setSummary(text(json, "summary").orElse(""))
                        .setDeclaredLanguage(text(json, "lang").orElse(null));
        text(json, "date").map(ArticleJson::date).ifPresent(article::setObservedAt);
        return new ArticleJson(json.path("id"), article.build());
    }

    static ArticleJson ofText(String name, String title, String body) {
        return new ArticleJson(name, blank(title, body).build());
    }

    /** An article of now with nothing but a title and a body. */
    static Article.Builder blank(String title, @Nullable String body) {
        return Article.newBuilder()
                .setId("")
                .setContentHash("")
                .setFeedId("")
                .setFeedTitle("")
                .setTitle(title)
                .setBody(body)
                .setObservedAt(Instant.now());
    }

    private static Optional<String> text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isString() && !value.asString().isEmpty()
                ? Optional.of(value.asString())
                : Optional.empty();
    }

    private static Instant date(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "date \"" + text + "\": expected 2025-05-21 or 2025-05-21T12:00:00Z", e);
        }
    }
}
