-- A head covers the ledgers of objections and of orders about records too. Heads made before say nothing of them and stay as they are.

alter table ledger_head add column covers jsonb;
comment on column ledger_head.covers is 'Ledgers covered beside item_event: [{ledger, from}], from null where it is taken in from its first entry. Part of the signed text; null, and then not part of it: none';
comment on table ledger_head is 'Signed head of a closed day: all entries of the ledger with from_at <= at < until_at, and those of the other ledgers in covers; insert and select only';

create index objection_event_at_ix on objection_event (at);
create index record_order_event_at_ix on record_order_event (at);
