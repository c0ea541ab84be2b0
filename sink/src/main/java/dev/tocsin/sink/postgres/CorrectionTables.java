package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.Correction;
import dev.tocsin.schemas.CorrectionKind;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Writes corrections, and holds tags to them: whatever writes the tags of an article, a revision or
 * a replay, is followed by the corrections of that article in the same transaction.
 */
final class CorrectionTables {
    private static final String WRITE =
            """
            insert into correction (id, story_key, kind, at, made_by, reason, story_id,
                into_story_id, article_ids, conflict_topic)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do nothing
            """;

    private static final String REMEMBER =
            """
            insert into tag_correction as known
                (article_id, conflict_topic, kind, correction_id, at, evidence)
            values (?, ?, ?, ?, ?, ?::jsonb)
            on conflict (article_id, conflict_topic) do update set kind = excluded.kind,
                correction_id = excluded.correction_id, at = excluded.at,
                evidence = excluded.evidence
            where excluded.at >= known.at
            """;

    private static final String CHANGED = "insert into batch_changed values (?)";

    /** The tags of this statement: those of changed articles on which somebody has decided. */
    private static final String CORRECTED =
            """
            with decided as (
                select made.* from tag_correction made
                where made.article_id = %s)
            """
                    .formatted(Changed.ANY);

    private static final String DROP =
            CORRECTED
                    + """
                    delete from article_tag using decided
                    where article_tag.article_id = decided.article_id
                        and article_tag.conflict_topic = decided.conflict_topic
                        and article_tag.article_id = any(array(select article_id from decided))
                    """;

    private static final String ADD =
            CORRECTED
                    + """
                    insert into article_tag
                        (article_id, conflict_topic, tier, score, evidence, event_at)
                    select decided.article_id, decided.conflict_topic, 'CONFIRMED', 0,
                        decided.evidence, article.event_at
                    from decided join article on article.id = decided.article_id
                    where decided.kind = 'RETAG'
                        and article.id = any(array(select article_id from decided))
                    """;

    private static final String COUNT =
            CORRECTED
                    + """
                    update article set stored_at = now(),
                        confirmed_count = (select count(*) from article_tag
                            where article_id = article.id and tier = 'CONFIRMED'),
                        related_count = (select count(*) from article_tag
                            where article_id = article.id and tier = 'RELATED')
                    where id = any(array(select article_id from decided))
                    """;

    private CorrectionTables() {}

    /** Comes after {@link ArticleTables}, which says in batch_changed whose tags it has written. */
    static void write(Connection connection, Batch batch) throws SQLException {
        if (batch.corrections().isEmpty() && batch.articles().isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(Changed.STAGE);
            corrections(connection, batch.corrections());
            tagCorrections(connection, batch.corrections());
            statement.executeUpdate(DROP);
            statement.executeUpdate(ADD);
            statement.executeUpdate(COUNT);
        }
    }

    private static void corrections(Connection connection, List<Correction> corrections)
            throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            for (Correction correction : corrections) {
                bind(new Parameters(write), correction).add();
            }
            write.executeBatch();
        }
    }

    private static void tagCorrections(Connection connection, List<Correction> corrections)
            throws SQLException {
        try (PreparedStatement remember = connection.prepareStatement(REMEMBER);
                PreparedStatement changed = connection.prepareStatement(CHANGED)) {
            for (Correction correction : corrections) {
                if (isOnTags(correction)) {
                    for (String articleId : correction.getArticleIds()) {
                        bind(new Parameters(remember), articleId, correction).add();
                        new Parameters(changed).text(articleId).add();
                    }
                }
            }
            remember.executeBatch();
            changed.executeBatch();
        }
    }

    private static boolean isOnTags(Correction correction) {
        return switch (correction.getKind()) {
            case RETAG, UNTAG -> correction.getConflictTopic().isPresent();
            case MERGE, SPLIT, UNKNOWN -> false;
        };
    }

    private static Parameters bind(Parameters write, Correction correction) throws SQLException {
        return write.text(correction.getId())
                .text(correction.getStoryKey())
                .text(correction.getKind().name())
                .time(correction.getAt())
                .text(correction.getBy().orElse(null))
                .text(correction.getReason().orElse(null))
                .text(correction.getStoryId().orElse(null))
                .text(correction.getIntoStoryId().orElse(null))
                .array(correction.getArticleIds())
                .text(correction.getConflictTopic().orElse(null));
    }

    private static Parameters bind(Parameters remember, String articleId, Correction correction)
            throws SQLException {
        return remember.text(articleId)
                .text(correction.getConflictTopic().orElse(null))
                .text(correction.getKind().name())
                .text(correction.getId())
                .time(correction.getAt())
                .text(
                        correction.getKind() == CorrectionKind.RETAG
                                ? EvidenceJson.of(correction)
                                : "[]");
    }
}
