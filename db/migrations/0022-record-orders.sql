-- Orders about records beside their repair: annulled and changed decisions, plans of reorganisation, ends of display, deregistration, revocation.

alter table record add column held_back text
  constraint record_held_back_ck check (held_back in ('shielded', 'annulled', 'ended', 'deregistered'));
alter table record add column held_back_on date;
alter table record add column plan_completed_on date;
alter table record add column barred_on date;
alter table record add column restarts_on date;
comment on column record.held_back is 'Why an order holds the record back from display; null: none does';
comment on column record.plan_completed_on is 'Day on which a court found the plan of reorganisation or the settlement performed';
comment on column record.barred_on is 'Day of the decision by which a repair of this record was revoked for fraud (36号 art 25)';
comment on column record.restarts_on is 'Day from which display is counted anew after a revocation (107号 art 23)';

alter table subject add column market_barred_on date;
alter table subject add column deregistered_on date;
comment on column subject.market_barred_on is 'Day of the decision that bars every market record of the subject (107号 art 23)';
comment on column subject.deregistered_on is 'Day of deregistration 注销; null: it exists';

alter table sign_off_rule drop constraint sign_off_rule_act_ck;
alter table sign_off_rule add constraint sign_off_rule_act_ck
  check (act in ('*', 'accept', 'decline', 'request-correction', 'extend', 'grant', 'refuse', 'revoke'));

create table record_order (
  subject_key uuid not null,
  order_id uuid not null,
  record_id uuid not null,
  kind text not null constraint record_order_kind_ck check (kind in
    ('annulment', 'change', 'shielding', 'restoring', 'completion', 'automatic-end', 'deregistration', 'revocation')),
  state text not null constraint record_order_state_ck check (state in ('asked', 'ordered', 'done', 'declined')),
  version integer not null,
  content jsonb not null,
  reasons text[] not null default '{}',
  cites text[] not null default '{}',
  item_id uuid,
  unit_id text not null,
  region_code text not null,
  opened_on date not null,
  due_on date,
  closed_on date,
  updated_at timestamptz not null,
  constraint record_order_pk primary key (subject_key, order_id)
);
alter table record_order add constraint record_order_record_fk foreign key (subject_key, record_id) references record (subject_key, record_id);
create unique index record_order_open_uq on record_order (subject_key, record_id, kind) where state in ('asked', 'ordered');
create index record_order_unit_ix on record_order (unit_id, due_on, order_id) where state in ('asked', 'ordered');
create index record_order_record_ix on record_order (subject_key, record_id, opened_on);
comment on table record_order is 'Orders about a record beside its repair: what was asked or decided, by when, and how far it is; folded from record_order_event';
comment on column record_order.due_on is 'Day by which law has it done; null where no clause gives a number';

create table record_order_event (
  subject_key uuid not null,
  order_id uuid not null,
  version integer not null,
  type text not null,
  payload jsonb not null,
  actor jsonb not null,
  unit_id text not null,
  region_code text not null,
  day date not null,
  at timestamptz not null,
  cites text[] not null default '{}',
  request_id uuid,
  prev_hash text not null,
  hash text not null,
  constraint record_order_event_pk primary key (subject_key, order_id, version),
  constraint record_order_event_request_uq unique (subject_key, request_id)
);
alter table record_order_event add constraint record_order_event_order_fk
  foreign key (subject_key, order_id) references record_order (subject_key, order_id);
comment on table record_order_event is 'The chain of an order: who did what on which day and on what ground, each row hashing the one before; never changed';

create table record_order_effect (
  subject_key uuid not null,
  effect_id uuid not null,
  order_id uuid not null,
  system text not null,
  effect text not null constraint record_order_effect_kind_ck check (effect in ('hide', 'show-again', 'change', 'shield')),
  state text not null constraint record_order_effect_state_ck check (state in ('requested', 'sent', 'confirmed', 'stuck')),
  attempts integer not null default 0,
  receipt jsonb,
  last_error text,
  unit_id text not null,
  region_code text not null,
  requested_at timestamptz not null,
  sent_at timestamptz,
  confirmed_at timestamptz,
  last_try_at timestamptz,
  constraint record_order_effect_pk primary key (subject_key, effect_id),
  constraint record_order_effect_once_uq unique (subject_key, order_id, system)
);
alter table record_order_effect add constraint record_order_effect_order_fk
  foreign key (subject_key, order_id) references record_order (subject_key, order_id);
create index record_order_effect_open_ix on record_order_effect (state, requested_at) where state <> 'confirmed';
comment on table record_order_effect is 'What each platform was asked because of an order: requested, sent (it has it), confirmed, or stuck (a person must look)';
