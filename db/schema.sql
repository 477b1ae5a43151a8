-- 由 npm run generate 从 db/migrations、roles.sql、policies.sql 生成；请勿手改。

CREATE OR REPLACE FUNCTION public.clear_access_log(keep_from timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    with gone as (delete from public.access_log where at < least(keep_from, now() - interval '6 months') returning 1)
    select count(*) from gone
  $function$
-- Removes rows of the access log written before an instant, never younger ones than six months; gives how many
-- execute: credit_repair_app

create table access_log (
  at timestamp with time zone not null,
  actor text not null,
  act text not null,
  subject_key uuid,
  detail jsonb not null default '{}'::jsonb,
  entry_id uuid,
  item_id uuid,
  actor_name text,
  unit_id text,
  unit_name text,
  purpose text,
  note text,
  subject_keys uuid[]
);
comment on table access_log is 'Reads of personal data and overrides with their reasons';
comment on column access_log.actor_name is 'Who read, and for which unit (unit_id, unit_name), as they were called then; null in rows from before';
comment on column access_log.purpose is 'Key of domain/access/reading-purpose.ts; case: it follows from the work on this very item; null: an override or an export, explained in detail';
comment on column access_log.note is 'What the reader added in own words';
comment on column access_log.subject_keys is 'Whose data went out together in one file (an export, a batch of notices); null where subject_key says it, or where a list was only looked at';
CREATE INDEX access_log_actor_ix ON access_log USING btree (actor, at DESC);
CREATE INDEX access_log_at_ix ON access_log USING btree (at);
CREATE UNIQUE INDEX access_log_entry_uq ON access_log USING btree (entry_id);
CREATE INDEX access_log_subject_ix ON access_log USING btree (subject_key, at DESC);
CREATE INDEX access_log_subjects_ix ON access_log USING gin (subject_keys) WHERE (subject_keys IS NOT NULL);
grant insert, select on access_log to credit_repair_app;

create table agent_directory (
  agent_hash text not null,
  subject_key uuid not null,
  authorisation_id uuid not null,
  valid_to date not null,
  constraint agent_directory_pk PRIMARY KEY (agent_hash, subject_key, authorisation_id)
);
comment on table agent_directory is 'Directory: keyed hash of a person''s ID number to the authorisations given to them, looked up in a statement of its own';
grant insert, select, update on agent_directory to credit_repair_app;

create table application (
  subject_key uuid not null,
  application_id uuid not null,
  number text not null,
  request_id uuid not null,
  channel text not null,
  window_unit_id text,
  unit_ids text[] not null,
  region_path text[] not null,
  form jsonb not null,
  items jsonb not null,
  commitment jsonb not null,
  submitted_on date not null,
  submitted_at timestamp with time zone not null,
  submitted_by jsonb not null,
  body_digest text,
  visit jsonb,
  constraint application_pk PRIMARY KEY (subject_key, application_id),
  constraint application_request_uq UNIQUE (subject_key, request_id),
  constraint application_subject_fk FOREIGN KEY (subject_key) REFERENCES subject(subject_key),
  constraint application_channel_ck CHECK ((channel = ANY (ARRAY['online'::text, 'window'::text])))
);
comment on table application is 'One joint form (附件3), one signature, several items';
comment on column application.body_digest is 'SHA-256 of what was submitted, in canonical form: the same request id with other content is not a repetition; null in rows from before it was kept';
comment on column application.visit is 'At a window: who was there, how identity was checked, authorisation; document numbers masked, with a keyed digest. Null online';
CREATE INDEX application_window_ix ON application USING btree (window_unit_id, submitted_at DESC) WHERE (window_unit_id IS NOT NULL);
alter table application enable row level security;
create policy application_all on application for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy application_region on application for all using ((current_setting('app.sees'::text, true) = 'region'::text) AND (current_setting('app.region'::text, true) = ANY (region_path)));
create policy application_subject on application for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy application_unit on application for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (current_setting('app.unit'::text, true) = ANY (unit_ids)));
create policy application_window on application for all using ((current_setting('app.sees'::text, true) = 'window'::text) AND (window_unit_id = current_setting('app.unit'::text, true)));
grant insert, select, update on application to credit_repair_app;

create table assignment_rule (
  unit_id text not null,
  rule_id uuid not null,
  matter_key text,
  officer_ids text[] not null,
  set_by jsonb not null,
  set_at timestamp with time zone not null,
  ended_by jsonb,
  ended_at timestamp with time zone,
  constraint assignment_rule_pk PRIMARY KEY (unit_id, rule_id),
  constraint assignment_rule_ended_ck CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint assignment_rule_officers_ck CHECK (((cardinality(officer_ids) >= 1) AND (cardinality(officer_ids) <= 50)))
);
comment on table assignment_rule is '分派规则: officers among whom new items of a unit are shared out, by matter (null: all others); lines are ended, never changed';
CREATE UNIQUE INDEX assignment_rule_open_uq ON assignment_rule USING btree (unit_id, COALESCE(matter_key, ''::text)) WHERE (ended_at IS NULL);
alter table assignment_rule enable row level security;
create policy assignment_rule_all on assignment_rule for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy assignment_rule_unit on assignment_rule for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (unit_id = current_setting('app.unit'::text, true)));
grant insert, select, update on assignment_rule to credit_repair_app;

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
  uploaded_at timestamp with time zone not null,
  unit_ids text[] not null default '{}'::text[],
  region_path text[] not null default '{}'::text[],
  window_unit_id text,
  request_id uuid,
  pages integer,
  scan text not null default 'received'::text,
  scanned_at timestamp with time zone,
  scan_found text,
  reused_from uuid,
  consent jsonb,
  given_at timestamp with time zone,
  objection_id uuid,
  constraint attachment_pk PRIMARY KEY (subject_key, attachment_id),
  constraint attachment_pages_ck CHECK ((pages > 0)),
  constraint attachment_reuse_ck CHECK ((((reused_from IS NULL) = (consent IS NULL)) AND ((reused_from IS NULL) = (given_at IS NULL)))),
  constraint attachment_scan_ck CHECK ((scan = ANY (ARRAY['received'::text, 'waiting'::text, 'clean'::text, 'infected'::text])))
);
comment on column attachment.request_id is 'Request that made the row (an upload''s id, or the request of a reuse): a repeated request makes no second file';
comment on column attachment.pages is 'Pages of a PDF as counted when it came in; null for pictures and where they cannot be counted';
comment on column attachment.scan is 'received: no scanner is set; waiting: kept until the scanner can be asked; clean; infected: found later, the content was removed';
comment on column attachment.scanned_at is 'When the scanner was last asked; null where it never was';
comment on column attachment.scan_found is 'What the scanner found, or why it could not be asked';
comment on column attachment.reused_from is 'The file of an earlier application that was given again; same content and digest';
comment on column attachment.consent is 'Who agreed to the reuse, when, and the sentence agreed to; kept with the file';
comment on column attachment.given_at is 'Of a reused file: when the subject first gave it, from which its time for reuse runs; else uploaded_at says so';
comment on column attachment.objection_id is 'The objection it was handed in with; like application_id it makes the upload part of something';
CREATE INDEX attachment_application_ix ON attachment USING btree (subject_key, application_id);
CREATE INDEX attachment_objection_ix ON attachment USING btree (subject_key, objection_id) WHERE (objection_id IS NOT NULL);
CREATE UNIQUE INDEX attachment_request_uq ON attachment USING btree (subject_key, request_id) WHERE (request_id IS NOT NULL);
CREATE INDEX attachment_unused_ix ON attachment USING btree (uploaded_at) WHERE (application_id IS NULL);
CREATE INDEX attachment_waiting_ix ON attachment USING btree (scanned_at) WHERE (scan = 'waiting'::text);
alter table attachment enable row level security;
create policy attachment_all on attachment for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy attachment_region on attachment for all using ((current_setting('app.sees'::text, true) = 'region'::text) AND (current_setting('app.region'::text, true) = ANY (region_path)));
create policy attachment_subject on attachment for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy attachment_unit on attachment for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (current_setting('app.unit'::text, true) = ANY (unit_ids)));
create policy attachment_window on attachment for all using ((current_setting('app.sees'::text, true) = 'window'::text) AND (window_unit_id = current_setting('app.unit'::text, true)));
grant delete, insert, select, update on attachment to credit_repair_app;

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
  granted_at timestamp with time zone not null,
  withdrawn_by jsonb,
  withdrawn_at timestamp with time zone,
  constraint authorisation_pk PRIMARY KEY (subject_key, authorisation_id),
  constraint authorisation_request_uq UNIQUE (subject_key, request_id),
  constraint authorisation_subject_fk FOREIGN KEY (subject_key) REFERENCES subject(subject_key),
  constraint authorisation_days_ck CHECK ((valid_to >= valid_from)),
  constraint authorisation_matters_ck CHECK (((matters IS NULL) OR (cardinality(matters) > 0))),
  constraint authorisation_withdrawn_ck CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))
);
comment on table authorisation is '经办人授权: whom an enterprise lets act for it, in which matters (null: all) and until which day';
alter table authorisation enable row level security;
create policy authorisation_all on authorisation for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy authorisation_subject on authorisation for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
grant insert, select, update on authorisation to credit_repair_app;

create table catalog_change (
  change_id uuid not null,
  kind text not null,
  target text not null,
  effective_on date not null,
  basis text not null,
  urgent_reason text,
  content jsonb not null,
  diff jsonb not null default '[]'::jsonb,
  state text not null,
  filed_on date not null,
  filed_by_id text not null,
  filed_by text not null,
  filed_unit text not null,
  filed_at timestamp with time zone not null,
  trial jsonb,
  trial_at timestamp with time zone,
  decided_by_id text,
  decided_by text,
  decided_at timestamp with time zone,
  note text,
  looked_at timestamp with time zone,
  constraint catalog_change_pk PRIMARY KEY (change_id),
  constraint catalog_change_kind_ck CHECK ((kind = ANY (ARRAY['matter'::text, 'confirmation'::text, 'class-standard'::text, 'calendar-year'::text, 'calendar-day'::text, 'unit'::text]))),
  constraint catalog_change_state_ck CHECK ((state = ANY (ARRAY['filed'::text, 'approved'::text, 'rejected'::text, 'withdrawn'::text]))),
  constraint catalog_change_two_ck CHECK (((state <> 'approved'::text) OR (decided_by_id <> filed_by_id)))
);
comment on table catalog_change is 'Filings of changes of the catalogue (赣信用办〔2024〕4号 二(六)): approved rows of confirmations, class standards and the calendar are the rows in force';
comment on column catalog_change.target is 'Matter key, point of law/points.ts, field, year, day or unit id, by kind';
comment on column catalog_change.trial is 'What the change would do to records, items, drafts, forms, deadlines and the guide, as counted after filing';
comment on column catalog_change.looked_at is 'When the records that the change may concern were marked to be looked at again; null while its day has not come';
CREATE INDEX catalog_change_day_ix ON catalog_change USING btree (effective_on DESC, change_id DESC);
CREATE INDEX catalog_change_look_ix ON catalog_change USING btree (effective_on) WHERE ((state = 'approved'::text) AND (looked_at IS NULL));
CREATE UNIQUE INDEX catalog_change_waiting_uq ON catalog_change USING btree (kind, target) WHERE (state = 'filed'::text);
grant insert, select, update on catalog_change to credit_repair_app;

