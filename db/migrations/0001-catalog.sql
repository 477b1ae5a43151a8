-- Reference tables: small, rarely written, edited by people through catalog. Work rows point at their timeless keys.

create table region (
  code text constraint region_pk primary key,
  name text not null,
  level text not null constraint region_level_ck check (level in ('province', 'city', 'county', 'new-area')),
  parent text,
  placeholder boolean not null default false
);
comment on table region is 'GB/T 2260 regions of Jiangxi; 赣江新区 carries a replaceable placeholder code';

create table unit (
  unit_id text constraint unit_pk primary key,
  name text not null,
  short_name text not null,
  kind text not null constraint unit_kind_ck check (kind in ('authority', 'window', 'lead')),
  sector text not null,
  level text not null constraint unit_level_ck check (level in ('province', 'city', 'county', 'new-area')),
  region_code text not null,
  organ_code text,
  phone text,
  address text,
  valid_from date not null,
  valid_to date
);
create index unit_name_ix on unit (name);
create index unit_region_ix on unit (region_code, sector);
comment on table unit is 'Authorities, windows and lead departments; short_name is the 机关代字 of document numbers';

create table matter_key (
  matter_key text constraint matter_key_pk primary key,
  position integer not null
);
comment on table matter_key is 'One timeless row per matter; dated content stands in matter_version';

create table matter_version (
  matter_key text not null,
  version integer not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  law_entry text not null,
  content jsonb not null,
  constraint matter_version_pk primary key (matter_key, version),
  constraint matter_version_range_ck check (valid_to is null or valid_to >= valid_from)
);
comment on table matter_version is 'A matter as of a span of days: content holds subject types, receiver, decider, conditions, materials, extra fields, limits';

create table matter_change (
  change_id uuid constraint matter_change_pk primary key,
  matter_key text not null,
  kind text not null constraint matter_change_kind_ck check (kind in ('new', 'change', 'withdraw')),
  effective_on date not null,
  filed_on date not null,
  basis text not null,
  urgent_reason text,
  content jsonb not null,
  state text not null constraint matter_change_state_ck check (state in ('filed', 'applied', 'rejected')),
  filed_by text not null,
  decided_by text,
  decided_at timestamptz,
  created_at timestamptz not null
);
comment on table matter_change is 'Filing of a changed matter with the lead department at least one month before its day (赣信用办〔2024〕4号 二(六))';

create table calendar_day (
  day date constraint calendar_day_pk primary key,
  is_working boolean not null,
  basis text not null,
  edited_by text not null,
  edited_at timestamptz not null
);
comment on table calendar_day is 'Edits of the working-day calendar on top of the State Council arrangements in law/';

create table officer (
  officer_id text constraint officer_pk primary key,
  login text not null constraint officer_login_uq unique,
  name text not null,
  password_hash text not null,
  unit_id text not null,
  roles text[] not null,
  phone text,
  failed_logins integer not null default 0,
  locked_until timestamptz,
  valid_from date not null,
  valid_to date
);
comment on table officer is 'People of authorities, windows and lead departments, with their roles at one unit';

create table session (
  token_hash text constraint session_pk primary key,
  kind text not null constraint session_kind_ck check (kind in ('login-flow', 'applicant', 'officer')),
  content jsonb not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_expires_ix on session (expires_at);
comment on table session is 'Local table: only the hash of a session token is stored';

create table number_series (
  unit_id text not null,
  kind text not null,
  period text not null,
  last integer not null,
  constraint number_series_pk primary key (unit_id, kind, period)
);
comment on table number_series is 'Last number given per unit, kind and year (documents) or day (applications, leased in blocks)';

create table import_batch (
  import_id uuid constraint import_batch_pk primary key,
  file_name text not null,
  file_digest text not null,
  template text,
  unit_id text not null,
  uploaded_by text not null,
  override_reason text,
  state text not null constraint import_batch_state_ck check (state in ('waiting', 'running', 'done', 'failed')),
  bytes_total bigint not null,
  bytes_read bigint not null default 0,
  rows_read integer not null default 0,
  accepted integer not null default 0,
  updated integer not null default 0,
  duplicate integer not null default 0,
  rejected integer not null default 0,
  failure jsonb,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index import_batch_unit_ix on import_batch (unit_id, created_at desc);

create table import_row (
  import_id uuid not null,
  sheet text not null,
  row_no integer not null,
  outcome text not null constraint import_row_outcome_ck check (outcome in ('accepted', 'updated', 'duplicate', 'rejected')),
  faults jsonb not null default '[]',
  warnings jsonb not null default '[]',
  constraint import_row_pk primary key (import_id, sheet, row_no)
);
comment on table import_row is 'Row-level report of an import; accepted rows without warnings are only counted in import_batch';

create table import_file (
  import_id uuid not null,
  part integer not null,
  content bytea not null,
  constraint import_file_pk primary key (import_id, part)
);
comment on table import_file is 'The uploaded file in parts until its job has run, so that any worker can read it';

create table queue_look (
  unit_id text not null,
  day date not null,
  officer_id text not null,
  first_at timestamptz not null,
  constraint queue_look_pk primary key (unit_id, day, officer_id)
);
comment on table queue_look is 'Who opened the unit''s queue on which working day (赣信用办〔2024〕4号 三(八))';

create table access_log (
  at timestamptz not null,
  actor text not null,
  act text not null,
  subject_key uuid,
  detail jsonb not null default '{}'
);
create index access_log_at_ix on access_log (at);
comment on table access_log is 'Reads of personal data and overrides with their reasons';

create table heartbeat (
  kind text not null,
  instance text not null,
  at timestamptz not null,
  constraint heartbeat_pk primary key (kind, instance)
);
comment on table heartbeat is 'Local table: workers say that they are alive; /health/ready reads it';
