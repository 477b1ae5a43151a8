-- One signed head a day over the entries of the ledger, and the leaves it was made from: what was closed cannot be changed unseen, not
-- even by somebody who counts every hash of a chain anew. No index by subject: heads belong to nobody.

create index item_event_at_ix on item_event (at);
comment on column item_event.hash is 'Over everything the row says and prev_hash. sm3:<hex> since heads are made; plain hex (SHA-256, without request, unit, region and window) before';

create table ledger_head (
  day date not null,
  from_at timestamptz,
  until_at timestamptz not null,
  entries bigint not null,
  digest text not null,
  previous text,
  head text not null,
  algorithm text not null,
  signature text not null,
  public_key text not null,
  key_id text not null,
  made_at timestamptz not null,
  constraint ledger_head_pk primary key (day),
  constraint ledger_head_previous_uq unique nulls not distinct (previous),
  constraint ledger_head_span_ck check (from_at is null or from_at < until_at)
);
comment on table ledger_head is 'Signed head of a closed day: all entries of the ledger with from_at <= at < until_at; insert and select only';
comment on column ledger_head.day is 'Last day covered (Asia/Shanghai); days on which no head was made are covered by the next one';
comment on column ledger_head.digest is 'SM3 over the digests of the parts, in order';
comment on column ledger_head.previous is 'head of the head before; null for the first';
comment on column ledger_head.head is 'SM3 of the signed text, which is the canonical JSON of day, from, until, entries, digest, previous, madeAt';
comment on column ledger_head.signature is 'SM2 with SM3 over the signed text: DER, base64';

create table ledger_head_part (
  day date not null,
  part integer not null,
  digest text not null,
  leaves bytea not null,
  constraint ledger_head_part_pk primary key (day, part)
);
comment on table ledger_head_part is 'What a head was made from, so that a check can name the entry and not only the day; insert and select only';
comment on column ledger_head_part.leaves is 'Up to 4096 leaves of 69 bytes ordered by subject_key, item_id, version: these three (16, 16, 4), 1 for SM3 or 0 for SHA-256, the hash (32)';