create table catalog_seed (
  part text not null,
  digest text not null,
  seeded_at timestamp with time zone not null,
  constraint catalog_seed_pk PRIMARY KEY (part)
);
comment on table catalog_seed is 'Digest of each part of the catalogue as delivered (regions, units, matter:<key>, demo accounts, all) when it was last written';
grant insert, select, update on catalog_seed to credit_repair_app;

create table channel_visit (
  channel text not null,
  day date not null,
  page text not null,
  count integer not null,
  constraint channel_visit_pk PRIMARY KEY (channel, day, page)
);
comment on table channel_visit is 'How often a page was opened through a portal on a day; no person, no address, no session';
grant insert, select, update on channel_visit to credit_repair_app;

create table counted_calendar (
  only_row boolean not null default true,
  digest text not null,
  calendar jsonb not null,
  counted_at timestamp with time zone not null,
  constraint counted_calendar_pk PRIMARY KEY (only_row),
  constraint counted_calendar_one_ck CHECK (only_row)
);
comment on table counted_calendar is 'The working-day calendar with which all open deadlines were counted last; one row';
comment on column counted_calendar.digest is 'SHA-256 of the calendar in canonical form; also in the ledger of each item that was dated again';
grant insert, select, update on counted_calendar to credit_repair_app;

create table draft (
  subject_key uuid not null,
  draft_id uuid not null,
  owner text not null,
  window_unit_id text,
  content jsonb not null,
  version integer not null,
  updated_at timestamp with time zone not null,
  begun jsonb not null default '{}'::jsonb,
  authorisation_id uuid,
  constraint draft_pk PRIMARY KEY (subject_key, draft_id)
);
comment on table draft is 'A form being filled in, saved as typed; owner is the login or officer id';
comment on column draft.begun is 'By record: matter_key and the version in force when the record was first saved into the draft';
comment on column draft.authorisation_id is 'Under which authorisation an agent last saved it; null where the subject''s own people did';
CREATE INDEX draft_window_ix ON draft USING btree (window_unit_id, updated_at DESC) WHERE (window_unit_id IS NOT NULL);
alter table draft enable row level security;
create policy draft_all on draft for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy draft_subject on draft for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy draft_window on draft for all using ((current_setting('app.sees'::text, true) = 'window'::text) AND (window_unit_id = current_setting('app.unit'::text, true)));
grant delete, insert, select, update on draft to credit_repair_app;

create table exchange (
  subject_key uuid not null,
  exchange_id uuid not null,
  item_id uuid not null,
  system text not null,
  kind text not null,
  state text not null,
  attempts integer not null default 0,
  request jsonb not null,
  receipt jsonb,
  last_error text,
  unit_id text not null,
  region_code text not null,
  window_unit_id text,
  requested_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  last_try_at timestamp with time zone,
  constraint exchange_pk PRIMARY KEY (subject_key, exchange_id),
  constraint exchange_once_uq UNIQUE (subject_key, item_id, kind, system),
  constraint exchange_item_fk FOREIGN KEY (subject_key, item_id) REFERENCES item(subject_key, item_id),
  constraint exchange_kind_ck CHECK ((kind = ANY (ARRAY['register'::text, 'hand-over'::text, 'report-result'::text, 'end-publication'::text, 'end-sharing'::text, 'lift-measures'::text]))),
  constraint exchange_state_ck CHECK ((state = ANY (ARRAY['requested'::text, 'sent'::text, 'confirmed'::text, 'stuck'::text])))
);
comment on table exchange is 'Hand-overs to outside systems: Requested, then Confirmed or Stuck, with the receipt';
CREATE INDEX exchange_open_ix ON exchange USING btree (state, requested_at) WHERE (state <> 'confirmed'::text);
alter table exchange enable row level security;
create policy exchange_all on exchange for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy exchange_region on exchange for all using ((current_setting('app.sees'::text, true) = 'region'::text) AND (region_code ~~ (current_setting('app.region'::text, true) || '%'::text)));
create policy exchange_subject on exchange for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy exchange_unit on exchange for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (unit_id = current_setting('app.unit'::text, true)));
create policy exchange_window on exchange for all using ((current_setting('app.sees'::text, true) = 'window'::text) AND (window_unit_id = current_setting('app.unit'::text, true)));
grant insert, select, update on exchange to credit_repair_app;

create table failed_try (
  key_hash text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  open_at timestamp with time zone,
  constraint failed_try_pk PRIMARY KEY (key_hash)
);
comment on table failed_try is 'Local table: failed tries with a query code, by keyed hash of number or address; open_at is when the next try is heard';
CREATE INDEX failed_try_last_ix ON failed_try USING btree (last_at);
grant delete, insert, select, update on failed_try to credit_repair_app;

create table heartbeat (
  kind text not null,
  instance text not null,
  at timestamp with time zone not null,
  constraint heartbeat_pk PRIMARY KEY (kind, instance)
);
comment on table heartbeat is 'Local table: workers say that they are alive; /health/ready reads it';
grant insert, select, update on heartbeat to credit_repair_app;

create table import_batch (
  import_id uuid not null,
  file_name text not null,
  file_digest text not null,
  template text,
  unit_id text not null,
  uploaded_by text not null,
  override_reason text,
  state text not null,
  bytes_total bigint not null,
  bytes_read bigint not null default 0,
  rows_read integer not null default 0,
  accepted integer not null default 0,
  updated integer not null default 0,
  duplicate integer not null default 0,
  rejected integer not null default 0,
  failure jsonb,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint import_batch_pk PRIMARY KEY (import_id),
  constraint import_batch_state_ck CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX import_batch_unit_ix ON import_batch USING btree (unit_id, created_at DESC);
grant insert, select, update on import_batch to credit_repair_app;

create table import_file (
  import_id uuid not null,
  part integer not null,
  content bytea not null,
  constraint import_file_pk PRIMARY KEY (import_id, part)
);
comment on table import_file is 'The uploaded file in parts until its job has run, so that any worker can read it';
grant delete, insert, select, update on import_file to credit_repair_app;

create table import_row (
  import_id uuid not null,
  sheet text not null,
  row_no integer not null,
  outcome text not null,
  faults jsonb not null default '[]'::jsonb,
  warnings jsonb not null default '[]'::jsonb,
  constraint import_row_pk PRIMARY KEY (import_id, sheet, row_no),
  constraint import_row_outcome_ck CHECK ((outcome = ANY (ARRAY['accepted'::text, 'updated'::text, 'duplicate'::text, 'rejected'::text])))
);
comment on table import_row is 'Row-level report of an import; accepted rows without warnings are only counted in import_batch';
grant insert, select, update on import_row to credit_repair_app;

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
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  sign_off text,
  doc_number text not null default ''::text,
  constraint item_pk PRIMARY KEY (subject_key, item_id),
  constraint item_application_fk FOREIGN KEY (subject_key, application_id) REFERENCES application(subject_key, application_id),
  constraint item_record_fk FOREIGN KEY (subject_key, record_id) REFERENCES record(subject_key, record_id),
  constraint item_sign_off_ck CHECK ((sign_off = ANY (ARRAY['review'::text, 'sign'::text, 'returned'::text])))
);
comment on table item is 'The thing that travels; fold is a cache of the ledger (npm run check:ledger refolds it)';
comment on column item.assignee is 'Officer who has the item in hand (承办人), from the fold; null: nobody';
comment on column item.sign_off is 'Where the item stands in its chain: waits for review, for signature, or came back to the officer';
comment on column item.doc_number is 'Document number of the record, for searching; follows it when a decision changes it. What is shown is the record''s own';
CREATE INDEX item_application_ix ON item USING btree (subject_key, application_id);
CREATE INDEX item_closed_ix ON item USING btree (unit_id, opened_at DESC, item_id DESC) WHERE (closed_at IS NOT NULL);
CREATE INDEX item_elsewhere_ix ON item USING btree (unit_id, COALESCE(due_on, '9999-12-31'::date), item_id) WHERE ((closed_at IS NULL) AND (state <> 'lodged'::text) AND (state <> 'accepted'::text));
CREATE INDEX item_figures_ix ON item USING btree (opened_on, item_id) INCLUDE (subject_key, region_code, unit_id, window_unit_id, matter_key, closed_at, outcome, acceptance_due, acceptance_done_on, decision_due, decision_done_on);
CREATE INDEX item_holder_ix ON item USING btree (unit_id, assignee, COALESCE(due_on, '9999-12-31'::date), item_id) INCLUDE (state, due_on) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX item_open_record_uq ON item USING btree (subject_key, record_id) WHERE (closed_at IS NULL);
CREATE INDEX item_queue_ix ON item USING btree (unit_id, COALESCE(due_on, '9999-12-31'::date), item_id) WHERE (closed_at IS NULL);
CREATE INDEX item_region_ix ON item USING btree (region_code text_pattern_ops, opened_on);
CREATE INDEX item_sign_off_ix ON item USING btree (unit_id, sign_off, due_on) WHERE (sign_off IS NOT NULL);
CREATE INDEX item_unassigned_ix ON item USING btree (unit_id, COALESCE(due_on, '9999-12-31'::date), item_id) WHERE ((closed_at IS NULL) AND (assignee IS NULL));
CREATE INDEX item_unit_opened_ix ON item USING btree (unit_id, opened_at DESC, item_id);
CREATE INDEX item_window_ix ON item USING btree (window_unit_id, state) WHERE (window_unit_id IS NOT NULL);
alter table item enable row level security;
create policy item_all on item for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy item_region on item for all using ((current_setting('app.sees'::text, true) = 'region'::text) AND (region_code ~~ (current_setting('app.region'::text, true) || '%'::text)));
create policy item_subject on item for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])) AND ((COALESCE(current_setting('app.grants'::text, true), ''::text) = ''::text) OR (((subject_key)::text || '/*'::text) = ANY (string_to_array(current_setting('app.grants'::text, true), ','::text))) OR ((((subject_key)::text || '/'::text) || matter_key) = ANY (string_to_array(current_setting('app.grants'::text, true), ','::text)))));
create policy item_unit on item for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (unit_id = current_setting('app.unit'::text, true)));
create policy item_window on item for all using ((current_setting('app.sees'::text, true) = 'window'::text) AND (window_unit_id = current_setting('app.unit'::text, true)));
grant insert, select, update on item to credit_repair_app;

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
  at timestamp with time zone not null,
  cites text[] not null,
  request_id uuid,
  prev_hash text not null,
  hash text not null,
  constraint item_event_pk PRIMARY KEY (subject_key, item_id, version),
  constraint item_event_request_uq UNIQUE (subject_key, request_id),
  constraint item_event_item_fk FOREIGN KEY (subject_key, item_id) REFERENCES item(subject_key, item_id)
);
comment on table item_event is 'The ledger and the audit trail; hash covers the row and the previous hash; insert and select only';
comment on column item_event.hash is 'Over everything the row says and prev_hash. sm3:<hex> since heads are made; plain hex (SHA-256, without request, unit, region and window) before';
CREATE INDEX item_event_at_ix ON item_event USING btree (at);
alter table item_event enable row level security;
create policy item_event_all on item_event for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy item_event_region on item_event for all using ((current_setting('app.sees'::text, true) = 'region'::text) AND (region_code ~~ (current_setting('app.region'::text, true) || '%'::text)));
create policy item_event_subject on item_event for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy item_event_unit on item_event for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (unit_id = current_setting('app.unit'::text, true)));
create policy item_event_window on item_event for all using ((current_setting('app.sees'::text, true) = 'window'::text) AND (window_unit_id = current_setting('app.unit'::text, true)));
grant insert, select on item_event to credit_repair_app;

