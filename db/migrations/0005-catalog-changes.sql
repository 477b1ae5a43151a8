-- Every change of the catalogue goes one way: filed by one keeper, decided by another, in force from its day, kept for ever. Matters,
-- confirmations of open points, class standards, the calendar and units share it; matter_change and calendar_day held two of them.

create table catalog_change (
  change_id uuid constraint catalog_change_pk primary key,
  kind text not null constraint catalog_change_kind_ck
    check (kind in ('matter', 'confirmation', 'class-standard', 'calendar-year', 'calendar-day', 'unit')),
  target text not null,
  effective_on date not null,
  basis text not null,
  urgent_reason text,
  content jsonb not null,
  diff jsonb not null default '[]',
  state text not null constraint catalog_change_state_ck check (state in ('filed', 'approved', 'rejected', 'withdrawn')),
  filed_on date not null,
  filed_by_id text not null,
  filed_by text not null,
  filed_unit text not null,
  filed_at timestamptz not null,
  trial jsonb,
  trial_at timestamptz,
  decided_by_id text,
  decided_by text,
  decided_at timestamptz,
  note text,
  constraint catalog_change_two_ck check (state <> 'approved' or decided_by_id <> filed_by_id)
);
create index catalog_change_day_ix on catalog_change (effective_on desc, change_id desc);
create unique index catalog_change_waiting_uq on catalog_change (kind, target) where state = 'filed';
comment on table catalog_change is 'Filings of changes of the catalogue (赣信用办〔2024〕4号 二(六)): approved rows of confirmations, class standards and the calendar are the rows in force';
comment on column catalog_change.target is 'Matter key, point of law/points.ts, field, year, day or unit id, by kind';
comment on column catalog_change.trial is 'What the change would do to records, items, drafts, forms, deadlines and the guide, as counted after filing';

insert into catalog_change (change_id, kind, target, effective_on, basis, urgent_reason, content, state, filed_on, filed_by_id, filed_by,
  filed_unit, filed_at, decided_by_id, decided_by, decided_at)
select change_id, 'matter', matter_key, effective_on, basis, urgent_reason, content || jsonb_build_object('op', kind),
  case state when 'applied' then 'approved' else state end, filed_on, 'earlier-keeper', filed_by, 'ndrc-360000', created_at,
  coalesce(decided_by, 'clock'), decided_by, decided_at
from matter_change;
drop table matter_change;

insert into catalog_change (change_id, kind, target, effective_on, basis, content, state, filed_on, filed_by_id, filed_by, filed_unit,
  filed_at, decided_by_id, decided_by, decided_at)
select gen_random_uuid(), 'calendar-day', day::text, edited_at::date, basis,
  jsonb_build_object('kind', case when is_working then 'work' else 'rest' end, 'why', basis), 'approved', edited_at::date, 'earlier-keeper',
  edited_by, 'ndrc-360000', edited_at, 'clock', edited_by, edited_at
from calendar_day;
drop table calendar_day;

alter table matter_version add column change_id uuid;
comment on column matter_version.change_id is 'The filing that opened the version; null for versions delivered with a release';
