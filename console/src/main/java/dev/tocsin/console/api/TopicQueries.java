package dev.tocsin.console.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

/** The conflict topics with their counts. */
final class TopicQueries {
    private static final String COUNTS =
            """
            select conflict_topic,
                count(*) filter (where event_at > newest.at - interval '24 hours') as last_day,
                count(*) filter (where event_at > newest.at - interval '7 days') as last_week,
                count(*) as ever
            from article_tag, (select max(event_at) as at from article) newest
            where tier = 'CONFIRMED'
            group by conflict_topic
            """;

    private static final String NEWEST = "select max(event_at) from article";

    private final Reader reader;
    private final TopicNames names;

    /**
     * @param conflictTopics all of the taxonomy, in the order to list them
     */
    TopicQueries(DataSource dataSource, List<TopicName> conflictTopics) {
        this(dataSource, new TopicNames(conflictTopics));
    }

    TopicQueries(DataSource dataSource, TopicNames names) {
        this.reader = new Reader(dataSource);
        this.names = names;
    }

    /** All conflict topics of the taxonomy, then those that only stored articles know. */
    List<TopicView> list() {
        Map<String, TopicView> counted =
                counts().stream().collect(Collectors.toMap(TopicView::slug, Function.identity()));
        List<String> named = names.slugs();
        TreeSet<String> unnamed = new TreeSet<>(counted.keySet());
        named.forEach(unnamed::remove);
        return Stream.concat(named.stream(), unnamed.stream())
                .map(slug -> counted.getOrDefault(slug, none(slug)))
                .toList();
    }

    /** The time of the newest article, which the last day and week are counted back from. */
    Optional<Instant> countedTo() {
        return reader.read(handle -> handle.createQuery(NEWEST).mapTo(Instant.class).findOne());
    }

    private List<TopicView> counts() {
        return reader.read(handle ->
                handle.createQuery(COUNTS)
                        .map((row, _) ->
                                new TopicView(
                                        row.getString("conflict_topic"),
                                        names.name(row.getString("conflict_topic")),
                                        row.getLong("last_day"),
                                        row.getLong("last_week"),
                                        row.getLong("ever")))
                        .list());
    }

    private TopicView none(String slug) {
        return new TopicView(slug, names.name(slug), 0, 0, 0);
    }
}
