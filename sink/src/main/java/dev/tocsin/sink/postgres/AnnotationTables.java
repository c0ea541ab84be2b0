package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.ActorMention;
import dev.tocsin.schemas.EventTag;
import dev.tocsin.schemas.PlaceMention;
import dev.tocsin.schemas.TaggedArticle;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;

/** Writes event types, places and actors of the articles that changed. */
final class AnnotationTables {
    private static final String STAGE =
            """
            create temp table if not exists batch_event (
                article_id text, event_type text, score double precision, evidence jsonb,
                event_at timestamptz
            ) on commit delete rows;
            create temp table if not exists batch_place (
                article_id text, place text, name text, kind text, country text,
                latitude double precision, longitude double precision, mentions int,
                salience double precision, event_at timestamptz
            ) on commit delete rows;
            create temp table if not exists batch_actor (
                article_id text, actor text, name text, kind text, country text, mentions int,
                event_at timestamptz
            ) on commit delete rows
            """;

    private static final List<String> TABLES =
            List.of("article_event", "article_place", "article_actor");

    private AnnotationTables() {}

    static void stage(Connection connection, Collection<TaggedArticle> articles)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGE);
        }
        events(articles).into(connection, "batch_event");
        places(articles).into(connection, "batch_place");
        actors(articles).into(connection, "batch_actor");
    }

    /** Replaces the rows of every article that {@code batch_changed} names. */
    static void merge(Statement statement) throws SQLException {
        for (String table : TABLES) {
            statement.executeUpdate(
                    "delete from %s where article_id = %s".formatted(table, Changed.ANY));
            statement.executeUpdate(
                    "insert into %s select added.* from %s added join batch_changed on batch_changed.id = added.article_id"
                            .formatted(table, table.replace("article", "batch")));
        }
    }

    private static CopyRows events(Collection<TaggedArticle> articles) {
        CopyRows rows = new CopyRows();
        for (TaggedArticle article : articles) {
            for (EventTag event : article.getEventTypes()) {
                rows.text(article.getId()).text(event.getType()).number(event.getScore());
                rows.text(EvidenceJson.of(event.getEvidence()));
                rows.time(article.getEventAt()).endRow();
            }
        }
        return rows;
    }

    private static CopyRows places(Collection<TaggedArticle> articles) {
        CopyRows rows = new CopyRows();
        for (TaggedArticle article : articles) {
            for (PlaceMention place : article.getPlaces()) {
                rows.text(article.getId()).text(place.getId()).text(place.getName());
                rows.text(place.getKind().name()).text(place.getCountry().orElse(null));
                rows.text(place.getLatitude().map(String::valueOf).orElse(null));
                rows.text(place.getLongitude().map(String::valueOf).orElse(null));
                rows.number(place.getCount()).number(place.getSalience());
                rows.time(article.getEventAt()).endRow();
            }
        }
        return rows;
    }

    private static CopyRows actors(Collection<TaggedArticle> articles) {
        CopyRows rows = new CopyRows();
        for (TaggedArticle article : articles) {
            for (ActorMention actor : article.getActors()) {
                rows.text(article.getId()).text(actor.getId()).text(actor.getName());
                rows.text(actor.getKind().name()).text(actor.getCountry().orElse(null));
                rows.number(actor.getCount()).time(article.getEventAt()).endRow();
            }
        }
        return rows;
    }
}
