-- Materials: uploads that survive a broken line, what the virus scanner said of a file, and files given again with consent.

alter table attachment add column request_id uuid;
alter table attachment add column pages integer constraint attachment_pages_ck check (pages > 0);
alter table attachment add column scan text not null default 'received'
  constraint attachment_scan_ck check (scan in ('received', 'waiting', 'clean', 'infected'));
alter table attachment add column scanned_at timestamptz;
alter table attachment add column scan_found text;
alter table attachment add column reused_from uuid;
alter table attachment add column consent jsonb;
alter table attachment add column given_at timestamptz;
alter table attachment add constraint attachment_reuse_ck
  check ((reused_from is null) = (consent is null) and (reused_from is null) = (given_at is null));
create unique index attachment_request_uq on attachment (subject_key, request_id) where request_id is not null;
create index attachment_waiting_ix on attachment (scanned_at) where scan = 'waiting';
create index attachment_unused_ix on attachment (uploaded_at) where application_id is null;
comment on column attachment.request_id is 'Request that made the row (an upload''s id, or the request of a reuse): a repeated request makes no second file';
comment on column attachment.pages is 'Pages of a PDF as counted when it came in; null for pictures and where they cannot be counted';
comment on column attachment.scan is 'received: no scanner is set; waiting: kept until the scanner can be asked; clean; infected: found later, the content was removed';
comment on column attachment.scanned_at is 'When the scanner was last asked; null where it never was';
comment on column attachment.scan_found is 'What the scanner found, or why it could not be asked';
comment on column attachment.reused_from is 'The file of an earlier application that was given again; same content and digest';
comment on column attachment.consent is 'Who agreed to the reuse, when, and the sentence agreed to; kept with the file';
comment on column attachment.given_at is 'Of a reused file: when the subject first gave it, from which its time for reuse runs; else uploaded_at says so';

create table upload (
  subject_key uuid not null,
  upload_id uuid not null,
  material_key text not null,
  file_name text not null,
  bytes integer not null constraint upload_bytes_ck check (bytes > 0),
  digest text not null,
  received integer not null default 0,
  owner text not null,
  window_unit_id text,
  touched_at timestamptz not null,
  constraint upload_pk primary key (subject_key, upload_id),
  constraint upload_received_ck check (received between 0 and bytes)
);
create unique index upload_open_uq on upload (subject_key, owner, material_key, digest);
create index upload_touched_ix on upload (touched_at);
comment on table upload is 'Files on their way in, piece by piece; gone when the file is kept, refused, or left alone for days';
comment on column upload.digest is 'SHA-256 (hex) of the whole file as the sender has it: the same file begun again goes on where it stopped';
comment on column upload.received is 'Bytes that have arrived without a gap';

create table upload_chunk (
  subject_key uuid not null,
  upload_id uuid not null,
  at_byte integer not null,
  window_unit_id text,
  content bytea not null,
  constraint upload_chunk_pk primary key (subject_key, upload_id, at_byte)
);
comment on table upload_chunk is 'The pieces of a file on its way in';
alter table upload_chunk add constraint upload_chunk_upload_fk
  foreign key (subject_key, upload_id) references upload (subject_key, upload_id) on delete cascade;
