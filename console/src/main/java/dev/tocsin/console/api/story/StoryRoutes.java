package dev.tocsin.console.api.story;

import dev.tocsin.console.api.Json;
import dev.tocsin.console.api.QueryParameters;
import dev.tocsin.console.api.RefusedException;
import dev.tocsin.console.api.TopicNames;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import javax.sql.DataSource;

/** {@code /api/v1/stories}. */
public final class StoryRoutes {
    private final StoryQueries stories;

    public StoryRoutes(DataSource dataSource, TopicNames names) {
        this.stories = new StoryQueries(dataSource, names);
    }

    /** Adds the addresses. */
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/stories", this::stories);
        routes.get("/api/v1/stories/{id}", this::story);
    }

    private void stories(Context context) {
        QueryParameters parameters =
                QueryParameters.of(
                        context, "topic", "country", "event", "lang", "origins", "q", "since",
                        "limit", "cursor");
        Json.answer(
                context,
                stories.search(
                        new StoryFilter(
                                parameters.text("topic"),
                                parameters.country("country"),
                                parameters.text("event"),
                                parameters.text("lang"),
                                parameters.number("origins", 1, StoryFilter.MOST_ORIGINS),
                                parameters.text("q"),
                                parameters.time("since"),
                                parameters.number(
                                        "limit", StoryFilter.DEFAULT_LIMIT, StoryFilter.MAX_LIMIT),
                                parameters.cursor("cursor"))));
    }

    private void story(Context context) {
        QueryParameters.of(context);
        String id = context.pathParam("id").replace('\0', ' ');
        Json.answer(
                context,
                stories.find(id)
                        .orElseThrow(() ->
                                RefusedException.unknown(
                                        "story",
                                        "No story with this id is stored. Ids come from /api/v1/stories.")));
    }
}
