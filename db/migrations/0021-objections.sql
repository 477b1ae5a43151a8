-- 异议: against what is shown of a record, for how long, and against not being accepted or being refused (36号 art 18 and the lists' own rules).

create table objection (
  subject_key uuid not null,
  objection_id uuid not null,
  number text not null,
  record_id uuid not null,
  item_id uuid,
  ground text not null constraint objection_ground_ck check (ground in ('content', 'period', 'listing', 'declined', 'refused')),
  thing text not null,
  matter_key text not null,
  unit_id text not null,
  region_code text not null,
  window_unit_id text,
  subject_name text not null,
  state text not null constraint objection_state_ck
    check (state in ('lodged', 'pushed', 'checking', 'correcting', 'corrected', 'rejected', 'declined', 'withdrawn')),
  version integer not null,
  due_on date,
  due_clock text,
  outcome text constraint objection_outcome_ck check (outcome in ('upheld', 'partly-upheld', 'rejected')),
  fold jsonb not null,
  opened_on date not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  constraint objection_pk primary key (subject_key, objection_id),
  constraint objection_item_ck check ((item_id is not null) = (ground in ('declined', 'refused')))
);
create unique index objection_open_thing_uq on objection (subject_key, record_id, thing) where closed_at is null;
create index objection_record_ix on objection (subject_key, record_id, opened_at);
create index objection_unit_ix on objection (unit_id, (coalesce(due_on, '9999-12-31'::date)), objection_id) where closed_at is null;
create index objection_unit_opened_ix on objection (unit_id, opened_at desc, objection_id);
create index objection_region_ix on objection (region_code text_pattern_ops, opened_on);
comment on table objection is '异议: one at a time about each thing objected to; fold is a cache of objection_event';
comment on column objection.thing is 'What is objected to: content, period or listing of the record, or decision:<item>';

create table objection_event (
  subject_key uuid not null,
  objection_id uuid not null,
  version integer not null,
  type text not null,
  payload jsonb not null,
  actor jsonb not null,
  unit_id text not null,
  region_code text not null,
  window_unit_id text,
  day date not null,
  at timestamptz not null,
  cites text[] not null,
  request_id uuid,
  prev_hash text not null,
  hash text not null,
  constraint objection_event_pk primary key (subject_key, objection_id, version),
  constraint objection_event_request_uq unique (subject_key, request_id)
);
comment on table objection_event is 'Ledger of an objection, hashed as item_event is with the objection in the place of the item; insert and select only';

create table objection_exchange (
  subject_key uuid not null,
  exchange_id uuid not null,
  objection_id uuid not null,
  system text not null,
  kind text not null constraint objection_exchange_kind_ck check (kind in ('push', 'report-answer', 'correct-record')),
  state text not null constraint objection_exchange_state_ck check (state in ('requested', 'confirmed', 'stuck')),
  attempts integer not null default 0,
  receipt jsonb,
  last_error text,
  unit_id text not null,
  region_code text not null,
  window_unit_id text,
  requested_at timestamptz not null,
  confirmed_at timestamptz,
  last_try_at timestamptz,
  constraint objection_exchange_pk primary key (subject_key, exchange_id),
  constraint objection_exchange_once_uq unique (subject_key, objection_id, kind, system)
);
create index objection_exchange_stuck_ix on objection_exchange (unit_id, requested_at) where state = 'stuck';
comment on table objection_exchange is 'What outside systems are told of an objection: its push, its answer, the corrected record';

alter table attachment add column objection_id uuid;
comment on column attachment.objection_id is 'The objection it was handed in with; like application_id it makes the upload part of something';
create index attachment_objection_ix on attachment (subject_key, objection_id) where objection_id is not null;

alter table objection add constraint objection_record_fk foreign key (subject_key, record_id) references record (subject_key, record_id);
alter table objection add constraint objection_item_fk foreign key (subject_key, item_id) references item (subject_key, item_id);
alter table objection_event add constraint objection_event_objection_fk
  foreign key (subject_key, objection_id) references objection (subject_key, objection_id);
alter table objection_exchange add constraint objection_exchange_fk
  foreign key (subject_key, objection_id) references objection (subject_key, objection_id);
