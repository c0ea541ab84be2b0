-- Articles on one happening, what people have corrected, whom we tell and what became of it.

create table story (
    id                  text primary key,
    story_key           text        not null,
    title               text        not null,
    first_seen          timestamptz not null,
    last_update         timestamptz not null,
    articles            int         not null,
    copy_groups         int         not null,
    independent_origins int         not null,
    languages           text[]      not null,
    conflict_topics     text[]      not null,
    corrected           boolean     not null,
    absorbed_into       text,
    stored_at           timestamptz not null default now()
);
create index story_by_update on story (last_update desc, id desc) where absorbed_into is null;
create index story_by_topic on story using gin (conflict_topics) where absorbed_into is null;
create index story_by_change on story (stored_at desc, id desc);
comment on column story.absorbed_into is 'the story that this one is part of now; its articles name that one';

create table story_article (
    article_id text primary key,
    story_id   text    not null,
    copy_group text,
    origin     text    not null,
    settled    boolean not null
);
create index story_article_by_story on story_article (story_id, article_id);
comment on column story_article.copy_group is 'the first article with nearly the same text, if there are several';

create table correction (
    id             text primary key,
    story_key      text        not null,
    kind           text        not null,
    at             timestamptz not null,
    made_by        text,
    reason         text,
    story_id       text,
    into_story_id  text,
    article_ids    text[]      not null,
    conflict_topic text
);
create index correction_by_time on correction (at desc, id desc);

create table tag_correction (
    article_id     text        not null,
    conflict_topic text        not null,
    kind           text        not null,
    correction_id  text        not null,
    at             timestamptz not null,
    evidence       jsonb       not null,
    primary key (article_id, conflict_topic)
);
comment on table tag_correction is 'the latest RETAG or UNTAG; applied again whenever the tags of the article are written';

create table alert_rule (
    id      text primary key,
    name    text    not null,
    version text    not null,
    kind    text    not null,
    enabled boolean not null,
    listed  boolean not null,
    origin  text    not null,
    rule    jsonb   not null
);
comment on column alert_rule.listed is 'false once the rule was taken away; its alerts stay';
comment on column alert_rule.rule is 'all that it says';

create table alert (
    id                  text primary key,
    sequence            int         not null,
    kind                text        not null,
    rule_id             text        not null,
    rule_name           text        not null,
    rule_version        text        not null,
    subject             text        not null,
    title               text        not null,
    alert_text          text        not null,
    raised_at           timestamptz not null,
    updated_at          timestamptz not null,
    first_seen          timestamptz not null,
    articles            int         not null,
    independent_origins int         not null,
    story_articles      int         not null,
    conflict_topics     text[]      not null,
    event_types         text[]      not null,
    countries           text[]      not null,
    languages           text[]      not null,
    taxonomy_version    text        not null,
    evidence            jsonb       not null,
    delivery            jsonb       not null,
    stored_at           timestamptz not null default now()
);
create index alert_by_time on alert (raised_at desc, id desc);
create index alert_by_change on alert (stored_at desc, id desc);
create index alert_by_rule on alert (rule_id, raised_at desc);
create index alert_by_subject on alert (subject);
create index alert_by_topic on alert using gin (conflict_topics);
comment on column alert.subject is 'the story, the conflict topic and its window, or the feed and since when';
comment on column alert.delivery is 'whom to tell and when not, as the rule had it';

create table delivery (
    id           bigint generated always as identity primary key,
    message_id   uuid        not null unique default gen_random_uuid(),
    target       text        not null,
    state        text        not null check (state in ('HELD', 'WAITING', 'DELIVERED', 'PARKED')),
    held_because text,
    created_at   timestamptz not null,
    due_at       timestamptz not null,
    lease        uuid,
    lease_until  timestamptz,
    attempts     int         not null default 0,
    tried_since  timestamptz,
    tried_at     timestamptz,
    last_status  int,
    last_error   text,
    delivered_at timestamptz
) with (fillfactor = 80);
-- One open bundle for a target and a moment: what is held until then joins it.
create unique index delivery_bundle on delivery (target, due_at) where state = 'HELD';
create index delivery_due on delivery (target, due_at) where state in ('HELD', 'WAITING');
create index delivery_parked on delivery (id desc) where state = 'PARKED';
comment on table delivery is 'one message to one target; HELD until due_at, further alerts may join meanwhile';
comment on column delivery.message_id is 'the same in every attempt, so that the receiver can tell repetitions';
comment on column delivery.tried_since is 'the first attempt, from which the three days of patience count';

create table delivery_item (
    alert_id    text        not null,
    target      text        not null,
    reason      text        not null,
    rule_id     text        not null,
    delivery_id bigint      not null references delivery (id) on delete cascade,
    planned_for timestamptz not null,
    primary key (alert_id, target, reason)
);
create index delivery_item_by_delivery on delivery_item (delivery_id);
create index delivery_item_by_rule on delivery_item (rule_id, target, planned_for desc);
comment on column delivery_item.planned_for is 'what cooldowns and limits count; due_at moves with each attempt';
comment on table delivery_item is 'which alert a message tells of, and why: RAISED, or ORIGINS_10 for an update';

create table delivery_attempt (
    delivery_id bigint      not null,
    at          timestamptz not null,
    millis      int         not null,
    outcome     text        not null,
    status      int,
    error_text  text
);
create index delivery_attempt_by_delivery on delivery_attempt (delivery_id, at);