create table item_number (
  number text not null,
  subject_key uuid not null,
  application_id uuid not null,
  item_id uuid,
  constraint item_number_pk PRIMARY KEY (number)
);
comment on table item_number is 'Directory: public number of an application or item to its subject';
grant insert, select, update on item_number to credit_repair_app;

create table ledger_head (
  day date not null,
  from_at timestamp with time zone,
  until_at timestamp with time zone not null,
  entries bigint not null,
  digest text not null,
  previous text,
  head text not null,
  algorithm text not null,
  signature text not null,
  public_key text not null,
  key_id text not null,
  made_at timestamp with time zone not null,
  covers jsonb,
  constraint ledger_head_pk PRIMARY KEY (day),
  constraint ledger_head_previous_uq UNIQUE NULLS NOT DISTINCT (previous),
  constraint ledger_head_span_ck CHECK (((from_at IS NULL) OR (from_at < until_at)))
);
comment on table ledger_head is 'Signed head of a closed day: all entries of the ledger with from_at <= at < until_at, and those of the other ledgers in covers; insert and select only';
comment on column ledger_head.day is 'Last day covered (Asia/Shanghai); days on which no head was made are covered by the next one';
comment on column ledger_head.digest is 'SM3 over the digests of the parts, in order';
comment on column ledger_head.previous is 'head of the head before; null for the first';
comment on column ledger_head.head is 'SM3 of the signed text, which is the canonical JSON of day, from, until, entries, digest, previous, madeAt';
comment on column ledger_head.signature is 'SM2 with SM3 over the signed text: DER, base64';
comment on column ledger_head.covers is 'Ledgers covered beside item_event: [{ledger, from}], from null where it is taken in from its first entry. Part of the signed text; null, and then not part of it: none';
grant insert, select on ledger_head to credit_repair_app;

create table ledger_head_part (
  day date not null,
  part integer not null,
  digest text not null,
  leaves bytea not null,
  constraint ledger_head_part_pk PRIMARY KEY (day, part)
);
comment on table ledger_head_part is 'What a head was made from, so that a check can name the entry and not only the day; insert and select only';
comment on column ledger_head_part.leaves is 'Up to 4096 leaves of 69 bytes ordered by subject_key, item_id, version: these three (16, 16, 4), 1 for SM3 or 0 for SHA-256, the hash (32)';
grant insert, select on ledger_head_part to credit_repair_app;

create table logout_token_seen (
  token_hash text not null,
  seen_at timestamp with time zone not null,
  constraint logout_token_seen_pk PRIMARY KEY (token_hash)
);
comment on table logout_token_seen is 'Local table: logout tokens of the identity service that were used; each ends sessions once';
grant delete, insert, select, update on logout_token_seen to credit_repair_app;

create table matter_key (
  matter_key text not null,
  position integer not null,
  constraint matter_key_pk PRIMARY KEY (matter_key)
);
comment on table matter_key is 'One timeless row per matter; dated content stands in matter_version';
grant insert, select, update on matter_key to credit_repair_app;

create table matter_version (
  matter_key text not null,
  version integer not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  law_entry text not null,
  content jsonb not null,
  change_id uuid,
  constraint matter_version_pk PRIMARY KEY (matter_key, version),
  constraint matter_version_range_ck CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
comment on table matter_version is 'A matter as of a span of days: content holds subject types, receiver, decider, conditions, materials, extra fields, limits';
comment on column matter_version.change_id is 'The filing that opened the version; null for versions delivered with a release';
grant insert, select, update on matter_version to credit_repair_app;

create table message (
  subject_key uuid not null,
  message_id uuid not null,
  application_id uuid,
  item_id uuid,
  recipient text not null,
  unit_id text,
  window_unit_id text,
  region_code text,
  officer_id text,
  title text not null,
  body text not null,
  channels jsonb not null,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  record_ids uuid[],
  gathered jsonb,
  constraint message_pk PRIMARY KEY (subject_key, message_id),
  constraint message_recipient_ck CHECK ((recipient = ANY (ARRAY['applicant'::text, 'window'::text, 'unit'::text, 'officer'::text])))
);
comment on table message is 'Messages to applicants and officers; channels holds state and proof per channel (in-app, sms, ganfutong)';
comment on column message.record_ids is 'Records the message is about, ticked in the form that it opens; null for messages about applications';
comment on column message.gathered is 'Items an officer''s message gathers: [{subjectKey, itemId, version, line}]; null where a message is about one thing. Such rows stand under the subject of the whole platform';
CREATE INDEX message_unit_ix ON message USING btree (unit_id, created_at DESC) WHERE (unit_id IS NOT NULL);
CREATE INDEX message_window_ix ON message USING btree (window_unit_id, created_at DESC) WHERE (window_unit_id IS NOT NULL);
alter table message enable row level security;
create policy message_all on message for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy message_region on message for all using ((current_setting('app.sees'::text, true) = 'region'::text) AND (region_code ~~ (current_setting('app.region'::text, true) || '%'::text)));
create policy message_subject on message for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy message_unit on message for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (unit_id = current_setting('app.unit'::text, true)));
create policy message_window on message for all using ((current_setting('app.sees'::text, true) = 'window'::text) AND (window_unit_id = current_setting('app.unit'::text, true)));
grant insert, select, update on message to credit_repair_app;

create table notice_batch (
  batch_id uuid not null,
  unit_id text not null,
  title text not null,
  notices jsonb not null,
  two_sided boolean not null,
  total integer not null,
  done integer not null default 0,
  pages integer not null default 0,
  bytes integer not null default 0,
  state text not null,
  failure text,
  ordered_by text not null,
  ordered_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint notice_batch_pk PRIMARY KEY (batch_id),
  constraint notice_batch_state_ck CHECK ((state = ANY (ARRAY['ordered'::text, 'running'::text, 'done'::text, 'failed'::text])))
);
comment on table notice_batch is 'Notices of a unit put together into one file for the printer, in the order of the list';
CREATE INDEX notice_batch_unit_ix ON notice_batch USING btree (unit_id, ordered_at DESC);
grant insert, select, update on notice_batch to credit_repair_app;

create table notice_batch_part (
  batch_id uuid not null,
  part integer not null,
  content bytea not null,
  constraint notice_batch_part_pk PRIMARY KEY (batch_id, part)
);
comment on table notice_batch_part is 'The file of a batch in parts; they go a week after they were made';
grant delete, insert, select, update on notice_batch_part to credit_repair_app;

create table notice_service (
  subject_key uuid not null,
  notice_id uuid not null,
  version integer not null,
  unit_id text not null,
  region_code text not null,
  served_how text not null,
  served_on date not null,
  decision_served_on date not null,
  received_by text,
  receipt_number text,
  proof_id uuid,
  reason text,
  noted_by text not null,
  noted_at timestamp with time zone not null,
  announced_on date,
  constraint notice_service_pk PRIMARY KEY (subject_key, notice_id, version),
  constraint notice_service_notice_fk FOREIGN KEY (subject_key, notice_id) REFERENCES repair_notice(subject_key, notice_id),
  constraint notice_service_announced_ck CHECK (((announced_on IS NULL) OR ((served_how = 'public'::text) AND (announced_on < served_on)))),
  constraint notice_service_how_ck CHECK ((served_how = ANY (ARRAY['direct'::text, 'left'::text, 'mail'::text, 'electronic'::text, 'entrusted'::text, 'public'::text]))),
  constraint notice_service_reason_ck CHECK (((version = 1) OR (reason IS NOT NULL)))
);
comment on table notice_service is 'How a notice was served, and every correction of it with its reason; the newest version stands on repair_notice';
comment on column notice_service.announced_on is '公告送达: day of the announcement, from which the days until it counts as served run; null for every other way';
alter table notice_service enable row level security;
create policy notice_service_all on notice_service for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy notice_service_region on notice_service for select using ((current_setting('app.sees'::text, true) = 'region'::text) AND (region_code ~~ (current_setting('app.region'::text, true) || '%'::text)));
create policy notice_service_subject on notice_service for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy notice_service_unit on notice_service for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (unit_id = current_setting('app.unit'::text, true)));
grant insert, select, update on notice_service to credit_repair_app;

