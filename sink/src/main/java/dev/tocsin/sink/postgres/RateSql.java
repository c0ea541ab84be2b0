package dev.tocsin.sink.postgres;

/** The statements of {@link RateQueries}. */
final class RateSql {

    /**
     * A week counts as known if something of that window was collected within a day: articles that
     * were read much later say nothing about what was usual then. What comes after now is left out,
     * for those who ask what was known at a moment of the past.
     */
    static final String VOLUMES =
            """
            with weeks as (
                select week, cast(? as timestamptz) - week * interval '7 days'
                        - ? * interval '1 hour' as begins,
                    cast(? as timestamptz) - week * interval '7 days' as ends
                from generate_series(0, 8) week),
            known as (
                select week from weeks
                where week > 0 and exists (
                    select 1 from article
                    where event_at > begins and event_at <= ends
                        and observed_at <= ends + interval '1 day')),
            counted as (
                select week, conflict_topic, count(distinct coalesce(story_id, article.id)) as stories,
                    count(*) as articles, count(distinct coalesce(origin, article.id)) as origins,
                    min(article.event_at) as first_seen
                from weeks
                join article on article.event_at > begins and article.event_at <= ends
                    and article.observed_at <= ?
                join article_tag on article_tag.article_id = article.id
                left join story_article on story_article.article_id = article.id
                where (tier = 'CONFIRMED' or not ?) and (? or conflict_topic = any (?))
                group by week, conflict_topic)
            select conflict_topic, stories, articles, origins, first_seen,
                array(
                    select coalesce(former.stories, 0)
                    from known left join counted former on former.week = known.week
                        and former.conflict_topic = latest.conflict_topic
                    order by known.week) as former_weeks
            from counted latest
            where week = 0
            order by conflict_topic
            """;

    static final String EVIDENCE =
            """
            select * from (
                select distinct on (coalesce(story_id, article.id)) article.id, title, url,
                    coalesce(publisher, feed_title) as publisher,
                    coalesce(origin, publisher, feed_title) as origin,
                    coalesce(copy_group <> article.id, false) as is_copy, language,
                    article.event_at
                from article_tag
                join article on article.id = article_tag.article_id
                left join story_article on story_article.article_id = article.id
                where conflict_topic = ? and (tier = 'CONFIRMED' or not ?)
                    and article_tag.event_at > cast(? as timestamptz) - ? * interval '1 hour'
                    and article_tag.event_at <= ?
                order by coalesce(story_id, article.id), article.event_at desc, article.id) each_story
            order by event_at desc, id
            limit ?
            """;

    static final String SILENCES =
            """
            select silence.feed_id, silence.feed_url, feed.title, publisher, silence.kind,
                silence.at, silence.event_text, relief.at as end_at, relief.event_text as relief
            from feed_event silence
            join feed on feed.id = silence.feed_id and listed and enabled
            left join lateral (
                select at, event_text from feed_event
                where feed_id = silence.feed_id and at > silence.at
                    and kind = any (case silence.kind when 'GONE_QUIET'
                        then array['SPEAKS_AGAIN'] else array['RECOVERED', 'REVIVED'] end)
                order by at limit 1) relief on true
            where silence.kind in ('GONE_QUIET', 'FAILING') and silence.at > ?
            order by silence.at, silence.feed_id
            """;

    static final String FEEDS =
            "select id, url, publisher from feed where listed and enabled order by url";

    private static final String ALERT =
            """
            select id, sequence, subject, raised_at, updated_at, articles, independent_origins,
                ended_at is not null as is_over
            from alert
            """;

    static final String TOLD = ALERT + "where id = ?";

    static final String LAST_TOLD =
            ALERT
                    + "where rule_id = ? and starts_with(subject, ?) order by updated_at desc limit 1";

    static final String UNDER_WAY =
            ALERT
                    + "where rule_id = ? and kind <> 'STORY' and ended_at is null"
                    + " and updated_at > ? order by updated_at desc";

    private RateSql() {}
}
