package dev.tocsin.app.command;

import dev.tocsin.app.output.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** An article and the event types that are right for it. */
record EventGold(ArticleJson article, Set<String> eventTypes) {

    /** Hands on every line that can be judged and returns how many were left out. */
    static int read(Path file, Consumer<EventGold> judge) {
        int leftOut = 0;
        int number = 0;
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    Optional<EventGold> gold = of(Json.read(line));
                    gold.ifPresent(judge);
                    leftOut += gold.isPresent() ? 0 : 1;
                }
            }
        } catch (JacksonException e) {
            throw new CommandFailure(
                    "%s:%d: no JSON: %s".formatted(file, number, Json.complaint(e)));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("%s:%d: %s".formatted(file, number, e.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailure(Unreadable.text(file, e));
        }
        return leftOut;
    }

    private static Optional<EventGold> of(JsonNode line) {
        if (line.has("acled_subtype")) {
            return SubTypes.CASE_2021
                    .eventTypes(line.path("acled_subtype").asString(""))
                    .map(types -> new EventGold(snippet(line), types));
        }
        if (!line.has("events")) {
            throw new IllegalArgumentException("expected \"events\" or \"acled_subtype\"");
        }
        boolean positive = !line.has("labels") || !line.path("labels").isEmpty();
        return line.path("events").isNull() || !positive
                ? Optional.empty()
                : Optional.of(new EventGold(ArticleJson.ofJson(line), events(line)));
    }

    private static ArticleJson snippet(JsonNode line) {
        return ArticleJson.ofText(line.path("id").asString(""), line.path("text").asString(""), "");
    }

    private static Set<String> events(JsonNode line) {
        Set<String> events = new TreeSet<>();
        line.path("events").forEach(event -> events.add(event.asString()));
        return events;
    }
}