create table notice_token (
  token text not null,
  subject_key uuid not null,
  record_id uuid not null,
  constraint notice_token_pk PRIMARY KEY (token)
);
comment on table notice_token is 'Directory: token in the QR of a repair notice to its record';
grant insert, select, update on notice_token to credit_repair_app;

create table number_series (
  unit_id text not null,
  kind text not null,
  period text not null,
  last integer not null,
  constraint number_series_pk PRIMARY KEY (unit_id, kind, period)
);
comment on table number_series is 'Last number given per unit, kind and year (documents) or day (applications, leased in blocks)';
grant insert, select, update on number_series to credit_repair_app;

create table objection (
  subject_key uuid not null,
  objection_id uuid not null,
  number text not null,
  record_id uuid not null,
  item_id uuid,
  ground text not null,
  thing text not null,
  matter_key text not null,
  unit_id text not null,
  region_code text not null,
  window_unit_id text,
  subject_name text not null,
  state text not null,
  version integer not null,
  due_on date,
  due_clock text,
  outcome text,
  fold jsonb not null,
  opened_on date not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  sign_off text,
  constraint objection_pk PRIMARY KEY (subject_key, objection_id),
  constraint objection_item_fk FOREIGN KEY (subject_key, item_id) REFERENCES item(subject_key, item_id),
  constraint objection_record_fk FOREIGN KEY (subject_key, record_id) REFERENCES record(subject_key, record_id),
  constraint objection_ground_ck CHECK ((ground = ANY (ARRAY['content'::text, 'period'::text, 'listing'::text, 'declined'::text, 'refused'::text]))),
  constraint objection_item_ck CHECK (((item_id IS NOT NULL) = (ground = ANY (ARRAY['declined'::text, 'refused'::text])))),
  constraint objection_outcome_ck CHECK ((outcome = ANY (ARRAY['upheld'::text, 'partly-upheld'::text, 'rejected'::text]))),
  constraint objection_sign_off_ck CHECK ((sign_off = ANY (ARRAY['review'::text, 'sign'::text, 'returned'::text]))),
  constraint objection_state_ck CHECK ((state = ANY (ARRAY['lodged'::text, 'pushed'::text, 'checking'::text, 'correcting'::text, 'corrected'::text, 'rejected'::text, 'declined'::text, 'withdrawn'::text])))
);
comment on table objection is '异议: one at a time about each thing objected to; fold is a cache of objection_event';
comment on column objection.thing is 'What is objected to: content, period or listing of the record, or decision:<item>';
comment on column objection.sign_off is 'Where its answer stands in its chain: waits for review, for signature, or came back to the officer';
CREATE UNIQUE INDEX objection_open_thing_uq ON objection USING btree (subject_key, record_id, thing) WHERE (closed_at IS NULL);
CREATE INDEX objection_record_ix ON objection USING btree (subject_key, record_id, opened_at);
CREATE INDEX objection_region_ix ON objection USING btree (region_code text_pattern_ops, opened_on);
CREATE INDEX objection_sign_off_ix ON objection USING btree (unit_id, sign_off, due_on) WHERE (sign_off IS NOT NULL);
CREATE INDEX objection_unit_ix ON objection USING btree (unit_id, COALESCE(due_on, '9999-12-31'::date), objection_id) WHERE (closed_at IS NULL);
CREATE INDEX objection_unit_opened_ix ON objection USING btree (unit_id, opened_at DESC, objection_id);
alter table objection enable row level security;
create policy objection_all on objection for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy objection_region on objection for all using ((current_setting('app.sees'::text, true) = 'region'::text) AND (region_code ~~ (current_setting('app.region'::text, true) || '%'::text)));
create policy objection_subject on objection for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])) AND ((COALESCE(current_setting('app.grants'::text, true), ''::text) = ''::text) OR (((subject_key)::text || '/*'::text) = ANY (string_to_array(current_setting('app.grants'::text, true), ','::text))) OR ((((subject_key)::text || '/'::text) || matter_key) = ANY (string_to_array(current_setting('app.grants'::text, true), ','::text)))));
create policy objection_unit on objection for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (unit_id = current_setting('app.unit'::text, true)));
create policy objection_window on objection for all using ((current_setting('app.sees'::text, true) = 'window'::text) AND (window_unit_id = current_setting('app.unit'::text, true)));
grant insert, select, update on objection to credit_repair_app;

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
  at timestamp with time zone not null,
  cites text[] not null,
  request_id uuid,
  prev_hash text not null,
  hash text not null,
  constraint objection_event_pk PRIMARY KEY (subject_key, objection_id, version),
  constraint objection_event_request_uq UNIQUE (subject_key, request_id),
  constraint objection_event_objection_fk FOREIGN KEY (subject_key, objection_id) REFERENCES objection(subject_key, objection_id)
);
comment on table objection_event is 'Ledger of an objection, hashed as item_event is with the objection in the place of the item; insert and select only';
CREATE INDEX objection_event_at_ix ON objection_event USING btree (at);
alter table objection_event enable row level security;
create policy objection_event_all on objection_event for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy objection_event_region on objection_event for all using ((current_setting('app.sees'::text, true) = 'region'::text) AND (region_code ~~ (current_setting('app.region'::text, true) || '%'::text)));
create policy objection_event_subject on objection_event for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy objection_event_unit on objection_event for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (unit_id = current_setting('app.unit'::text, true)));
create policy objection_event_window on objection_event for all using ((current_setting('app.sees'::text, true) = 'window'::text) AND (window_unit_id = current_setting('app.unit'::text, true)));
grant insert, select on objection_event to credit_repair_app;

create table objection_exchange (
  subject_key uuid not null,
  exchange_id uuid not null,
  objection_id uuid not null,
  system text not null,
  kind text not null,
  state text not null,
  attempts integer not null default 0,
  receipt jsonb,
  last_error text,
  unit_id text not null,
  region_code text not null,
  window_unit_id text,
  requested_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_try_at timestamp with time zone,
  constraint objection_exchange_pk PRIMARY KEY (subject_key, exchange_id),
  constraint objection_exchange_once_uq UNIQUE (subject_key, objection_id, kind, system),
  constraint objection_exchange_fk FOREIGN KEY (subject_key, objection_id) REFERENCES objection(subject_key, objection_id),
  constraint objection_exchange_kind_ck CHECK ((kind = ANY (ARRAY['push'::text, 'report-answer'::text, 'correct-record'::text]))),
  constraint objection_exchange_state_ck CHECK ((state = ANY (ARRAY['requested'::text, 'confirmed'::text, 'stuck'::text])))
);
comment on table objection_exchange is 'What outside systems are told of an objection: its push, its answer, the corrected record';
CREATE INDEX objection_exchange_stuck_ix ON objection_exchange USING btree (unit_id, requested_at) WHERE (state = 'stuck'::text);
alter table objection_exchange enable row level security;
create policy objection_exchange_all on objection_exchange for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy objection_exchange_region on objection_exchange for all using ((current_setting('app.sees'::text, true) = 'region'::text) AND (region_code ~~ (current_setting('app.region'::text, true) || '%'::text)));
create policy objection_exchange_subject on objection_exchange for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy objection_exchange_unit on objection_exchange for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (unit_id = current_setting('app.unit'::text, true)));
create policy objection_exchange_window on objection_exchange for all using ((current_setting('app.sees'::text, true) = 'window'::text) AND (window_unit_id = current_setting('app.unit'::text, true)));
grant insert, select, update on objection_exchange to credit_repair_app;

create table officer (
  officer_id text not null,
  login text not null,
  name text not null,
  password_hash text not null,
  unit_id text not null,
  roles text[] not null,
  phone text,
  failed_logins integer not null default 0,
  locked_until timestamp with time zone,
  valid_from date not null,
  valid_to date,
  constraint officer_pk PRIMARY KEY (officer_id),
  constraint officer_login_uq UNIQUE (login)
);
comment on table officer is 'People of authorities, windows and lead departments, with their roles at one unit';
grant insert, select, update on officer to credit_repair_app;

create table officer_leave (
  unit_id text not null,
  leave_id uuid not null,
  request_id uuid not null,
  officer_id text not null,
  deputy_id text not null,
  from_on date not null,
  until_on date not null,
  entered_by jsonb not null,
  entered_at timestamp with time zone not null,
  ended_by jsonb,
  ended_at timestamp with time zone,
  constraint officer_leave_pk PRIMARY KEY (unit_id, leave_id),
  constraint officer_leave_request_uq UNIQUE (unit_id, request_id),
  constraint officer_leave_days_ck CHECK ((until_on >= from_on)),
  constraint officer_leave_deputy_ck CHECK ((deputy_id <> officer_id)),
  constraint officer_leave_ended_ck CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
);
comment on table officer_leave is '请假: during these days (both included) the deputy sees and acts on the items of the officer; ended_at: called off, or over before its last day';
CREATE INDEX officer_leave_open_ix ON officer_leave USING btree (unit_id, until_on) WHERE (ended_at IS NULL);
alter table officer_leave enable row level security;
create policy officer_leave_all on officer_leave for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy officer_leave_unit on officer_leave for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (unit_id = current_setting('app.unit'::text, true)));
grant insert, select, update on officer_leave to credit_repair_app;

create table opinion_request (
  subject_key uuid not null,
  opinion_id uuid not null,
  item_id uuid not null,
  unit_id text not null,
  asked_unit_id text not null,
  region_code text not null,
  question text not null,
  shown jsonb not null,
  attachment_ids uuid[] not null default '{}'::uuid[],
  due_on date not null,
  asked_by jsonb not null,
  asked_on date not null,
  asked_at timestamp with time zone not null,
  answer text,
  answered_by jsonb,
  answered_on date,
  answered_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_reason text,
  constraint opinion_request_pk PRIMARY KEY (subject_key, opinion_id),
  constraint opinion_request_item_fk FOREIGN KEY (subject_key, item_id) REFERENCES item(subject_key, item_id),
  constraint opinion_request_answer_ck CHECK ((((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) = (answered_by IS NULL)))),
  constraint opinion_request_once_ck CHECK (((answered_at IS NULL) OR (withdrawn_at IS NULL))),
  constraint opinion_request_question_ck CHECK (((char_length(question) >= 1) AND (char_length(question) <= 2000))),
  constraint opinion_request_units_ck CHECK ((unit_id <> asked_unit_id))
);
comment on table opinion_request is '征求意见: what a unit asks another about an item; the asked unit sees the question and what was put with it, not the item';
comment on column opinion_request.shown is 'Facts of the record as they were put before the asked unit';
CREATE INDEX opinion_request_asked_ix ON opinion_request USING btree (asked_unit_id, due_on) WHERE ((answered_at IS NULL) AND (withdrawn_at IS NULL));
CREATE INDEX opinion_request_item_ix ON opinion_request USING btree (subject_key, item_id, asked_at);
alter table opinion_request enable row level security;
create policy opinion_request_all on opinion_request for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy opinion_request_region on opinion_request for select using ((current_setting('app.sees'::text, true) = 'region'::text) AND (region_code ~~ (current_setting('app.region'::text, true) || '%'::text)));
create policy opinion_request_unit on opinion_request for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND ((unit_id = current_setting('app.unit'::text, true)) OR (asked_unit_id = current_setting('app.unit'::text, true))));
grant insert, select, update on opinion_request to credit_repair_app;

