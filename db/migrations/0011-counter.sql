-- The counter: who stood there and how that was checked, what a request said, originals kept, results handed out, hand-overs between windows.

alter table application add column body_digest text;
alter table application add column visit jsonb;
comment on column application.body_digest is 'SHA-256 of what was submitted, in canonical form: the same request id with other content is not a repetition; null in rows from before it was kept';
comment on column application.visit is 'At a window: who was there, how identity was checked, authorisation; document numbers masked, with a keyed digest. Null online';
create index item_window_ix on item (window_unit_id, state) where window_unit_id is not null;
create index draft_window_ix on draft (window_unit_id, updated_at desc) where window_unit_id is not null;

create table window_original (
  subject_key uuid not null,
  original_id uuid not null,
  application_id uuid not null,
  window_unit_id text not null,
  name text not null,
  pages integer not null constraint window_original_pages_ck check (pages between 1 and 9999),
  place text not null,
  kept_on date not null,
  kept_by jsonb not null,
  return_by date not null,
  returned_at timestamptz,
  returned jsonb,
  constraint window_original_pk primary key (subject_key, original_id),
  constraint window_original_returned_ck check ((returned_at is null) = (returned is null))
);
create index window_original_kept_ix on window_original (window_unit_id, return_by) where returned_at is null;
comment on table window_original is 'Originals of papers kept at a window until they are returned; return_by is the day the receipt promises';
comment on column window_original.returned is 'To whom, how identity was checked, signature, by whom';
alter table window_original add constraint window_original_application_fk foreign key (subject_key, application_id) references application (subject_key, application_id);

create table window_hand_out (
  subject_key uuid not null,
  item_id uuid not null,
  application_id uuid not null,
  window_unit_id text not null,
  way text not null constraint window_hand_out_way_ck check (way in ('window', 'mail', 'online', 'told')),
  received_by text not null,
  document text,
  signature jsonb,
  note text not null,
  paper_ids uuid[] not null,
  handed_by jsonb not null,
  handed_at timestamptz not null,
  constraint window_hand_out_pk primary key (subject_key, item_id)
);
comment on table window_hand_out is 'Results of items that a window handed out: to whom, how, when; one row an item';
alter table window_hand_out add constraint window_hand_out_item_fk foreign key (subject_key, item_id) references item (subject_key, item_id);

create table window_hand_over (
  subject_key uuid not null,
  hand_over_id uuid not null,
  application_id uuid not null,
  from_unit_id text not null,
  to_unit_id text not null,
  reason text not null,
  with_originals boolean not null,
  asked_by jsonb not null,
  asked_at timestamptz not null,
  answer text constraint window_hand_over_answer_ck check (answer in ('accepted', 'declined', 'taken-back')),
  note text,
  answered_by jsonb,
  answered_at timestamptz,
  constraint window_hand_over_pk primary key (subject_key, hand_over_id),
  constraint window_hand_over_units_ck check (from_unit_id <> to_unit_id),
  constraint window_hand_over_answered_ck check ((answer is null) = (answered_at is null))
);
create unique index window_hand_over_open_uq on window_hand_over (subject_key, application_id) where answered_at is null;
create index window_hand_over_to_ix on window_hand_over (to_unit_id, asked_at) where answered_at is null;
comment on table window_hand_over is 'A window hands the follow-up of an application to another window, which accepts or declines; the hand-over itself is an event of every item';
alter table window_hand_over add constraint window_hand_over_application_fk foreign key (subject_key, application_id) references application (subject_key, application_id);
