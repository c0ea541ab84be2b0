package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.NewsStory;
import dev.tocsin.schemas.StoryPlacement;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;

/** Writes stories and which articles they consist of; the last record of a key counts. */
final class StoryTables {
    private static final String STAGE =
            """
            create temp table if not exists batch_story (
                id text, story_key text, title text, first_seen timestamptz,
                last_update timestamptz, articles int, copy_groups int, independent_origins int,
                languages text[], conflict_topics text[], corrected boolean, absorbed_into text
            ) on commit delete rows;
            create temp table if not exists batch_placement (
                article_id text, story_id text, copy_group text, origin text, settled boolean
            ) on commit delete rows
            """;

    private static final String STORY_COLUMNS =
            """
            id, story_key, title, first_seen, last_update, articles, copy_groups,
            independent_origins, languages, conflict_topics, corrected, absorbed_into
            """;

    private static final String MERGE_STORIES =
            """
            insert into story (%1$s)
            select %1$s from batch_story order by id
            on conflict (id) do update set (%1$s, stored_at) = (
                select excluded.id, excluded.story_key, excluded.title, excluded.first_seen,
                    excluded.last_update, excluded.articles, excluded.copy_groups,
                    excluded.independent_origins, excluded.languages, excluded.conflict_topics,
                    excluded.corrected, excluded.absorbed_into, now())
            """
                    .formatted(STORY_COLUMNS);

    private static final String MERGE_PLACEMENTS =
            """
            insert into story_article (article_id, story_id, copy_group, origin, settled)
            select article_id, story_id, copy_group, origin, settled
            from batch_placement order by article_id
            on conflict (article_id) do update set story_id = excluded.story_id,
                copy_group = excluded.copy_group, origin = excluded.origin,
                settled = excluded.settled
            """;

    private StoryTables() {}

    static void write(Connection connection, Batch batch) throws SQLException {
        if (batch.stories().isEmpty() && batch.placements().isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGE);
            stories(batch.stories()).into(connection, "batch_story");
            placements(batch.placements()).into(connection, "batch_placement");
            statement.executeUpdate(MERGE_STORIES);
            statement.executeUpdate(MERGE_PLACEMENTS);
        }
    }

    private static CopyRows stories(Collection<NewsStory> stories) {
        CopyRows rows = new CopyRows();
        for (NewsStory story : stories) {
            rows.text(story.getId()).text(story.getStoryKey()).text(story.getTitle());
            rows.time(story.getFirstSeen()).time(story.getLastUpdate());
            rows.number(story.getArticles()).number(story.getCopyGroups());
            rows.number(story.getIndependentOrigins());
            rows.array(story.getLanguages()).array(story.getConflictTopics());
            rows.flag(story.getCorrected()).text(story.getAbsorbedInto().orElse(null)).endRow();
        }
        return rows;
    }

    private static CopyRows placements(Collection<StoryPlacement> placements) {
        CopyRows rows = new CopyRows();
        for (StoryPlacement placement : placements) {
            rows.text(placement.getArticleId()).text(placement.getStoryId());
            rows.text(placement.getCopyGroup().orElse(null)).text(placement.getOrigin());
            rows.flag(placement.getSettled()).endRow();
        }
        return rows;
    }
}
