-- Who read whose data, when, from which unit and for what; and the purposes given today, so that nobody is asked twice for one subject.

alter table access_log add column entry_id uuid;
alter table access_log add column item_id uuid;
alter table access_log add column actor_name text;
alter table access_log add column unit_id text;
alter table access_log add column unit_name text;
alter table access_log add column purpose text;
alter table access_log add column note text;
create unique index access_log_entry_uq on access_log (entry_id);
create index access_log_subject_ix on access_log (subject_key, at desc);
create index access_log_actor_ix on access_log (actor, at desc);
comment on column access_log.actor_name is 'Who read, and for which unit (unit_id, unit_name), as they were called then; null in rows from before';
comment on column access_log.purpose is 'Key of domain/access/reading-purpose.ts; case: it follows from the work on this very item; null: an override or an export, explained in detail';
comment on column access_log.note is 'What the reader added in own words';

create table reading_purpose (
  actor text not null,
  day date not null,
  about text not null,
  purpose text not null,
  note text not null,
  given_at timestamptz not null,
  constraint reading_purpose_pk primary key (actor, day, about)
);
comment on table reading_purpose is 'Why somebody reads a subject''s data today; about is a subject_key, or q: and the keyed hash of what is searched for';

-- The application may not delete from the log; this lets the clock remove what is old enough, and nothing younger than six months, by
-- the database's own clock, whatever it is asked (网络安全法 art 23 (3), before 2026 art 21).
create function clear_access_log(keep_from timestamptz) returns bigint
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
    with gone as (delete from public.access_log where at < least(keep_from, now() - interval '6 months') returning 1)
    select count(*) from gone
  $$;
comment on function clear_access_log is 'Removes rows of the access log written before an instant, never younger ones than six months; gives how many';