create table outbox (
  subject_key uuid not null,
  outbox_id uuid not null,
  task text not null,
  payload jsonb not null,
  run_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  constraint outbox_pk PRIMARY KEY (subject_key, outbox_id)
);
comment on table outbox is 'Jobs of an act, written with it; one relay hands them to graphile-worker with job_key = outbox_id';
CREATE INDEX outbox_order_ix ON outbox USING btree (outbox_id);
grant delete, insert, select, update on outbox to credit_repair_app;

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
  state text not null,
  digest text,
  content bytea,
  failure text,
  unit_ids text[] not null default '{}'::text[],
  region_path text[] not null default '{}'::text[],
  window_unit_id text,
  ordered_at timestamp with time zone not null,
  printed_at timestamp with time zone,
  digest_sm3 text,
  seal_party text,
  seal_certificate text,
  sealed_at timestamp with time zone,
  last_try_at timestamp with time zone,
  objection_id uuid,
  order_id uuid,
  time_stamped_at timestamp with time zone,
  constraint paper_pk PRIMARY KEY (subject_key, paper_id),
  constraint paper_state_ck CHECK ((state = ANY (ARRAY['ordered'::text, 'printed'::text, 'failed'::text])))
);
comment on table paper is 'Official papers, printed by a job after commit; a paper that fails to print blocks no act';
comment on column paper.digest is 'SHA-256 of the file as it is handed out: with its signature, where sealed_at is set';
comment on column paper.failure is 'Why the last try failed; on an ordered paper: it waits for its seal';
comment on column paper.digest_sm3 is 'SM3 of the same file';
comment on column paper.seal_party is 'Unit whose certificate signed it, platform for an applicant''s own papers; null: printed before papers were sealed';
comment on column paper.seal_certificate is 'Number of the certificate, hex';
comment on column paper.objection_id is 'The objection it belongs to';
comment on column paper.order_id is 'The order about a record it belongs to';
comment on column paper.time_stamped_at is 'Instant that the time stamp in the seal vouches for; null where the seal bears none';
CREATE INDEX paper_application_ix ON paper USING btree (subject_key, application_id);
CREATE INDEX paper_objection_ix ON paper USING btree (subject_key, objection_id) WHERE (objection_id IS NOT NULL);
CREATE INDEX paper_order_ix ON paper USING btree (subject_key, order_id) WHERE (order_id IS NOT NULL);
CREATE INDEX paper_stuck_ix ON paper USING btree (ordered_at, paper_id) WHERE (failure IS NOT NULL);
CREATE INDEX paper_waiting_ix ON paper USING btree (ordered_at, paper_id) WHERE (state = 'ordered'::text);
alter table paper enable row level security;
create policy paper_all on paper for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy paper_region on paper for all using ((current_setting('app.sees'::text, true) = 'region'::text) AND (current_setting('app.region'::text, true) = ANY (region_path)));
create policy paper_subject on paper for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy paper_unit on paper for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (current_setting('app.unit'::text, true) = ANY (unit_ids)));
create policy paper_window on paper for all using ((current_setting('app.sees'::text, true) = 'window'::text) AND (window_unit_id = current_setting('app.unit'::text, true)));
grant insert, select, update on paper to credit_repair_app;

create table paper_code (
  code text not null,
  subject_key uuid not null,
  paper_id uuid not null,
  constraint paper_code_pk PRIMARY KEY (code)
);
comment on table paper_code is 'Directory: verification code to paper';
grant insert, select, update on paper_code to credit_repair_app;

create table paper_digest (
  digest text not null,
  subject_key uuid not null,
  paper_id uuid not null,
  constraint paper_digest_pk PRIMARY KEY (digest)
);
comment on table paper_digest is 'Directory: SHA-256 of a printed file to its paper';
grant insert, select, update on paper_digest to credit_repair_app;

create table partner_key (
  key_id text not null,
  unit_id text not null,
  label text not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_by text,
  constraint partner_key_pk PRIMARY KEY (key_id)
);
comment on table partner_key is 'Keys by which systems of units hand in records; the secret follows from the platform''s own and is kept nowhere';
grant insert, select, update on partner_key to credit_repair_app;

create table partner_nonce (
  key_id text not null,
  nonce text not null,
  at timestamp with time zone not null,
  constraint partner_nonce_pk PRIMARY KEY (key_id, nonce)
);
comment on table partner_nonce is 'Nonces of signed requests: one is heard once; they go when their timestamp would be refused anyway';
CREATE INDEX partner_nonce_at_ix ON partner_nonce USING btree (at);
grant delete, insert, select, update on partner_nonce to credit_repair_app;

create table portal (
  channel text not null,
  position integer not null,
  name text not null,
  kind text not null,
  origins text[] not null default '{}'::text[],
  valid_from date not null,
  valid_to date,
  constraint portal_pk PRIMARY KEY (channel),
  constraint portal_kind_ck CHECK ((kind = ANY (ARRAY['province'::text, 'credit'::text, 'market'::text, 'local'::text, 'department'::text])))
);
comment on table portal is 'Sites and apps that show the guide (赣信用办〔2024〕4号 二(一)(二)); channel is the key in their links';
comment on column portal.origins is 'Origins beside *.gov.cn whose pages may frame the block';
grant insert, select, update on portal to credit_repair_app;

create table portal_copy (
  channel text not null,
  form text not null,
  part text not null,
  version text not null,
  digest text not null,
  fetched_at timestamp with time zone not null,
  constraint portal_copy_pk PRIMARY KEY (channel, form, part),
  constraint portal_copy_form_ck CHECK ((form = ANY (ARRAY['data'::text, 'block'::text, 'paper'::text, 'reported'::text])))
);
comment on table portal_copy is 'Version of the guide a portal last took (data, block, paper) or said it holds (reported)';
comment on column portal_copy.part is 'Key of a matter; empty for the whole guide';
grant insert, select, update on portal_copy to credit_repair_app;

create table question (
  subject_key uuid not null,
  question_id uuid not null,
  request_id uuid not null,
  application_id uuid not null,
  item_id uuid not null,
  unit_id text not null,
  region_code text not null,
  window_unit_id text,
  text text not null,
  asked_by jsonb not null,
  asked_on date not null,
  asked_at timestamp with time zone not null,
  due_on date not null,
  answer text,
  answered_by jsonb,
  answered_on date,
  answered_at timestamp with time zone,
  constraint question_pk PRIMARY KEY (subject_key, question_id),
  constraint question_request_uq UNIQUE (subject_key, request_id),
  constraint question_item_fk FOREIGN KEY (subject_key, item_id) REFERENCES item(subject_key, item_id),
  constraint question_answer_ck CHECK ((((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) = (answered_by IS NULL)))),
  constraint question_text_ck CHECK (((char_length(text) >= 1) AND (char_length(text) <= 1000)))
);
comment on table question is 'Questions of applicants to the unit of an item, with the day by which the platform promises an answer (no legal limit)';
CREATE INDEX question_item_ix ON question USING btree (subject_key, item_id, asked_at);
CREATE INDEX question_open_ix ON question USING btree (unit_id, due_on) WHERE (answered_at IS NULL);
alter table question enable row level security;
create policy question_all on question for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy question_region on question for all using ((current_setting('app.sees'::text, true) = 'region'::text) AND (region_code ~~ (current_setting('app.region'::text, true) || '%'::text)));
create policy question_subject on question for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy question_unit on question for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (unit_id = current_setting('app.unit'::text, true)));
create policy question_window on question for all using ((current_setting('app.sees'::text, true) = 'window'::text) AND (window_unit_id = current_setting('app.unit'::text, true)));
grant insert, select, update on question to credit_repair_app;

create table queue_look (
  unit_id text not null,
  day date not null,
  officer_id text not null,
  first_at timestamp with time zone not null,
  constraint queue_look_pk PRIMARY KEY (unit_id, day, officer_id)
);
comment on table queue_look is 'Who opened the unit''s queue on which working day (赣信用办〔2024〕4号 三(八))';
grant insert, select, update on queue_look to credit_repair_app;

create table queue_view (
  unit_id text not null,
  officer_id text not null,
  view_id uuid not null,
  position integer not null,
  name text not null,
  list text not null,
  filters jsonb not null,
  is_default boolean not null,
  changed_at timestamp with time zone not null,
  constraint queue_view_pk PRIMARY KEY (unit_id, officer_id, view_id),
  constraint queue_view_name_ck CHECK (((char_length(name) >= 1) AND (char_length(name) <= 20)))
);
comment on table queue_view is 'Saved views of the queue, each an officer''s own: list, filters and place; nothing about a subject';
CREATE UNIQUE INDEX queue_view_default_uq ON queue_view USING btree (unit_id, officer_id) WHERE is_default;
alter table queue_view enable row level security;
create policy queue_view_all on queue_view for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy queue_view_unit on queue_view for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (unit_id = current_setting('app.unit'::text, true)));
grant delete, insert, select, update on queue_view to credit_repair_app;

