-- What other offices share about a record or its subject: each question that was asked, and the answer or why there was none.

create table shared_read (
  subject_key uuid not null,
  read_id uuid not null,
  kind text not null constraint shared_read_kind_ck check (kind in ('payments', 'reorganisations')),
  record_id uuid,
  item_id uuid,
  unit_id text,
  region_code text,
  window_unit_id text,
  asked_by jsonb not null,
  asked_on date not null,
  asked_at timestamptz not null,
  query_no text,
  answer jsonb,
  problem text,
  constraint shared_read_pk primary key (subject_key, read_id),
  constraint shared_read_record_ck check ((kind = 'payments') = (record_id is not null)),
  constraint shared_read_answer_ck check ((answer is null) <> (problem is null) and (answer is null) = (query_no is null))
);
create index shared_read_item_ix on shared_read (subject_key, item_id, kind, asked_at);
comment on table shared_read is 'Reads of the province''s exchange of data: by record for payments, by subject for cases of reorganisation; insert and select only';
comment on column shared_read.item_id is 'The item it was read for; null while an application is being filled in';
comment on column shared_read.query_no is 'Number of the query at the exchange; null where it gave no answer';
comment on column shared_read.problem is 'Why there was no answer, in Chinese';
alter table shared_read add constraint shared_read_item_fk foreign key (subject_key, item_id) references item (subject_key, item_id);
