-- Papers bear the seal of their organ's certificate; a file alone is enough to ask whether it is one of ours.

alter table paper add column digest_sm3 text;
alter table paper add column seal_party text;
alter table paper add column seal_certificate text;
alter table paper add column sealed_at timestamptz;
alter table paper add column last_try_at timestamptz;
comment on column paper.digest is 'SHA-256 of the file as it is handed out: with its signature, where sealed_at is set';
comment on column paper.digest_sm3 is 'SM3 of the same file';
comment on column paper.seal_party is 'Unit whose certificate signed it, platform for an applicant''s own papers; null: printed before papers were sealed';
comment on column paper.seal_certificate is 'Number of the certificate, hex';
comment on column paper.failure is 'Why the last try failed; on an ordered paper: it waits for its seal';
create index paper_stuck_ix on paper (ordered_at, paper_id) where failure is not null;

create table paper_digest (
  digest text not null,
  subject_key uuid not null,
  paper_id uuid not null,
  constraint paper_digest_pk primary key (digest)
);
comment on table paper_digest is 'Directory: SHA-256 of a printed file to its paper';
insert into paper_digest (digest, subject_key, paper_id)
  select distinct on (digest) digest, subject_key, paper_id from paper where digest is not null order by digest, ordered_at;