create table rating (
  subject_key uuid not null,
  rating_id uuid not null,
  application_id uuid not null,
  item_id uuid not null,
  unit_id text not null,
  region_code text not null,
  window_unit_id text,
  score integer not null,
  comment text,
  rated_at timestamp with time zone not null,
  constraint rating_pk PRIMARY KEY (subject_key, rating_id),
  constraint rating_item_uq UNIQUE (subject_key, item_id),
  constraint rating_item_fk FOREIGN KEY (subject_key, item_id) REFERENCES item(subject_key, item_id),
  constraint rating_score_ck CHECK (((score >= 1) AND (score <= 5)))
);
alter table rating enable row level security;
create policy rating_all on rating for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy rating_region on rating for all using ((current_setting('app.sees'::text, true) = 'region'::text) AND (region_code ~~ (current_setting('app.region'::text, true) || '%'::text)));
create policy rating_subject on rating for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy rating_unit on rating for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (unit_id = current_setting('app.unit'::text, true)));
create policy rating_window on rating for all using ((current_setting('app.sees'::text, true) = 'window'::text) AND (window_unit_id = current_setting('app.unit'::text, true)));
grant insert, select, update on rating to credit_repair_app;

create table reading_purpose (
  actor text not null,
  day date not null,
  about text not null,
  purpose text not null,
  note text not null,
  given_at timestamp with time zone not null,
  constraint reading_purpose_pk PRIMARY KEY (actor, day, about)
);
comment on table reading_purpose is 'Why somebody reads a subject''s data today; about is a subject_key, or q: and the keyed hash of what is searched for';
grant delete, insert, select, update on reading_purpose to credit_repair_app;

create table record (
  subject_key uuid not null,
  record_id uuid not null,
  matter_key text not null,
  record_type text not null,
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
  class text,
  repaired_on date,
  import_id uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  look_on date default '2000-01-01'::date,
  told_repairable_on date,
  told_again_on date,
  held_back text,
  held_back_on date,
  plan_completed_on date,
  barred_on date,
  restarts_on date,
  held_back_ground jsonb,
  constraint record_pk PRIMARY KEY (subject_key, record_id),
  constraint record_natural_uq UNIQUE (subject_key, natural_key),
  constraint record_subject_fk FOREIGN KEY (subject_key) REFERENCES subject(subject_key),
  constraint record_class_ck CHECK ((class = ANY (ARRAY['minor'::text, 'general'::text, 'serious'::text]))),
  constraint record_held_back_ck CHECK ((held_back = ANY (ARRAY['shielded'::text, 'annulled'::text, 'ended'::text, 'deregistered'::text]))),
  constraint record_type_ck CHECK ((record_type = ANY (ARRAY['penalty'::text, 'abnormal'::text, 'serious-list'::text, 'judgment'::text])))
);
comment on table record is 'Adverse records 失信信息; both findingDate and publishedDate are kept since the two tracks count from different days';
comment on column record.look_on is 'Day on which the verdict can next change: the daily look assesses the record then. A new or changed record stands at a day long past, so that the next look takes it up; null: time alone changes nothing any more';
comment on column record.told_repairable_on is 'Day on which the platform told the subject that the record can be repaired; it tells once';
comment on column record.told_again_on is 'Day of the one reminder that follows where nobody had applied thirty days after the telling';
comment on column record.held_back is 'Why an order holds the record back from display; null: none does';
comment on column record.plan_completed_on is 'Day on which a court found the plan of reorganisation or the settlement performed';
comment on column record.barred_on is 'Day of the decision by which a repair of this record was revoked for fraud (36号 art 25)';
comment on column record.restarts_on is 'Day from which display is counted anew after a revocation (107号 art 23)';
comment on column record.held_back_ground is 'The paper a shielding rests on (title, number, office, day), named beside the statement while the plan runs; null: not shielded';
CREATE INDEX record_finding_ix ON record USING btree (finding_date, record_id);
CREATE INDEX record_look_ix ON record USING btree (look_on, subject_key) WHERE (look_on IS NOT NULL);
CREATE INDEX record_unit_ix ON record USING btree (unit_id, finding_date DESC, record_id);
alter table record enable row level security;
create policy record_all on record for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy record_public on record for select using ((current_setting('app.sees'::text, true) = 'public'::text) AND (repaired_on IS NULL) AND (held_back IS NULL));
create policy record_region on record for all using ((current_setting('app.sees'::text, true) = 'region'::text) AND (region_code ~~ (current_setting('app.region'::text, true) || '%'::text)));
create policy record_subject on record for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])) AND ((COALESCE(current_setting('app.grants'::text, true), ''::text) = ''::text) OR (((subject_key)::text || '/*'::text) = ANY (string_to_array(current_setting('app.grants'::text, true), ','::text))) OR ((((subject_key)::text || '/'::text) || matter_key) = ANY (string_to_array(current_setting('app.grants'::text, true), ','::text)))));
create policy record_unit on record for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (unit_id = current_setting('app.unit'::text, true)));
create policy record_window on record for select using ((current_setting('app.sees'::text, true) = 'window'::text) AND ((current_setting('app.units'::text, true) = '*'::text) OR (unit_id = ANY (string_to_array(current_setting('app.units'::text, true), ','::text)))));
grant insert, select, update on record to credit_repair_app;

create table record_order (
  subject_key uuid not null,
  order_id uuid not null,
  record_id uuid not null,
  kind text not null,
  state text not null,
  version integer not null,
  content jsonb not null,
  reasons text[] not null default '{}'::text[],
  cites text[] not null default '{}'::text[],
  item_id uuid,
  unit_id text not null,
  region_code text not null,
  opened_on date not null,
  due_on date,
  closed_on date,
  updated_at timestamp with time zone not null,
  constraint record_order_pk PRIMARY KEY (subject_key, order_id),
  constraint record_order_record_fk FOREIGN KEY (subject_key, record_id) REFERENCES record(subject_key, record_id),
  constraint record_order_kind_ck CHECK ((kind = ANY (ARRAY['annulment'::text, 'change'::text, 'shielding'::text, 'restoring'::text, 'completion'::text, 'automatic-end'::text, 'deregistration'::text, 'revocation'::text]))),
  constraint record_order_state_ck CHECK ((state = ANY (ARRAY['asked'::text, 'ordered'::text, 'done'::text, 'declined'::text])))
);
comment on table record_order is 'Orders about a record beside its repair: what was asked or decided, by when, and how far it is; folded from record_order_event';
comment on column record_order.due_on is 'Day by which law has it done; null where no clause gives a number';
CREATE UNIQUE INDEX record_order_open_uq ON record_order USING btree (subject_key, record_id, kind) WHERE (state = ANY (ARRAY['asked'::text, 'ordered'::text]));
CREATE INDEX record_order_record_ix ON record_order USING btree (subject_key, record_id, opened_on);
CREATE INDEX record_order_unit_ix ON record_order USING btree (unit_id, due_on, order_id) WHERE (state = ANY (ARRAY['asked'::text, 'ordered'::text]));
alter table record_order enable row level security;
create policy record_order_all on record_order for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy record_order_region on record_order for select using ((current_setting('app.sees'::text, true) = 'region'::text) AND (region_code ~~ (current_setting('app.region'::text, true) || '%'::text)));
create policy record_order_subject on record_order for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy record_order_unit on record_order for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (unit_id = current_setting('app.unit'::text, true)));
grant insert, select, update on record_order to credit_repair_app;

create table record_order_effect (
  subject_key uuid not null,
  effect_id uuid not null,
  order_id uuid not null,
  system text not null,
  effect text not null,
  state text not null,
  attempts integer not null default 0,
  receipt jsonb,
  last_error text,
  unit_id text not null,
  region_code text not null,
  requested_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  last_try_at timestamp with time zone,
  constraint record_order_effect_pk PRIMARY KEY (subject_key, effect_id),
  constraint record_order_effect_once_uq UNIQUE (subject_key, order_id, system, effect),
  constraint record_order_effect_order_fk FOREIGN KEY (subject_key, order_id) REFERENCES record_order(subject_key, order_id),
  constraint record_order_effect_kind_ck CHECK ((effect = ANY (ARRAY['hide'::text, 'show-again'::text, 'change'::text, 'shield'::text, 'end-statement'::text, 'end-sharing'::text, 'lift-measures'::text]))),
  constraint record_order_effect_state_ck CHECK ((state = ANY (ARRAY['requested'::text, 'sent'::text, 'confirmed'::text, 'stuck'::text])))
);
comment on table record_order_effect is 'What each platform was asked because of an order: requested, sent (it has it), confirmed, or stuck (a person must look)';
CREATE INDEX record_order_effect_open_ix ON record_order_effect USING btree (state, requested_at) WHERE (state <> 'confirmed'::text);
alter table record_order_effect enable row level security;
create policy record_order_effect_all on record_order_effect for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy record_order_effect_region on record_order_effect for select using ((current_setting('app.sees'::text, true) = 'region'::text) AND (region_code ~~ (current_setting('app.region'::text, true) || '%'::text)));
create policy record_order_effect_subject on record_order_effect for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy record_order_effect_unit on record_order_effect for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (unit_id = current_setting('app.unit'::text, true)));
grant insert, select, update on record_order_effect to credit_repair_app;

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
  at timestamp with time zone not null,
  cites text[] not null default '{}'::text[],
  request_id uuid,
  prev_hash text not null,
  hash text not null,
  constraint record_order_event_pk PRIMARY KEY (subject_key, order_id, version),
  constraint record_order_event_request_uq UNIQUE (subject_key, request_id),
  constraint record_order_event_order_fk FOREIGN KEY (subject_key, order_id) REFERENCES record_order(subject_key, order_id)
);
comment on table record_order_event is 'The chain of an order: who did what on which day and on what ground, each row hashing the one before; never changed';
CREATE INDEX record_order_event_at_ix ON record_order_event USING btree (at);
alter table record_order_event enable row level security;
create policy record_order_event_all on record_order_event for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy record_order_event_region on record_order_event for select using ((current_setting('app.sees'::text, true) = 'region'::text) AND (region_code ~~ (current_setting('app.region'::text, true) || '%'::text)));
create policy record_order_event_subject on record_order_event for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy record_order_event_unit on record_order_event for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (unit_id = current_setting('app.unit'::text, true)));
grant insert, select on record_order_event to credit_repair_app;

create table region (
  code text not null,
  name text not null,
  level text not null,
  parent text,
  placeholder boolean not null default false,
  constraint region_pk PRIMARY KEY (code),
  constraint region_level_ck CHECK ((level = ANY (ARRAY['province'::text, 'city'::text, 'county'::text, 'new-area'::text])))
);
comment on table region is 'GB/T 2260 regions of Jiangxi; 赣江新区 carries a replaceable placeholder code';
grant insert, select, update on region to credit_repair_app;

