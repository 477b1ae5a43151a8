-- Agents whom enterprises authorise, questions to units, tries with a query code, and what ends a login from outside.

alter table session add column sub text;
alter table session add column sid text;
create index session_sub_ix on session (sub) where sub is not null;
create index session_sid_ix on session (sid) where sid is not null;
comment on column session.sub is 'Account at the identity service; a logout told by that service ends its sessions here';
comment on column session.sid is 'Session at the identity service';

create table logout_token_seen (
  token_hash text constraint logout_token_seen_pk primary key,
  seen_at timestamptz not null
);
comment on table logout_token_seen is 'Local table: logout tokens of the identity service that were used; each ends sessions once';

create table authorisation (
  subject_key uuid not null,
  authorisation_id uuid not null,
  request_id uuid not null,
  agent_name text not null,
  agent_identifier text not null,
  agent_phone text,
  matters text[],
  valid_from date not null,
  valid_to date not null,
  granted_by jsonb not null,
  granted_at timestamptz not null,
  withdrawn_by jsonb,
  withdrawn_at timestamptz,
  constraint authorisation_pk primary key (subject_key, authorisation_id),
  constraint authorisation_request_uq unique (subject_key, request_id),
  constraint authorisation_days_ck check (valid_to >= valid_from),
  constraint authorisation_matters_ck check (matters is null or cardinality(matters) > 0),
  constraint authorisation_withdrawn_ck check ((withdrawn_at is null) = (withdrawn_by is null))
);
comment on table authorisation is '经办人授权: whom an enterprise lets act for it, in which matters (null: all) and until which day';
alter table authorisation add constraint authorisation_subject_fk foreign key (subject_key) references subject (subject_key);

create table agent_directory (
  agent_hash text not null,
  subject_key uuid not null,
  authorisation_id uuid not null,
  valid_to date not null,
  constraint agent_directory_pk primary key (agent_hash, subject_key, authorisation_id)
);
comment on table agent_directory is 'Directory: keyed hash of a person''s ID number to the authorisations given to them, looked up in a statement of its own';

alter table draft add column authorisation_id uuid;
comment on column draft.authorisation_id is 'Under which authorisation an agent last saved it; null where the subject''s own people did';

create table question (
  subject_key uuid not null,
  question_id uuid not null,
  request_id uuid not null,
  application_id uuid not null,
  item_id uuid not null,
  unit_id text not null,
  region_code text not null,
  window_unit_id text,
  text text not null constraint question_text_ck check (char_length(text) between 1 and 1000),
  asked_by jsonb not null,
  asked_on date not null,
  asked_at timestamptz not null,
  due_on date not null,
  answer text,
  answered_by jsonb,
  answered_on date,
  answered_at timestamptz,
  constraint question_pk primary key (subject_key, question_id),
  constraint question_request_uq unique (subject_key, request_id),
  constraint question_answer_ck check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index question_item_ix on question (subject_key, item_id, asked_at);
create index question_open_ix on question (unit_id, due_on) where answered_at is null;
comment on table question is 'Questions of applicants to the unit of an item, with the day by which the platform promises an answer (no legal limit)';
alter table question add constraint question_item_fk foreign key (subject_key, item_id) references item (subject_key, item_id);

create table failed_try (
  key_hash text constraint failed_try_pk primary key,
  failures integer not null,
  last_at timestamptz not null,
  open_at timestamptz
);
create index failed_try_last_ix on failed_try (last_at);
comment on table failed_try is 'Local table: failed tries with a query code, by keyed hash of number or address; open_at is when the next try is heard';
