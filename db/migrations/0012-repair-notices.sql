-- 两书同达: editions of the notice, each service with its corrections, printed batches, partners' keys; the one reminder after the telling.

alter table repair_notice drop constraint repair_notice_record_uq;
alter table repair_notice add column finding_date date;
alter table repair_notice add column edition integer not null default 1 constraint repair_notice_edition_ck check (edition >= 1);
alter table repair_notice add column edition_from date;
alter table repair_notice add column edition_digest text;
alter table repair_notice add column content_digest text;
alter table repair_notice add column superseded_at timestamptz;
alter table repair_notice add column decision_served_on date;
alter table repair_notice add column receipt_number text;
alter table repair_notice add column service_version integer not null default 0;
update repair_notice n set finding_date = r.finding_date from record r
  where r.subject_key = n.subject_key and r.record_id = n.record_id;
update repair_notice set decision_served_on = served_on, service_version = 1 where served_on is not null;
alter table repair_notice alter column finding_date set not null;
create unique index repair_notice_current_uq on repair_notice (subject_key, record_id) where superseded_at is null;
create index repair_notice_unserved_ix on repair_notice (unit_id, finding_date, notice_id) where served_on is null and superseded_at is null;
comment on column repair_notice.edition is 'Edition of the notice of its matter: guide text and law rows as they stood; printed on the paper with edition_from';
comment on column repair_notice.content_digest is 'SHA-256 of what the paper says; another one today means that a new edition would read differently';
comment on column repair_notice.superseded_at is 'A newer edition took its place before it was served; one that was served stays for ever';
comment on column repair_notice.decision_served_on is 'Day on which the decision itself was served: on or after served_on the two went together';

create table notice_service (
  subject_key uuid not null,
  notice_id uuid not null,
  version integer not null,
  unit_id text not null,
  region_code text not null,
  served_how text not null constraint notice_service_how_ck check (served_how in ('direct', 'left', 'mail', 'electronic', 'entrusted', 'public')),
  served_on date not null,
  decision_served_on date not null,
  received_by text,
  receipt_number text,
  proof_id uuid,
  reason text,
  noted_by text not null,
  noted_at timestamptz not null,
  constraint notice_service_pk primary key (subject_key, notice_id, version),
  constraint notice_service_reason_ck check (version = 1 or reason is not null)
);
alter table notice_service add constraint notice_service_notice_fk foreign key (subject_key, notice_id) references repair_notice (subject_key, notice_id);
comment on table notice_service is 'How a notice was served, and every correction of it with its reason; the newest version stands on repair_notice';

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
  uploaded_at timestamptz not null,
  constraint service_proof_pk primary key (subject_key, proof_id)
);
alter table service_proof add constraint service_proof_notice_fk foreign key (subject_key, notice_id) references repair_notice (subject_key, notice_id);
comment on table service_proof is 'Proof of a service: a scan of the return of service or of the receipt of the post';

create table notice_batch (
  batch_id uuid constraint notice_batch_pk primary key,
  unit_id text not null,
  title text not null,
  notices jsonb not null,
  two_sided boolean not null,
  total integer not null,
  done integer not null default 0,
  pages integer not null default 0,
  bytes integer not null default 0,
  state text not null constraint notice_batch_state_ck check (state in ('ordered', 'running', 'done', 'failed')),
  failure text,
  ordered_by text not null,
  ordered_at timestamptz not null,
  ended_at timestamptz
);
create index notice_batch_unit_ix on notice_batch (unit_id, ordered_at desc);
comment on table notice_batch is 'Notices of a unit put together into one file for the printer, in the order of the list';

create table notice_batch_part (
  batch_id uuid not null,
  part integer not null,
  content bytea not null,
  constraint notice_batch_part_pk primary key (batch_id, part)
);
comment on table notice_batch_part is 'The file of a batch in parts; they go a week after they were made';

create table partner_key (
  key_id text constraint partner_key_pk primary key,
  unit_id text not null,
  label text not null,
  made_by text not null,
  made_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text
);
comment on table partner_key is 'Keys by which systems of units hand in records; the secret follows from the platform''s own and is kept nowhere';

create table partner_nonce (
  key_id text not null,
  nonce text not null,
  at timestamptz not null,
  constraint partner_nonce_pk primary key (key_id, nonce)
);
create index partner_nonce_at_ix on partner_nonce (at);
comment on table partner_nonce is 'Nonces of signed requests: one is heard once; they go when their timestamp would be refused anyway';

create index paper_waiting_ix on paper (ordered_at, paper_id) where state = 'ordered';

alter table record add column told_again_on date;
comment on column record.told_again_on is 'Day of the one reminder that follows where nobody had applied thirty days after the telling';

create table reminder_stop (
  subject_key uuid not null,
  about text not null,
  stopped_by text not null,
  stopped_at timestamptz not null,
  lifted_at timestamptz,
  constraint reminder_stop_pk primary key (subject_key, about)
);
comment on table reminder_stop is '不再提醒: what the platform tells by itself is told no more';
comment on column reminder_stop.about is 'subject: everything; record:<id>: one record';
alter table reminder_stop add constraint reminder_stop_subject_fk foreign key (subject_key) references subject (subject_key);
