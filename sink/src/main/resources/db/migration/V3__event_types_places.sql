-- What happened, where and who: found in the texts, independent of the tags.

alter table article
    add column annotation_version text   not null default '',
    add column event_types        text[] not null default '{}',
    add column countries          text[] not null default '{}';
comment on column article.countries is 'ISO 3166-1 alpha-2, what the article is most about first';

create table article_event (
    article_id text             not null,
    event_type text             not null,
    score      double precision not null,
    evidence   jsonb            not null,
    event_at   timestamptz      not null,
    primary key (article_id, event_type)
);
create index article_event_by_event on article_event (event_type, event_at desc, article_id desc);

create table article_place (
    article_id text             not null,
    place      text             not null,
    name       text             not null,
    kind       text             not null,
    country    text,
    latitude   double precision,
    longitude  double precision,
    mentions   int              not null,
    salience   double precision not null,
    event_at   timestamptz      not null,
    primary key (article_id, place)
);
create index article_place_by_country on article_place (country, event_at desc, article_id desc)
    where kind = 'COUNTRY';
comment on table article_place is 'a country is a row of its own, with its share in salience; one without mentions is known by its places and actors';

create table article_actor (
    article_id text        not null,
    actor      text        not null,
    name       text        not null,
    kind       text        not null,
    country    text,
    mentions   int         not null,
    event_at   timestamptz not null,
    primary key (article_id, actor)
);
create index article_actor_by_event on article_actor (actor, event_at desc, article_id desc);
