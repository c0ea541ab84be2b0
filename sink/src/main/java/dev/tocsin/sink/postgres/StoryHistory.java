package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.TaggedArticle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Consumer;

import javax.sql.DataSource;

/** Stored articles in the order of their arrival, each with its story. */
public final class StoryHistory {
    private static final int FETCH = 500;

    private static final String FILED =
            """
            select a.id, a.feed_id, a.feed_title, a.revision, a.content_hash, a.title, a.summary,
                a.body, a.url, a.publisher, a.source_class, a.language, a.observed_at, a.event_at,
                a.taxonomy_version, p.story_id, coalesce(s.title, a.title) as story_title,
                p.copy_group is not null and p.copy_group <> a.id as is_copy, p.origin,
                (select jsonb_agg(jsonb_build_object('conflictTopic', t.conflict_topic,
                        'tier', t.tier, 'score', t.score, 'evidence', t.evidence)
                    order by t.conflict_topic)
                from article_tag t where t.article_id = a.id) as tags
            from article a
            join story_article p on p.article_id = a.id
            left join story s on s.id = p.story_id
            where a.event_at >= ?
            order by a.observed_at, a.id
            """;

    private final DataSource dataSource;

    public StoryHistory(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Hands over every article from that time on that is in a story.
     *
     * @throws DatabaseUnavailableException if the database cannot be read
     */
    public void read(Instant since, Consumer<FiledArticle> reader) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(FILED)) {
                statement.setFetchSize(FETCH);
                new Parameters(statement).time(since);
                read(statement, reader);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "stored articles cannot be read: " + Reasons.of(e), e);
        }
    }

    /**
     * The time of the newest stored article; empty if there is none.
     *
     * @throws DatabaseUnavailableException if the database cannot be read
     */
    public Optional<Instant> newest() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select max(event_at) from article");
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant)
                    : Optional.empty();
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "stored articles cannot be read: " + Reasons.of(e), e);
        }
    }

    private static void read(PreparedStatement statement, Consumer<FiledArticle> reader)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.accept(
                        new FiledArticle(
                                article(rows),
                                rows.getString("story_id"),
                                rows.getString("story_title"),
                                rows.getBoolean("is_copy"),
                                rows.getString("origin")));
            }
        }
    }

    private static TaggedArticle article(ResultSet row) throws SQLException {
        return TaggedArticle.newBuilder()
                .setId(row.getString("id"))
                .setOccurrence(Occurrence.FIRST)
                .setRevision(row.getInt("revision"))
                .setContentHash(row.getString("content_hash"))
                .setFeedId(row.getString("feed_id"))
                .setFeedTitle(row.getString("feed_title"))
                .setPublisher(row.getString("publisher"))
                .setSourceClass(row.getString("source_class"))
                .setUrl(row.getString("url"))
                .setTitle(row.getString("title"))
                .setSummary(row.getString("summary"))
                .setBody(row.getString("body"))
                .setLanguage(row.getString("language"))
                .setObservedAt(time(row, "observed_at"))
                .setEventAt(time(row, "event_at"))
                .setTaxonomyVersion(row.getString("taxonomy_version"))
                .setTags(TagsJson.read(row.getString("tags")))
                .build();
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
