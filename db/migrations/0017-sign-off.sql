-- 承办 → 审核 → 签发: a unit's own order of hands, where items stand in it, and opinions asked of other units.

create table sign_off_rule (
  unit_id text not null,
  rule_id uuid not null,
  request_id uuid not null,
  matter_key text not null,
  act text not null constraint sign_off_rule_act_ck
    check (act in ('*', 'accept', 'decline', 'request-correction', 'extend', 'grant', 'refuse')),
  steps text not null constraint sign_off_rule_steps_ck check (steps in ('none', 'sign', 'review-sign')),
  valid_from date not null,
  set_by jsonb not null,
  set_at timestamptz not null,
  constraint sign_off_rule_pk primary key (unit_id, rule_id),
  constraint sign_off_rule_request_uq unique (unit_id, request_id)
);
comment on table sign_off_rule is 'Through whose hands a unit''s acts go, by matter and act (*: all), from which day; lines are added, never changed';
comment on column sign_off_rule.steps is 'none: one person decides; sign: another signs; review-sign: another reviews, a third signs';

alter table item add column sign_off text constraint item_sign_off_ck check (sign_off in ('review', 'sign', 'returned'));
comment on column item.sign_off is 'Where the item stands in its chain: waits for review, for signature, or came back to the officer';
create index item_sign_off_ix on item (unit_id, sign_off, due_on) where sign_off is not null;

create table opinion_request (
  subject_key uuid not null,
  opinion_id uuid not null,
  item_id uuid not null,
  unit_id text not null,
  asked_unit_id text not null,
  region_code text not null,
  question text not null constraint opinion_request_question_ck check (char_length(question) between 1 and 2000),
  shown jsonb not null,
  attachment_ids uuid[] not null default '{}',
  due_on date not null,
  asked_by jsonb not null,
  asked_on date not null,
  asked_at timestamptz not null,
  answer text,
  answered_by jsonb,
  answered_on date,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  constraint opinion_request_pk primary key (subject_key, opinion_id),
  constraint opinion_request_units_ck check (unit_id <> asked_unit_id),
  constraint opinion_request_answer_ck check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  constraint opinion_request_once_ck check (answered_at is null or withdrawn_at is null)
);
create index opinion_request_item_ix on opinion_request (subject_key, item_id, asked_at);
create index opinion_request_asked_ix on opinion_request (asked_unit_id, due_on) where answered_at is null and withdrawn_at is null;
comment on table opinion_request is '征求意见: what a unit asks another about an item; the asked unit sees the question and what was put with it, not the item';
comment on column opinion_request.shown is 'Facts of the record as they were put before the asked unit';
alter table opinion_request add constraint opinion_request_item_fk foreign key (subject_key, item_id) references item (subject_key, item_id);
