-- Since when a burst or a silence is over.

alter table alert add column ended_at timestamptz;
comment on column alert.ended_at is 'since when the burst or the silence is over; null while it lasts, and for stories';
create index alert_under_way on alert (rule_id, updated_at desc) where ended_at is null and kind <> 'STORY';
