package dev.tocsin.console.api;

import org.jdbi.v3.core.Handle;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/** Reads the event types, places and actors of an article. */
final class AnnotationRows {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<EvidenceView>> EVIDENCE = new TypeReference<>() {};
    private static final String EVENTS =
            """
            select event_type, score, evidence from article_event
            where article_id = :id order by score desc, event_type
            """;
    private static final String PLACES =
            """
            select place, name, kind, country, latitude, longitude, mentions, salience
            from article_place where article_id = :id order by salience desc, place
            """;
    private static final String ACTORS =
            """
            select actor, name, kind, country, mentions
            from article_actor where article_id = :id order by mentions desc, actor
            """;

    private AnnotationRows() {}

    static List<EventView> events(Handle handle, String articleId) {
        return handle.createQuery(EVENTS)
                .bind("id", articleId)
                .map((row, _) ->
                        new EventView(
                                row.getString("event_type"),
                                row.getDouble("score"),
                                JSON.readValue(row.getString("evidence"), EVIDENCE)))
                .list();
    }

    static List<PlaceView> places(Handle handle, String articleId) {
        return handle.createQuery(PLACES)
                .bind("id", articleId)
                .map((row, _) ->
                        new PlaceView(
                                row.getString("place"),
                                row.getString("name"),
                                row.getString("kind"),
                                row.getString("country"),
                                row.getObject("latitude", Double.class),
                                row.getObject("longitude", Double.class),
                                row.getInt("mentions"),
                                row.getDouble("salience")))
                .list();
    }

    static List<ActorView> actors(Handle handle, String articleId) {
        return handle.createQuery(ACTORS)
                .bind("id", articleId)
                .map((row, _) ->
                        new ActorView(
                                row.getString("actor"),
                                row.getString("name"),
                                row.getString("kind"),
                                row.getString("country"),
                                row.getInt("mentions")))
                .list();
    }
}
