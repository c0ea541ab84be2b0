package dev.tocsin.sink.postgres;

/** The statements of {@link ArticleTables}. */
final class ArticleSql {
    static final String STAGE =
            """
            create temp table if not exists batch_article (
                id text, feed_id text, feed_title text, revision int, content_hash text,
                title text, summary text, body text, url text, publisher text, source_class text,
                language text, authors text[], categories text[], published_at timestamptz,
                updated_at timestamptz, observed_at timestamptz, event_at timestamptz,
                taxonomy_version text, confirmed_count int, related_count int,
                annotation_version text, event_types text[], countries text[]
            ) on commit delete rows;
            create temp table if not exists batch_revision (
                article_id text, revision int, content_hash text, title text, summary text,
                body text, observed_at timestamptz
            ) on commit delete rows;
            create temp table if not exists batch_sighting (
                article_id text, feed_id text, url text, first_seen_at timestamptz, further boolean
            ) on commit delete rows;
            create temp table if not exists batch_tag (
                article_id text, conflict_topic text, tier text, score double precision,
                evidence jsonb, event_at timestamptz
            ) on commit delete rows;
            """
                    + Changed.STAGE;

    static final String MERGE_REVISIONS =
            """
            with added as (
                insert into article_revision
                    (article_id, revision, content_hash, title, summary, body, observed_at)
                select article_id, revision, content_hash, title, summary, body, observed_at
                from batch_revision order by article_id, revision
                on conflict do nothing
                returning revision)
            select count(*) from added where revision > 1
            """;

    private static final String ARTICLE_COLUMNS =
            """
            id, feed_id, feed_title, revision, content_hash, title, summary, body, url, publisher,
            source_class, language, authors, categories, published_at, updated_at, observed_at,
            event_at, taxonomy_version, confirmed_count, related_count, annotation_version,
            event_types, countries
            """;

    /** A row that had to be inserted has no xmax; that tells new articles from changed ones. */
    static final String MERGE_ARTICLES =
            """
            with merged as (
                insert into article as known (%1$s)
                select %1$s from batch_article order by id
                on conflict (id) do update set (%1$s, stored_at) = (
                    select excluded.id, excluded.feed_id, excluded.feed_title, excluded.revision,
                        excluded.content_hash, excluded.title, excluded.summary, excluded.body,
                        excluded.url, excluded.publisher, excluded.source_class,
                        excluded.language, excluded.authors, excluded.categories,
                        excluded.published_at, excluded.updated_at, excluded.observed_at,
                        excluded.event_at, excluded.taxonomy_version, excluded.confirmed_count,
                        excluded.related_count, excluded.annotation_version,
                        excluded.event_types, excluded.countries, now())
                where excluded.revision > known.revision
                returning id, xmax = 0 as is_new),
            remembered as (insert into batch_changed select id from merged)
            select count(*) from merged where is_new
            """
                    .formatted(ARTICLE_COLUMNS);

    static final String DROP_OLD_TAGS = "delete from article_tag where article_id = " + Changed.ANY;

    static final String ADD_TAGS =
            """
            insert into article_tag (article_id, conflict_topic, tier, score, evidence, event_at)
            select article_id, conflict_topic, tier, score, evidence, event_at
            from batch_tag join batch_changed on batch_changed.id = batch_tag.article_id
            """;

    static final String MERGE_SIGHTINGS =
            """
            with added as (
                insert into article_sighting (article_id, feed_id, url, first_seen_at)
                select article_id, feed_id, url, first_seen_at
                from batch_sighting order by article_id, feed_id
                on conflict do nothing
                returning article_id, feed_id)
            select count(*) from added join batch_sighting using (article_id, feed_id)
            where further
            """;

    private ArticleSql() {}
}
