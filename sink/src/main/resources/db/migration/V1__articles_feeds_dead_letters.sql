-- Texts come from outside and may be long: no index may hold one, or a long one fails its batch.

create table article (
    id               text primary key,
    feed_id          text        not null,
    feed_title       text        not null,
    revision         int         not null,
    content_hash     text        not null,
    title            text        not null,
    summary          text        not null,
    body             text,
    url              text,
    publisher        text,
    source_class     text,
    language         text        not null,
    authors          text[]      not null,
    categories       text[]      not null,
    published_at     timestamptz,
    updated_at       timestamptz,
    observed_at      timestamptz not null,
    event_at         timestamptz not null,
    taxonomy_version text        not null,
    confirmed_count  int         not null,
    related_count    int         not null,
    stored_at        timestamptz not null default now(),
    -- PostgreSQL refuses a tsvector beyond 1 MB, hence the cuts.
    search           tsvector generated always as (
        setweight(to_tsvector('simple', left(title, 2000)), 'A')
        || setweight(to_tsvector('simple', left(summary, 20000)), 'B')
        || setweight(to_tsvector('simple', left(coalesce(body, ''), 80000)), 'C')) stored
);
create index article_search on article using gin (search);
create index article_by_event on article (event_at desc, id desc);
create index article_by_change on article (stored_at desc, id desc);
comment on column article.stored_at is 'when this row last changed';
comment on column article.event_at is 'published_at, never later than observed_at';

create table article_revision (
    article_id   text        not null,
    revision     int         not null,
    content_hash text        not null,
    title        text        not null,
    summary      text        not null,
    body         text,
    observed_at  timestamptz not null,
    primary key (article_id, revision)
);

create table article_sighting (
    article_id    text        not null,
    feed_id       text        not null,
    url           text,
    first_seen_at timestamptz not null,
    primary key (article_id, feed_id)
);
create index article_sighting_by_feed on article_sighting (feed_id, article_id);

create table article_tag (
    article_id     text             not null,
    conflict_topic text             not null,
    tier           text             not null,
    score          double precision not null,
    evidence       jsonb            not null,
    event_at       timestamptz      not null,
    primary key (article_id, conflict_topic)
);
create index article_tag_by_event
    on article_tag (conflict_topic, event_at desc, article_id desc) include (tier);
comment on column article_tag.event_at is 'of the article, so that one index lists a conflict topic newest first';

create table feed (
    id           text primary key,
    url          text    not null,
    title        text    not null,
    publisher    text,
    language     text,
    region       text,
    country      text,
    focus        text,
    source_class text,
    folders      text[]  not null,
    enabled      boolean not null,
    listed       boolean not null
);
comment on column feed.listed is 'false once the feed was taken off the list; its articles stay';

create table feed_status (
    feed_id              text primary key,
    state                text   not null,
    etag                 text,
    last_modified        text,
    body_hash            text,
    last_poll_at         timestamptz,
    last_success_at      timestamptz,
    next_poll_at         timestamptz,
    last_fetch_millis    bigint,
    last_status          int,
    last_error           text,
    last_error_text      text,
    consecutive_failures int    not null,
    polls                bigint not null,
    entries_seen         bigint not null,
    published            bigint not null,
    unchanged            bigint not null,
    duplicates           bigint not null,
    rejected             bigint not null
);

-- kafka_partition and kafka_offset say which record of which Kafka topic led to the row: the dead
-- letter itself, or the record that the sink could not store.
create table dead_letter (
    cluster_id      text        not null,
    kafka_topic     text        not null,
    kafka_partition int         not null,
    kafka_offset    bigint      not null,
    stage           text        not null,
    source          text        not null,
    error_class     text        not null,
    error_text      text        not null,
    original_key    bytea,
    original_value  bytea,
    at              timestamptz not null,
    primary key (cluster_id, kafka_topic, kafka_partition, kafka_offset)
);
create index dead_letter_by_time
    on dead_letter (at desc, kafka_topic desc, kafka_partition desc, kafka_offset desc);

create table kafka_offset (
    cluster_id      text   not null,
    kafka_topic     text   not null,
    kafka_partition int    not null,
    next_offset     bigint not null,
    primary key (cluster_id, kafka_topic, kafka_partition)
);
comment on table kafka_offset is 'written in the same transaction as the rows; next_offset is the first record not yet stored';
