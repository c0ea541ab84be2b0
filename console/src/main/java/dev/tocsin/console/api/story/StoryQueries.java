package dev.tocsin.console.api.story;

import dev.tocsin.console.api.Cursor;
import dev.tocsin.console.api.Reader;
import dev.tocsin.console.api.TagRows;
import dev.tocsin.console.api.TopicNames;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

/** The stored stories. */
final class StoryQueries {
    /** The story that one is part of, through any number of merges. */
    private static final String PRESENT =
            """
            with recursive way (id, absorbed_into, steps) as (
                select id, absorbed_into, 0 from story where id = :id
                union all
                select further.id, further.absorbed_into, way.steps + 1
                from way join story further on further.id = way.absorbed_into
                where way.steps < 100)
            select id from way where absorbed_into is null limit 1
            """;

    private static final String STORY =
            "select %s from story where id = :id".formatted(StorySearch.COLUMNS);

    private static final String CORRECTIONS =
            """
            select id, kind, at, made_by, reason, story_id, into_story_id, article_ids,
                conflict_topic
            from correction
            where story_id = :id or into_story_id = :id or article_ids && array(
                select article_id from story_article where story_id = :id)
            order by at desc, id desc limit 50
            """;

    private final Reader reader;
    private final TagRows tagRows;
    private final TopicNames names;

    StoryQueries(DataSource dataSource, TopicNames names) {
        this.reader = new Reader(dataSource);
        this.tagRows = new TagRows(names);
        this.names = names;
    }

    /** Stories that fit, latest update first. */
    StoryPage search(StoryFilter filter) {
        List<StoryView> found =
                reader.read(handle ->
                        new StorySearch(filter).in(handle).map((row, _) -> view(row)).list());
        if (found.size() <= filter.limit()) {
            return new StoryPage(found, null);
        }
        List<StoryView> shown = found.subList(0, filter.limit());
        StoryView last = shown.getLast();
        return new StoryPage(shown, new Cursor(last.lastUpdate(), last.id()).encoded());
    }

    /** The story, or the one that it has become part of; empty if it is not stored. */
    Optional<StoryDetail> find(String storyId) {
        return reader.read(handle -> present(handle, storyId).map(id -> detail(handle, id)));
    }

    static Optional<String> present(Handle handle, String storyId) {
        return handle.createQuery(PRESENT).bind("id", storyId).mapTo(String.class).findOne();
    }

    private StoryDetail detail(Handle handle, String id) {
        StoryView story = handle.createQuery(STORY).bind("id", id).map((row, _) -> view(row)).one();
        StoryArticles articles = StoryArticles.of(handle, id, tagRows);
        int leftOut =
                articles.size() < StoryArticles.MOST
                        ? 0
                        : Math.max(0, story.articles() - articles.size());
        return new StoryDetail(
                story,
                articles.origins(),
                articles.reports(),
                leftOut,
                articles.timeline(),
                handle.createQuery(CORRECTIONS)
                        .bind("id", id)
                        .map((row, _) -> correction(row))
                        .list());
    }

    private StoryView view(ResultSet row) throws SQLException {
        return new StoryView(
                row.getString("id"),
                row.getString("title"),
                Reader.instant(row, "first_seen"),
                Reader.instant(row, "last_update"),
                row.getInt("articles"),
                row.getInt("copy_groups"),
                row.getInt("independent_origins"),
                Reader.texts(row, "languages"),
                Reader.texts(row, "conflict_topics").stream().map(names::named).toList(),
                row.getBoolean("corrected"));
    }

    private static StoryDetail.CorrectionView correction(ResultSet row) throws SQLException {
        return new StoryDetail.CorrectionView(
                row.getString("id"),
                row.getString("kind"),
                Reader.instant(row, "at"),
                row.getString("made_by"),
                row.getString("reason"),
                row.getString("story_id"),
                row.getString("into_story_id"),
                Reader.texts(row, "article_ids"),
                row.getString("conflict_topic"));
    }
}
