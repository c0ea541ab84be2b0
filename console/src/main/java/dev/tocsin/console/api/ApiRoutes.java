package dev.tocsin.console.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import javax.sql.DataSource;

/** The addresses below {@code /api/v1}; all of them only read. */
public final class ApiRoutes {
    private static final String BASE = "/api/v1";
    private static final int NEWEST = 100;
    private static final int MOST_NEWEST = 1000;

    private final Supplier<List<Health>> health;
    private final ArticleQueries articles;
    private final FeedQueries feeds;
    private final FeedEventQueries feedEvents;
    private final TopicQueries conflictTopics;
    private final DeadLetterQueries deadLetters;
    private final Map<String, Object> about;

    /**
     * @param about what the page wants to know about this console
     */
    public ApiRoutes(
            DataSource dataSource,
            TopicNames names,
            Supplier<List<Health>> health,
            Map<String, Object> about) {
        this.health = health;
        this.articles = new ArticleQueries(dataSource, names);
        this.feeds = new FeedQueries(dataSource);
        this.feedEvents = new FeedEventQueries(dataSource);
        this.conflictTopics = new TopicQueries(dataSource, names);
        this.deadLetters = new DeadLetterQueries(dataSource);
        this.about = Map.copyOf(about);
    }

    /** Adds the addresses and how failures are told. */
    public void addTo(RoutesConfig routes) {
        routes.get(BASE + "/about", this::about);
        routes.get(BASE + "/health", this::health);
        routes.get(BASE + "/topics", this::conflictTopics);
        routes.get(BASE + "/articles", this::articles);
        routes.get(BASE + "/articles/{id}", this::article);
        routes.get(BASE + "/feeds", this::feeds);
        routes.get(BASE + "/feed-events", this::feedEvents);
        routes.get(BASE + "/dead-letters", this::deadLetters);
        Problems.addTo(routes);
    }

    private void about(Context context) {
        QueryParameters.of(context);
        Json.answer(context, about);
    }

    private void health(Context context) {
        QueryParameters.of(context);
        List<Health> parts = health.get();
        boolean failed = parts.stream().anyMatch(part -> part.state() == Health.State.FAILED);
        context.status(failed ? 503 : 200);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ok", !failed);
        answer.put("parts", parts);
        Json.answer(context, answer);
    }

    private void conflictTopics(Context context) {
        QueryParameters.of(context);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("topics", conflictTopics.list());
        conflictTopics.countedTo().ifPresent(newest -> answer.put("countedTo", newest));
        Json.answer(context, answer);
    }

    private void articles(Context context) {
        QueryParameters parameters =
                QueryParameters.of(
                        context, "topic", "q", "feed", "lang", "tier", "event", "country", "after",
                        "before", "limit", "cursor");
        ArticleFilter filter =
                new ArticleFilter(
                        parameters.text("topic"),
                        parameters.text("q"),
                        parameters.text("feed"),
                        parameters.text("lang"),
                        parameters.tier("tier"),
                        parameters.text("event"),
                        parameters.country("country"),
                        parameters.time("after"),
                        parameters.time("before"),
                        parameters.number(
                                "limit", ArticleFilter.DEFAULT_LIMIT, ArticleFilter.MAX_LIMIT),
                        parameters.cursor("cursor"));
        Json.answer(context, articles.search(filter));
    }

    private void article(Context context) {
        QueryParameters.of(context);
        String id = context.pathParam("id").replace('\0', ' ');
        articles.find(id)
                .ifPresentOrElse(
                        detail -> Json.answer(context, detail),
                        () ->
                                Json.problem(
                                        context,
                                        404,
                                        "No such article",
                                        "No article with this id is stored. Ids come from /api/v1/articles."));
    }

    private void feeds(Context context) {
        QueryParameters.of(context);
        Json.answer(context, Map.of("feeds", feeds.list()));
    }

    private void feedEvents(Context context) {
        QueryParameters parameters = QueryParameters.of(context, "feed", "limit");
        int limit = parameters.number("limit", NEWEST, MOST_NEWEST);
        Json.answer(
                context, Map.of("feedEvents", feedEvents.newest(parameters.text("feed"), limit)));
    }

    private void deadLetters(Context context) {
        QueryParameters parameters = QueryParameters.of(context, "limit");
        int limit = parameters.number("limit", NEWEST, MOST_NEWEST);
        Json.answer(context, Map.of("deadLetters", deadLetters.newest(limit)));
    }
}
