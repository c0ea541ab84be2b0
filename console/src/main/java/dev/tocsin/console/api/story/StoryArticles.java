package dev.tocsin.console.api.story;

import dev.tocsin.console.api.ArticleRows;
import dev.tocsin.console.api.ArticleSearch;
import dev.tocsin.console.api.ArticleView;
import dev.tocsin.console.api.TagRows;
import dev.tocsin.console.api.TagView;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The articles of a story, first one first. */
final class StoryArticles {
    static final int MOST = 500;
    private static final Duration BY_THE_HOUR = Duration.ofDays(3);
    private static final String ARTICLES =
            """
            select %s, placed.copy_group, placed.origin, placed.settled
            from story_article placed join article on article.id = placed.article_id
            where placed.story_id = :id order by article.event_at, article.id limit %d
            """
                    .formatted(ArticleSearch.COLUMNS, MOST);

    private final List<Row> rows;

    private StoryArticles(List<Row> rows) {
        this.rows = rows;
    }

    private record Row(
            ArticleView article, @Nullable String copyGroup, String origin, boolean settled) {
        String text() {
            return copyGroup == null ? article.id() : copyGroup;
        }

        Row with(List<TagView> tags) {
            return new Row(article.withTags(tags), copyGroup, origin, settled);
        }
    }

    static StoryArticles of(Handle handle, String storyId, TagRows tagRows) {
        List<Row> rows =
                handle.createQuery(ARTICLES).bind("id", storyId).map((row, _) -> row(row)).list();
        Map<String, List<TagView>> tags =
                tagRows.of(handle, rows.stream().map(row -> row.article().id()).toList());
        return new StoryArticles(
                rows.stream()
                        .map(row -> row.with(tags.getOrDefault(row.article().id(), List.of())))
                        .toList());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                ArticleRows.view(row),
                row.getString("copy_group"),
                row.getString("origin"),
                row.getBoolean("settled"));
    }

    int size() {
        return rows.size();
    }

    List<String> origins() {
        return rows.stream().map(Row::origin).distinct().toList();
    }

    List<StoryDetail.Report> reports() {
        Map<String, List<Row>> byText = new LinkedHashMap<>();
        rows.forEach(row -> byText.computeIfAbsent(row.text(), _ -> new ArrayList<>()).add(row));
        return byText.values().stream()
                .map(same ->
                        new StoryDetail.Report(
                                same.getFirst().copyGroup(),
                                same.getFirst().origin(),
                                same.stream()
                                        .map(row ->
                                                new StoryDetail.Placed(
                                                        row.article(), row.settled()))
                                        .toList()))
                .toList();
    }

    List<StoryDetail.Step> timeline() {
        if (rows.isEmpty()) {
            return List.of();
        }
        Instant first = rows.getFirst().article().eventAt();
        Instant last = rows.getLast().article().eventAt();
        ChronoUnit unit =
                Duration.between(first, last).compareTo(BY_THE_HOUR) > 0
                        ? ChronoUnit.DAYS
                        : ChronoUnit.HOURS;
        Set<String> known = new HashSet<>();
        Map<Instant, StoryDetail.Step> steps = new TreeMap<>();
        for (Row row : rows) {
            int fresh = known.add(row.origin()) ? 1 : 0;
            steps.merge(
                    row.article().eventAt().truncatedTo(unit),
                    new StoryDetail.Step(row.article().eventAt().truncatedTo(unit), 1, fresh),
                    StoryArticles::sum);
        }
        return List.copyOf(steps.values());
    }

    private static StoryDetail.Step sum(StoryDetail.Step one, StoryDetail.Step other) {
        return new StoryDetail.Step(
                one.at(), one.articles() + other.articles(), one.newOrigins() + other.newOrigins());
    }
}
