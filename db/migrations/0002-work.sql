-- Work tables: everything of one subject together, subject_key first in every key.

create table subject (
  subject_key uuid constraint subject_pk primary key,
  kind text not null constraint subject_kind_ck check (kind in ('organisation', 'sole-trader', 'person')),
  name text not null,
  identifier text not null,
  former_names text[] not null default '{}',
  address text,
  phone text,
  legal_rep text,
  registry_organ text,
  region_code text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index subject_name_ix on subject (name text_pattern_ops);
create index subject_former_ix on subject using gin (former_names);
comment on table subject is 'Who carries records: organisation, sole trader or natural person';

create table subject_identifier (
  identifier text constraint subject_identifier_pk primary key,
  kind text not null,
  subject_key uuid not null
);
comment on table subject_identifier is 'Directory: identifier to subject_key, looked up in a statement of its own';

create table record (
  subject_key uuid not null,
  record_id uuid not null,
  matter_key text not null,
  record_type text not null constraint record_type_ck check (record_type in ('penalty', 'abnormal', 'serious-list', 'judgment')),
  natural_key text not null,
  digest text not null,
  doc_number text not null,
  finding_date date not null,
  published_date date,
  organ_name text not null,
  organ_code text,
  unit_id text,
  region_code text not null,
  facts jsonb not null,
  duties_performed boolean not null default false,
  correction_date date,
  class text constraint record_class_ck check (class in ('minor', 'general', 'serious')),
  repaired_on date,
  import_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint record_pk primary key (subject_key, record_id),
  constraint record_natural_uq unique (subject_key, natural_key)
);
create index record_unit_ix on record (unit_id, finding_date desc, record_id);
comment on table record is 'Adverse records 失信信息; both findingDate and publishedDate are kept since the two tracks count from different days';

create table application (
  subject_key uuid not null,
  application_id uuid not null,
  number text not null,
  request_id uuid not null,
  channel text not null constraint application_channel_ck check (channel in ('online', 'window')),
  window_unit_id text,
  unit_ids text[] not null,
  region_path text[] not null,
  form jsonb not null,
  items jsonb not null,
  commitment jsonb not null,
  submitted_on date not null,
  submitted_at timestamptz not null,
  submitted_by jsonb not null,
  constraint application_pk primary key (subject_key, application_id),
  constraint application_request_uq unique (subject_key, request_id)
);
create index application_window_ix on application (window_unit_id, submitted_at desc) where window_unit_id is not null;
comment on table application is 'One joint form (附件3), one signature, several items';

create table item (
  subject_key uuid not null,
  item_id uuid not null,
  application_id uuid not null,
  record_id uuid not null,
  number text not null,
  matter_key text not null,
  unit_id text not null,
  region_code text not null,
  window_unit_id text,
  channel text not null,
  subject_name text not null,
  state text not null,
  version integer not null,
  due_on date,
  due_clock text,
  acceptance_due date,
  acceptance_done_on date,
  decision_due date,
  decision_done_on date,
  outcome text,
  assignee text,
  fold jsonb not null,
  opened_on date not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  constraint item_pk primary key (subject_key, item_id)
);
create unique index item_open_record_uq on item (subject_key, record_id) where closed_at is null;
create index item_queue_ix on item (unit_id, (coalesce(due_on, '9999-12-31'::date)), item_id) where closed_at is null;
create index item_unit_opened_ix on item (unit_id, opened_at desc, item_id);
create index item_region_ix on item (region_code text_pattern_ops, opened_on);
create index item_application_ix on item (subject_key, application_id);
comment on table item is 'The thing that travels; fold is a cache of the ledger (npm run check:ledger refolds it)';

create table item_event (
  subject_key uuid not null,
  item_id uuid not null,
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
  constraint item_event_pk primary key (subject_key, item_id, version),
  constraint item_event_request_uq unique (subject_key, request_id)
);
comment on table item_event is 'The ledger and the audit trail; hash covers the row and the previous hash; insert and select only';

create table item_number (
  number text constraint item_number_pk primary key,
  subject_key uuid not null,
  application_id uuid not null,
  item_id uuid
);
comment on table item_number is 'Directory: public number of an application or item to its subject';

create table draft (
  subject_key uuid not null,
  draft_id uuid not null,
  owner text not null,
  window_unit_id text,
  content jsonb not null,
  version integer not null,
  updated_at timestamptz not null,
  constraint draft_pk primary key (subject_key, draft_id)
);
comment on table draft is 'A form being filled in, saved as typed; owner is the login or officer id';

create table attachment (
  subject_key uuid not null,
  attachment_id uuid not null,
  application_id uuid,
  item_id uuid,
  material_key text not null,
  file_name text not null,
  media_type text not null,
  bytes integer not null,
  digest text not null,
  content bytea not null,
  uploaded_by jsonb not null,
  uploaded_at timestamptz not null,
  unit_ids text[] not null default '{}',
  region_path text[] not null default '{}',
  window_unit_id text,
  constraint attachment_pk primary key (subject_key, attachment_id)
);
create index attachment_application_ix on attachment (subject_key, application_id);

create table exchange (
  subject_key uuid not null,
  exchange_id uuid not null,
  item_id uuid not null,
  system text not null,
  kind text not null constraint exchange_kind_ck
    check (kind in ('register', 'hand-over', 'report-result', 'end-publication', 'end-sharing', 'lift-measures')),
  state text not null constraint exchange_state_ck check (state in ('requested', 'sent', 'confirmed', 'stuck')),
  attempts integer not null default 0,
  request jsonb not null,
  receipt jsonb,
  last_error text,
  unit_id text not null,
  region_code text not null,
  window_unit_id text,
  requested_at timestamptz not null,
  sent_at timestamptz,
  confirmed_at timestamptz,
  last_try_at timestamptz,
  constraint exchange_pk primary key (subject_key, exchange_id),
  constraint exchange_once_uq unique (subject_key, item_id, kind, system)
);
create index exchange_open_ix on exchange (state, requested_at) where state <> 'confirmed';
comment on table exchange is 'Hand-overs to outside systems: Requested, then Confirmed or Stuck, with the receipt';

create table paper (
  subject_key uuid not null,
  paper_id uuid not null,
  application_id uuid,
  item_id uuid,
  record_id uuid,
  kind text not null,
  doc_number text,
  verification_code text not null,
  issued_on date not null,
  model jsonb not null,
  state text not null constraint paper_state_ck check (state in ('ordered', 'printed', 'failed')),
  digest text,
  content bytea,
  failure text,
  unit_ids text[] not null default '{}',
  region_path text[] not null default '{}',
  window_unit_id text,
  ordered_at timestamptz not null,
  printed_at timestamptz,
  constraint paper_pk primary key (subject_key, paper_id)
);
create index paper_application_ix on paper (subject_key, application_id);
comment on table paper is 'Official papers, printed by a job after commit; a paper that fails to print blocks no act';

create table paper_code (
  code text constraint paper_code_pk primary key,
  subject_key uuid not null,
  paper_id uuid not null
);
comment on table paper_code is 'Directory: verification code to paper';

create table repair_notice (
  subject_key uuid not null,
  notice_id uuid not null,
  record_id uuid not null,
  paper_id uuid not null,
  token text not null,
  unit_id text not null,
  region_code text not null,
  made_by text not null,
  made_at timestamptz not null,
  served_how text constraint repair_notice_how_ck check (served_how in ('direct', 'left', 'mail', 'electronic', 'entrusted', 'public')),
  served_on date,
  served_with_decision boolean,
  received_by text,
  noted_by text,
  noted_at timestamptz,
  constraint repair_notice_pk primary key (subject_key, notice_id),
  constraint repair_notice_record_uq unique (subject_key, record_id)
);
comment on table repair_notice is '信用修复告知书 for a record (两书同达) and how it was served together with the decision';

create table notice_token (
  token text constraint notice_token_pk primary key,
  subject_key uuid not null,
  record_id uuid not null
);
comment on table notice_token is 'Directory: token in the QR of a repair notice to its record';

create table message (
  subject_key uuid not null,
  message_id uuid not null,
  application_id uuid,
  item_id uuid,
  recipient text not null constraint message_recipient_ck check (recipient in ('applicant', 'window', 'unit', 'officer')),
  unit_id text,
  window_unit_id text,
  region_code text,
  officer_id text,
  title text not null,
  body text not null,
  channels jsonb not null,
  created_at timestamptz not null,
  read_at timestamptz,
  constraint message_pk primary key (subject_key, message_id)
);
create index message_unit_ix on message (unit_id, created_at desc) where unit_id is not null;
create index message_window_ix on message (window_unit_id, created_at desc) where window_unit_id is not null;
comment on table message is 'Messages to applicants and officers; channels holds state and proof per channel (in-app, sms, ganfutong)';

create table rating (
  subject_key uuid not null,
  rating_id uuid not null,
  application_id uuid not null,
  item_id uuid not null,
  unit_id text not null,
  region_code text not null,
  window_unit_id text,
  score integer not null constraint rating_score_ck check (score between 1 and 5),
  comment text,
  rated_at timestamptz not null,
  constraint rating_pk primary key (subject_key, rating_id),
  constraint rating_item_uq unique (subject_key, item_id)
);

create table urging (
  subject_key uuid not null,
  urging_id uuid not null,
  item_id uuid not null,
  unit_id text not null,
  region_code text not null,
  window_unit_id text,
  text text not null,
  urged_by text not null,
  urged_unit text not null,
  urged_at timestamptz not null,
  answered_at timestamptz,
  answer text,
  constraint urging_pk primary key (subject_key, urging_id)
);

create table outbox (
  subject_key uuid not null,
  outbox_id uuid not null,
  task text not null,
  payload jsonb not null,
  run_at timestamptz not null,
  created_at timestamptz not null,
  constraint outbox_pk primary key (subject_key, outbox_id)
);
create index outbox_order_ix on outbox (outbox_id);
comment on table outbox is 'Jobs of an act, written with it; one relay hands them to graphile-worker with job_key = outbox_id';

alter table record add constraint record_subject_fk foreign key (subject_key) references subject (subject_key);
alter table application add constraint application_subject_fk foreign key (subject_key) references subject (subject_key);
alter table item add constraint item_application_fk foreign key (subject_key, application_id) references application (subject_key, application_id);
alter table item add constraint item_record_fk foreign key (subject_key, record_id) references record (subject_key, record_id);
alter table item_event add constraint item_event_item_fk foreign key (subject_key, item_id) references item (subject_key, item_id);
alter table exchange add constraint exchange_item_fk foreign key (subject_key, item_id) references item (subject_key, item_id);
alter table repair_notice add constraint repair_notice_record_fk foreign key (subject_key, record_id) references record (subject_key, record_id);
alter table rating add constraint rating_item_fk foreign key (subject_key, item_id) references item (subject_key, item_id);
alter table urging add constraint urging_item_fk foreign key (subject_key, item_id) references item (subject_key, item_id);
