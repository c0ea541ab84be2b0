package dev.tocsin.console.api;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

/** The stored articles. */
public final class ArticleQueries {
    private static final String DETAIL =
            """
            select %s, article.body, article.authors, article.categories, article.updated_at,
                article.stored_at, article.content_hash, article.taxonomy_version,
                article.annotation_version
            from article where id = :id
            """
                    .formatted(ArticleSearch.COLUMNS);

    private static final String REVISIONS =
            """
            select revision, content_hash, title, summary, body, observed_at
            from article_revision where article_id = :id order by revision desc
            """;

    private static final String SIGHTINGS =
            """
            select sighting.feed_id, feed.title, sighting.url, sighting.first_seen_at
            from article_sighting sighting left join feed on feed.id = sighting.feed_id
            where sighting.article_id = :id order by sighting.first_seen_at, sighting.feed_id
            """;

    private final Reader reader;
    private final TagRows tagRows;

    /**
     * @param conflictTopics names for tags; a slug without a name is shown as it is
     */
    public ArticleQueries(DataSource dataSource, List<TopicName> conflictTopics) {
        this(dataSource, new TopicNames(conflictTopics));
    }

    ArticleQueries(DataSource dataSource, TopicNames names) {
        this.reader = new Reader(dataSource);
        this.tagRows = new TagRows(names);
    }

    /** Articles that fit, newest first. */
    public ArticlePage search(ArticleFilter filter) {
        return reader.read(handle -> page(handle, filter));
    }

    /** Everything about one article; empty if it is not stored. */
    public Optional<ArticleDetail> find(String articleId) {
        return reader.read(handle -> {
            List<TagView> tags =
                    tagRows.of(handle, List.of(articleId)).getOrDefault(articleId, List.of());
            return handle.createQuery(DETAIL)
                    .bind("id", articleId)
                    .map((row, _) -> detail(handle, row, tags))
                    .findOne();
        });
    }

    private ArticlePage page(Handle handle, ArticleFilter filter) {
        List<ArticleView> found =
                new ArticleSearch(filter).in(handle).map((row, _) -> ArticleRows.view(row)).list();
        boolean more = found.size() > filter.limit();
        List<ArticleView> shown = more ? found.subList(0, filter.limit()) : found;
        Map<String, List<TagView>> tags =
                tagRows.of(handle, shown.stream().map(ArticleView::id).toList());
        List<ArticleView> articles =
                shown.stream()
                        .map(view -> view.withTags(tags.getOrDefault(view.id(), List.of())))
                        .toList();
        return new ArticlePage(articles, more ? after(articles.getLast()) : null);
    }

    private static String after(ArticleView last) {
        return new Cursor(last.eventAt(), last.id()).encoded();
    }

    private static ArticleDetail detail(Handle handle, ResultSet row, List<TagView> tags)
            throws SQLException {
        String id = row.getString("id");
        return new ArticleDetail(
                ArticleRows.view(row).withTags(tags),
                row.getString("body"),
                Reader.texts(row, "authors"),
                Reader.texts(row, "categories"),
                Reader.instantOrNull(row, "updated_at"),
                Reader.instant(row, "stored_at"),
                row.getString("content_hash"),
                row.getString("taxonomy_version"),
                row.getString("annotation_version"),
                AnnotationRows.events(handle, id),
                AnnotationRows.places(handle, id),
                AnnotationRows.actors(handle, id),
                revisions(handle, id),
                sightings(handle, id),
                StoryOfArticle.of(handle, id).orElse(null));
    }

    private static List<ArticleDetail.Revision> revisions(Handle handle, String articleId) {
        return handle.createQuery(REVISIONS)
                .bind("id", articleId)
                .map((row, _) ->
                        new ArticleDetail.Revision(
                                row.getInt("revision"),
                                row.getString("content_hash"),
                                row.getString("title"),
                                row.getString("summary"),
                                row.getString("body"),
                                Reader.instant(row, "observed_at")))
                .list();
    }

    private static List<ArticleDetail.Sighting> sightings(Handle handle, String articleId) {
        return handle.createQuery(SIGHTINGS)
                .bind("id", articleId)
                .map((row, _) ->
                        new ArticleDetail.Sighting(
                                row.getString("feed_id"),
                                row.getString("title"),
                                row.getString("url"),
                                Reader.instant(row, "first_seen_at")))
                .list();
    }
}
