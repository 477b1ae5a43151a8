-- Who has an item in hand: rules of a unit, leave with a deputy, and saved views of the queue.

create table assignment_rule (
  unit_id text not null,
  rule_id uuid not null,
  matter_key text,
  officer_ids text[] not null constraint assignment_rule_officers_ck check (cardinality(officer_ids) between 1 and 50),
  set_by jsonb not null,
  set_at timestamptz not null,
  ended_by jsonb,
  ended_at timestamptz,
  constraint assignment_rule_pk primary key (unit_id, rule_id),
  constraint assignment_rule_ended_ck check ((ended_at is null) = (ended_by is null))
);
create unique index assignment_rule_open_uq on assignment_rule (unit_id, coalesce(matter_key, '')) where ended_at is null;
comment on table assignment_rule is '分派规则: officers among whom new items of a unit are shared out, by matter (null: all others); lines are ended, never changed';

create table officer_leave (
  unit_id text not null,
  leave_id uuid not null,
  request_id uuid not null,
  officer_id text not null,
  deputy_id text not null,
  from_on date not null,
  until_on date not null,
  entered_by jsonb not null,
  entered_at timestamptz not null,
  ended_by jsonb,
  ended_at timestamptz,
  constraint officer_leave_pk primary key (unit_id, leave_id),
  constraint officer_leave_request_uq unique (unit_id, request_id),
  constraint officer_leave_days_ck check (until_on >= from_on),
  constraint officer_leave_deputy_ck check (deputy_id <> officer_id),
  constraint officer_leave_ended_ck check ((ended_at is null) = (ended_by is null))
);
create index officer_leave_open_ix on officer_leave (unit_id, until_on) where ended_at is null;
comment on table officer_leave is '请假: during these days (both included) the deputy sees and acts on the items of the officer; ended_at: called off, or over before its last day';

create table queue_view (
  unit_id text not null,
  officer_id text not null,
  view_id uuid not null,
  position integer not null,
  name text not null constraint queue_view_name_ck check (char_length(name) between 1 and 20),
  list text not null,
  filters jsonb not null,
  is_default boolean not null,
  changed_at timestamptz not null,
  constraint queue_view_pk primary key (unit_id, officer_id, view_id)
);
create unique index queue_view_default_uq on queue_view (unit_id, officer_id) where is_default;
comment on table queue_view is 'Saved views of the queue, each an officer''s own: list, filters and place; nothing about a subject';

comment on column item.assignee is 'Officer who has the item in hand (承办人), from the fold; null: nobody';
-- 我的, 待分派 and how much everybody has in hand: one range each.
create index item_holder_ix on item (unit_id, assignee, (coalesce(due_on, '9999-12-31'::date)), item_id) where closed_at is null;
-- 已办结 backwards in time, past ten thousand open ones.
create index item_closed_ix on item (unit_id, opened_at desc, item_id desc) where closed_at is not null;
