alter table feed_status
    add column moved_to         text,
    add column held_until       timestamptz,
    add column next_poll_reason text,
    add column entries_per_day  double precision,
    add column polls_with_news  bigint not null default 0,
    add column quiet_since      timestamptz,
    add column pushed_until     timestamptz;
comment on column feed_status.moved_to is 'where the feed is polled, if its publisher has moved it';
comment on column feed_status.pushed_until is 'a WebSub hub pushes what is new until then';

create table feed_event (
    cluster_id      text        not null,
    kafka_partition int         not null,
    kafka_offset    bigint      not null,
    feed_id         text        not null,
    feed_url        text        not null,
    feed_title      text        not null,
    at              timestamptz not null,
    kind            text        not null,
    event_text      text        not null,
    primary key (cluster_id, kafka_partition, kafka_offset)
);
create index feed_event_by_time on feed_event (at desc, kafka_partition desc, kafka_offset desc);
create index feed_event_by_feed on feed_event (feed_id, at desc);
