-- 承办 → 审核 → 签发 of what ends an objection: where it stands, and the lines of a unit's order that name it.

alter table objection add column sign_off text constraint objection_sign_off_ck check (sign_off in ('review', 'sign', 'returned'));
comment on column objection.sign_off is 'Where its answer stands in its chain: waits for review, for signature, or came back to the officer';
create index objection_sign_off_ix on objection (unit_id, sign_off, due_on) where sign_off is not null;

alter table sign_off_rule drop constraint sign_off_rule_act_ck;
alter table sign_off_rule add constraint sign_off_rule_act_ck check (
  act in (
    '*', 'accept', 'decline', 'request-correction', 'extend', 'grant', 'refuse', 'revoke', 'decline-objection', 'answer-objection'
  )
);