create table reminder (
  subject_key uuid not null,
  reminder_id uuid not null,
  about text not null,
  record_id uuid,
  case_facts jsonb,
  title text not null,
  day date not null,
  owner text not null,
  phone text,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_as text,
  constraint reminder_pk PRIMARY KEY (subject_key, reminder_id),
  constraint reminder_subject_fk FOREIGN KEY (subject_key) REFERENCES subject(subject_key),
  constraint reminder_about_ck CHECK (((record_id IS NULL) <> (case_facts IS NULL))),
  constraint reminder_closed_as_ck CHECK ((closed_as = ANY (ARRAY['told'::text, 'cancelled'::text, 'repaired'::text, 'applied'::text]))),
  constraint reminder_closed_ck CHECK (((closed_at IS NULL) = (closed_as IS NULL)))
);
comment on table reminder is 'Reminders 到时提醒我: of a record, or of a case of the calculator (case_facts); day is the first on which something can be done';
comment on column reminder.about is 'record:<id> or case:<digest>; one open reminder about one thing';
CREATE INDEX reminder_due_ix ON reminder USING btree (day, subject_key) WHERE ((closed_at IS NULL) AND (record_id IS NULL));
CREATE UNIQUE INDEX reminder_open_uq ON reminder USING btree (subject_key, about) WHERE (closed_at IS NULL);
alter table reminder enable row level security;
create policy reminder_all on reminder for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy reminder_subject on reminder for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
grant insert, select, update on reminder to credit_repair_app;

create table reminder_stop (
  subject_key uuid not null,
  about text not null,
  stopped_by text not null,
  stopped_at timestamp with time zone not null,
  lifted_at timestamp with time zone,
  constraint reminder_stop_pk PRIMARY KEY (subject_key, about),
  constraint reminder_stop_subject_fk FOREIGN KEY (subject_key) REFERENCES subject(subject_key)
);
comment on table reminder_stop is '不再提醒: what the platform tells by itself is told no more';
comment on column reminder_stop.about is 'subject: everything; record:<id>: one record';
alter table reminder_stop enable row level security;
create policy reminder_stop_all on reminder_stop for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy reminder_stop_subject on reminder_stop for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
grant insert, select, update on reminder_stop to credit_repair_app;

create table repair_notice (
  subject_key uuid not null,
  notice_id uuid not null,
  record_id uuid not null,
  paper_id uuid not null,
  token text not null,
  unit_id text not null,
  region_code text not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  served_how text,
  served_on date,
  served_with_decision boolean,
  received_by text,
  noted_by text,
  noted_at timestamp with time zone,
  finding_date date not null,
  edition integer not null default 1,
  edition_from date,
  edition_digest text,
  content_digest text,
  superseded_at timestamp with time zone,
  decision_served_on date,
  receipt_number text,
  service_version integer not null default 0,
  constraint repair_notice_pk PRIMARY KEY (subject_key, notice_id),
  constraint repair_notice_record_fk FOREIGN KEY (subject_key, record_id) REFERENCES record(subject_key, record_id),
  constraint repair_notice_edition_ck CHECK ((edition >= 1)),
  constraint repair_notice_how_ck CHECK ((served_how = ANY (ARRAY['direct'::text, 'left'::text, 'mail'::text, 'electronic'::text, 'entrusted'::text, 'public'::text])))
);
comment on table repair_notice is '信用修复告知书 for a record (两书同达) and how it was served together with the decision';
comment on column repair_notice.edition is 'Edition of the notice of its matter: guide text and law rows as they stood; printed on the paper with edition_from';
comment on column repair_notice.content_digest is 'SHA-256 of what the paper says; another one today means that a new edition would read differently';
comment on column repair_notice.superseded_at is 'A newer edition took its place before it was served; one that was served stays for ever';
comment on column repair_notice.decision_served_on is 'Day on which the decision itself was served: on or after served_on the two went together';
CREATE UNIQUE INDEX repair_notice_current_uq ON repair_notice USING btree (subject_key, record_id) WHERE (superseded_at IS NULL);
CREATE INDEX repair_notice_unserved_ix ON repair_notice USING btree (unit_id, finding_date, notice_id) WHERE ((served_on IS NULL) AND (superseded_at IS NULL));
alter table repair_notice enable row level security;
create policy repair_notice_all on repair_notice for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy repair_notice_region on repair_notice for all using ((current_setting('app.sees'::text, true) = 'region'::text) AND (region_code ~~ (current_setting('app.region'::text, true) || '%'::text)));
create policy repair_notice_subject on repair_notice for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy repair_notice_unit on repair_notice for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (unit_id = current_setting('app.unit'::text, true)));
create policy repair_notice_window on repair_notice for select using ((current_setting('app.sees'::text, true) = 'window'::text) AND ((current_setting('app.units'::text, true) = '*'::text) OR (unit_id = ANY (string_to_array(current_setting('app.units'::text, true), ','::text)))));
grant insert, select, update on repair_notice to credit_repair_app;

create table schema_migration (
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null,
  constraint schema_migration_pk PRIMARY KEY (number)
);
comment on table schema_migration is 'Migrations of db/migrations that ran here; written by the migrator alone';
grant select on schema_migration to credit_repair_app;

create table schema_script (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null,
  constraint schema_script_pk PRIMARY KEY (name)
);
comment on table schema_script is 'Repeatable scripts (grants, policies, job tables) in the state they last ran here';
grant select on schema_script to credit_repair_app;

create table service_proof (
  subject_key uuid not null,
  proof_id uuid not null,
  notice_id uuid not null,
  unit_id text not null,
  region_code text not null,
  file_name text not null,
  media_type text not null,
  bytes integer not null,
  digest text not null,
  content bytea not null,
  uploaded_by text not null,
  uploaded_at timestamp with time zone not null,
  constraint service_proof_pk PRIMARY KEY (subject_key, proof_id),
  constraint service_proof_notice_fk FOREIGN KEY (subject_key, notice_id) REFERENCES repair_notice(subject_key, notice_id)
);
comment on table service_proof is 'Proof of a service: a scan of the return of service or of the receipt of the post';
alter table service_proof enable row level security;
create policy service_proof_all on service_proof for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy service_proof_region on service_proof for select using ((current_setting('app.sees'::text, true) = 'region'::text) AND (region_code ~~ (current_setting('app.region'::text, true) || '%'::text)));
create policy service_proof_subject on service_proof for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy service_proof_unit on service_proof for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (unit_id = current_setting('app.unit'::text, true)));
grant insert, select, update on service_proof to credit_repair_app;

create table session (
  token_hash text not null,
  kind text not null,
  content jsonb not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  sub text,
  sid text,
  constraint session_pk PRIMARY KEY (token_hash),
  constraint session_kind_ck CHECK ((kind = ANY (ARRAY['login-flow'::text, 'applicant'::text, 'officer'::text])))
);
comment on table session is 'Local table: only the hash of a session token is stored';
comment on column session.sub is 'Account at the identity service; a logout told by that service ends its sessions here';
comment on column session.sid is 'Session at the identity service';
CREATE INDEX session_expires_ix ON session USING btree (expires_at);
CREATE INDEX session_sid_ix ON session USING btree (sid) WHERE (sid IS NOT NULL);
CREATE INDEX session_sub_ix ON session USING btree (sub) WHERE (sub IS NOT NULL);
grant delete, insert, select, update on session to credit_repair_app;

create table shared_read (
  subject_key uuid not null,
  read_id uuid not null,
  kind text not null,
  record_id uuid,
  item_id uuid,
  unit_id text,
  region_code text,
  window_unit_id text,
  asked_by jsonb not null,
  asked_on date not null,
  asked_at timestamp with time zone not null,
  query_no text,
  answer jsonb,
  problem text,
  constraint shared_read_pk PRIMARY KEY (subject_key, read_id),
  constraint shared_read_item_fk FOREIGN KEY (subject_key, item_id) REFERENCES item(subject_key, item_id),
  constraint shared_read_answer_ck CHECK ((((answer IS NULL) <> (problem IS NULL)) AND ((answer IS NULL) = (query_no IS NULL)))),
  constraint shared_read_kind_ck CHECK ((kind = ANY (ARRAY['payments'::text, 'reorganisations'::text]))),
  constraint shared_read_record_ck CHECK (((kind = 'payments'::text) = (record_id IS NOT NULL)))
);
comment on table shared_read is 'Reads of the province''s exchange of data: by record for payments, by subject for cases of reorganisation; insert and select only';
comment on column shared_read.item_id is 'The item it was read for; null while an application is being filled in';
comment on column shared_read.query_no is 'Number of the query at the exchange; null where it gave no answer';
comment on column shared_read.problem is 'Why there was no answer, in Chinese';
CREATE INDEX shared_read_item_ix ON shared_read USING btree (subject_key, item_id, kind, asked_at);
alter table shared_read enable row level security;
create policy shared_read_all on shared_read for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy shared_read_region on shared_read for all using ((current_setting('app.sees'::text, true) = 'region'::text) AND (region_code ~~ (current_setting('app.region'::text, true) || '%'::text)));
create policy shared_read_subject on shared_read for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy shared_read_unit on shared_read for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (unit_id = current_setting('app.unit'::text, true)));
create policy shared_read_window on shared_read for all using ((current_setting('app.sees'::text, true) = 'window'::text) AND (window_unit_id = current_setting('app.unit'::text, true)));
grant insert, select on shared_read to credit_repair_app;

create table sign_off_rule (
  unit_id text not null,
  rule_id uuid not null,
  request_id uuid not null,
  matter_key text not null,
  act text not null,
  steps text not null,
  valid_from date not null,
  set_by jsonb not null,
  set_at timestamp with time zone not null,
  constraint sign_off_rule_pk PRIMARY KEY (unit_id, rule_id),
  constraint sign_off_rule_request_uq UNIQUE (unit_id, request_id),
  constraint sign_off_rule_act_ck CHECK ((act = ANY (ARRAY['*'::text, 'accept'::text, 'decline'::text, 'request-correction'::text, 'extend'::text, 'grant'::text, 'refuse'::text, 'revoke'::text, 'decline-objection'::text, 'answer-objection'::text]))),
  constraint sign_off_rule_steps_ck CHECK ((steps = ANY (ARRAY['none'::text, 'sign'::text, 'review-sign'::text])))
);
comment on table sign_off_rule is 'Through whose hands a unit''s acts go, by matter and act (*: all), from which day; lines are added, never changed';
comment on column sign_off_rule.steps is 'none: one person decides; sign: another signs; review-sign: another reviews, a third signs';
grant insert, select, update on sign_off_rule to credit_repair_app;

