package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.EventTag;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.Tag;
import dev.tocsin.schemas.TaggedArticle;
import dev.tocsin.schemas.Tier;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;

/**
 * Writes articles with their revisions, sightings, tags and annotations. Rows are copied to
 * temporary tables and merged from there; an article only ever moves to a higher revision, whatever
 * is replayed.
 */
final class ArticleTables {
    private ArticleTables() {}

    static SinkCounts write(Connection connection, Batch batch) throws SQLException {
        if (batch.sightings().isEmpty()) {
            return SinkCounts.NONE;
        }
        stage(connection, batch);
        try (Statement statement = connection.createStatement()) {
            long revisions = single(statement, ArticleSql.MERGE_REVISIONS);
            long stored = single(statement, ArticleSql.MERGE_ARTICLES);
            statement.executeUpdate(ArticleSql.DROP_OLD_TAGS);
            statement.executeUpdate(ArticleSql.ADD_TAGS);
            AnnotationTables.merge(statement);
            long sightings = single(statement, ArticleSql.MERGE_SIGHTINGS);
            return new SinkCounts(stored, revisions, sightings, 0, 0, 0);
        }
    }

    private static void stage(Connection connection, Batch batch) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ArticleSql.STAGE);
        }
        articles(batch.articles()).into(connection, "batch_article");
        revisions(batch.revisions()).into(connection, "batch_revision");
        sightings(batch.sightings()).into(connection, "batch_sighting");
        tags(batch.articles()).into(connection, "batch_tag");
        AnnotationTables.stage(connection, batch.articles());
    }

    private static CopyRows articles(Collection<TaggedArticle> articles) {
        CopyRows rows = new CopyRows();
        for (TaggedArticle article : articles) {
            rows.text(article.getId()).text(article.getFeedId()).text(article.getFeedTitle());
            rows.number(article.getRevision()).text(article.getContentHash());
            rows.text(article.getTitle()).text(article.getSummary());
            rows.text(article.getBody().orElse(null)).text(article.getUrl().orElse(null));
            rows.text(article.getPublisher().orElse(null));
            rows.text(article.getSourceClass().orElse(null)).text(article.getLanguage());
            rows.array(article.getAuthors()).array(article.getCategories());
            rows.time(article.getPublishedAt().orElse(null));
            rows.time(article.getUpdatedAt().orElse(null));
            rows.time(article.getObservedAt()).time(article.getEventAt());
            rows.text(article.getTaxonomyVersion());
            rows.number(count(article, Tier.CONFIRMED)).number(count(article, Tier.RELATED));
            rows.text(article.getAnnotationVersion()).array(eventTypes(article));
            rows.array(article.getCountries());
            rows.endRow();
        }
        return rows;
    }

    private static CopyRows revisions(Collection<TaggedArticle> articles) {
        CopyRows rows = new CopyRows();
        for (TaggedArticle article : articles) {
            rows.text(article.getId()).number(article.getRevision());
            rows.text(article.getContentHash());
            rows.text(article.getTitle()).text(article.getSummary());
            rows.text(article.getBody().orElse(null)).time(article.getObservedAt()).endRow();
        }
        return rows;
    }

    private static CopyRows sightings(Collection<TaggedArticle> articles) {
        CopyRows rows = new CopyRows();
        for (TaggedArticle article : articles) {
            rows.text(article.getId()).text(article.getFeedId());
            rows.text(article.getUrl().orElse(null)).time(article.getObservedAt());
            rows.flag(article.getOccurrence() == Occurrence.SIGHTING).endRow();
        }
        return rows;
    }

    private static CopyRows tags(Collection<TaggedArticle> articles) {
        CopyRows rows = new CopyRows();
        for (TaggedArticle article : articles) {
            for (Tag tag : article.getTags()) {
                rows.text(article.getId()).text(tag.getConflictTopic());
                rows.text(tag.getTier().name()).number(tag.getScore());
                rows.text(EvidenceJson.of(tag.getEvidence())).time(article.getEventAt()).endRow();
            }
        }
        return rows;
    }

    private static List<String> eventTypes(TaggedArticle article) {
        return article.getEventTypes().stream().map(EventTag::getType).toList();
    }

    private static long count(TaggedArticle article, Tier tier) {
        return article.getTags().stream().filter(tag -> tag.getTier() == tier).count();
    }

    private static long single(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