create table subject (
  subject_key uuid not null,
  kind text not null,
  name text not null,
  identifier text not null,
  former_names text[] not null default '{}'::text[],
  address text,
  phone text,
  legal_rep text,
  registry_organ text,
  region_code text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  market_barred_on date,
  deregistered_on date,
  constraint subject_pk PRIMARY KEY (subject_key),
  constraint subject_kind_ck CHECK ((kind = ANY (ARRAY['organisation'::text, 'sole-trader'::text, 'person'::text])))
);
comment on table subject is 'Who carries records: organisation, sole trader or natural person';
comment on column subject.market_barred_on is 'Day of the decision that bars every market record of the subject (107号 art 23)';
comment on column subject.deregistered_on is 'Day of deregistration 注销; null: it exists';
CREATE INDEX subject_former_ix ON subject USING gin (former_names);
CREATE INDEX subject_name_ix ON subject USING btree (name text_pattern_ops);
grant insert, select, update on subject to credit_repair_app;

create table subject_identifier (
  identifier text not null,
  kind text not null,
  subject_key uuid not null,
  constraint subject_identifier_pk PRIMARY KEY (identifier)
);
comment on table subject_identifier is 'Directory: identifier to subject_key, looked up in a statement of its own';
grant insert, select, update on subject_identifier to credit_repair_app;

create table unit (
  unit_id text not null,
  name text not null,
  short_name text not null,
  kind text not null,
  sector text not null,
  level text not null,
  region_code text not null,
  organ_code text,
  phone text,
  address text,
  valid_from date not null,
  valid_to date,
  constraint unit_pk PRIMARY KEY (unit_id),
  constraint unit_kind_ck CHECK ((kind = ANY (ARRAY['authority'::text, 'window'::text, 'lead'::text]))),
  constraint unit_level_ck CHECK ((level = ANY (ARRAY['province'::text, 'city'::text, 'county'::text, 'new-area'::text])))
);
comment on table unit is 'Authorities, windows and lead departments; short_name is the 机关代字 of document numbers';
CREATE INDEX unit_name_ix ON unit USING btree (name);
CREATE INDEX unit_region_ix ON unit USING btree (region_code, sector);
grant insert, select, update on unit to credit_repair_app;

create table upload (
  subject_key uuid not null,
  upload_id uuid not null,
  material_key text not null,
  file_name text not null,
  bytes integer not null,
  digest text not null,
  received integer not null default 0,
  owner text not null,
  window_unit_id text,
  touched_at timestamp with time zone not null,
  constraint upload_pk PRIMARY KEY (subject_key, upload_id),
  constraint upload_bytes_ck CHECK ((bytes > 0)),
  constraint upload_received_ck CHECK (((received >= 0) AND (received <= bytes)))
);
comment on table upload is 'Files on their way in, piece by piece; gone when the file is kept, refused, or left alone for days';
comment on column upload.digest is 'SHA-256 (hex) of the whole file as the sender has it: the same file begun again goes on where it stopped';
comment on column upload.received is 'Bytes that have arrived without a gap';
CREATE UNIQUE INDEX upload_open_uq ON upload USING btree (subject_key, owner, material_key, digest);
CREATE INDEX upload_touched_ix ON upload USING btree (touched_at);
alter table upload enable row level security;
create policy upload_all on upload for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy upload_subject on upload for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy upload_window on upload for all using ((current_setting('app.sees'::text, true) = 'window'::text) AND (window_unit_id = current_setting('app.unit'::text, true)));
grant delete, insert, select, update on upload to credit_repair_app;

create table upload_chunk (
  subject_key uuid not null,
  upload_id uuid not null,
  at_byte integer not null,
  window_unit_id text,
  content bytea not null,
  constraint upload_chunk_pk PRIMARY KEY (subject_key, upload_id, at_byte),
  constraint upload_chunk_upload_fk FOREIGN KEY (subject_key, upload_id) REFERENCES upload(subject_key, upload_id) ON DELETE CASCADE
);
comment on table upload_chunk is 'The pieces of a file on its way in';
alter table upload_chunk enable row level security;
create policy upload_chunk_all on upload_chunk for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy upload_chunk_subject on upload_chunk for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy upload_chunk_window on upload_chunk for all using ((current_setting('app.sees'::text, true) = 'window'::text) AND (window_unit_id = current_setting('app.unit'::text, true)));
grant delete, insert, select, update on upload_chunk to credit_repair_app;

create table urging (
  subject_key uuid not null,
  urging_id uuid not null,
  item_id uuid,
  unit_id text not null,
  region_code text not null,
  window_unit_id text,
  text text not null,
  urged_by text not null,
  urged_unit text not null,
  urged_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  answer text,
  order_id uuid,
  constraint urging_pk PRIMARY KEY (subject_key, urging_id),
  constraint urging_item_fk FOREIGN KEY (subject_key, item_id) REFERENCES item(subject_key, item_id),
  constraint urging_order_fk FOREIGN KEY (subject_key, order_id) REFERENCES record_order(subject_key, order_id),
  constraint urging_about_ck CHECK ((num_nonnulls(item_id, order_id) = 1))
);
comment on column urging.order_id is 'The order about a record that is urged, instead of an item';
alter table urging enable row level security;
create policy urging_all on urging for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy urging_region on urging for all using ((current_setting('app.sees'::text, true) = 'region'::text) AND (region_code ~~ (current_setting('app.region'::text, true) || '%'::text)));
create policy urging_subject on urging for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy urging_unit on urging for all using ((current_setting('app.sees'::text, true) = 'unit'::text) AND (unit_id = current_setting('app.unit'::text, true)));
create policy urging_window on urging for all using ((current_setting('app.sees'::text, true) = 'window'::text) AND (window_unit_id = current_setting('app.unit'::text, true)));
grant insert, select, update on urging to credit_repair_app;

create table window_hand_out (
  subject_key uuid not null,
  item_id uuid not null,
  application_id uuid not null,
  window_unit_id text not null,
  way text not null,
  received_by text not null,
  document text,
  signature jsonb,
  note text not null,
  paper_ids uuid[] not null,
  handed_by jsonb not null,
  handed_at timestamp with time zone not null,
  constraint window_hand_out_pk PRIMARY KEY (subject_key, item_id),
  constraint window_hand_out_item_fk FOREIGN KEY (subject_key, item_id) REFERENCES item(subject_key, item_id),
  constraint window_hand_out_way_ck CHECK ((way = ANY (ARRAY['window'::text, 'mail'::text, 'online'::text, 'told'::text])))
);
comment on table window_hand_out is 'Results of items that a window handed out: to whom, how, when; one row an item';
alter table window_hand_out enable row level security;
create policy window_hand_out_all on window_hand_out for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy window_hand_out_subject on window_hand_out for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy window_hand_out_window on window_hand_out for all using ((current_setting('app.sees'::text, true) = 'window'::text) AND (window_unit_id = current_setting('app.unit'::text, true)));
grant insert, select, update on window_hand_out to credit_repair_app;

create table window_hand_over (
  subject_key uuid not null,
  hand_over_id uuid not null,
  application_id uuid not null,
  from_unit_id text not null,
  to_unit_id text not null,
  reason text not null,
  with_originals boolean not null,
  asked_by jsonb not null,
  asked_at timestamp with time zone not null,
  answer text,
  note text,
  answered_by jsonb,
  answered_at timestamp with time zone,
  constraint window_hand_over_pk PRIMARY KEY (subject_key, hand_over_id),
  constraint window_hand_over_application_fk FOREIGN KEY (subject_key, application_id) REFERENCES application(subject_key, application_id),
  constraint window_hand_over_answer_ck CHECK ((answer = ANY (ARRAY['accepted'::text, 'declined'::text, 'taken-back'::text]))),
  constraint window_hand_over_answered_ck CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint window_hand_over_units_ck CHECK ((from_unit_id <> to_unit_id))
);
comment on table window_hand_over is 'A window hands the follow-up of an application to another window, which accepts or declines; the hand-over itself is an event of every item';
CREATE UNIQUE INDEX window_hand_over_open_uq ON window_hand_over USING btree (subject_key, application_id) WHERE (answered_at IS NULL);
CREATE INDEX window_hand_over_to_ix ON window_hand_over USING btree (to_unit_id, asked_at) WHERE (answered_at IS NULL);
alter table window_hand_over enable row level security;
create policy window_hand_over_all on window_hand_over for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy window_hand_over_subject on window_hand_over for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy window_hand_over_window on window_hand_over for all using ((current_setting('app.sees'::text, true) = 'window'::text) AND ((from_unit_id = current_setting('app.unit'::text, true)) OR (to_unit_id = current_setting('app.unit'::text, true))));
grant insert, select, update on window_hand_over to credit_repair_app;

create table window_original (
  subject_key uuid not null,
  original_id uuid not null,
  application_id uuid not null,
  window_unit_id text not null,
  name text not null,
  pages integer not null,
  place text not null,
  kept_on date not null,
  kept_by jsonb not null,
  return_by date not null,
  returned_at timestamp with time zone,
  returned jsonb,
  constraint window_original_pk PRIMARY KEY (subject_key, original_id),
  constraint window_original_application_fk FOREIGN KEY (subject_key, application_id) REFERENCES application(subject_key, application_id),
  constraint window_original_pages_ck CHECK (((pages >= 1) AND (pages <= 9999))),
  constraint window_original_returned_ck CHECK (((returned_at IS NULL) = (returned IS NULL)))
);
comment on table window_original is 'Originals of papers kept at a window until they are returned; return_by is the day the receipt promises';
comment on column window_original.returned is 'To whom, how identity was checked, signature, by whom';
CREATE INDEX window_original_kept_ix ON window_original USING btree (window_unit_id, return_by) WHERE (returned_at IS NULL);
alter table window_original enable row level security;
create policy window_original_all on window_original for all using (current_setting('app.sees'::text, true) = 'all'::text);
create policy window_original_subject on window_original for all using ((current_setting('app.sees'::text, true) = 'subject'::text) AND (subject_key = ANY ((string_to_array(current_setting('app.subjects'::text, true), ','::text))::uuid[])));
create policy window_original_window on window_original for all using ((current_setting('app.sees'::text, true) = 'window'::text) AND (window_unit_id = current_setting('app.unit'::text, true)));
grant insert, select, update on window_original to credit_repair_app;
