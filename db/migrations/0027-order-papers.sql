-- Papers of orders about records, effects beyond display, the ruling behind a shielding, urging of orders.

alter table paper add column order_id uuid;
comment on column paper.order_id is 'The order about a record it belongs to';
create index paper_order_ix on paper (subject_key, order_id) where order_id is not null;

alter table record_order_effect drop constraint record_order_effect_kind_ck;
alter table record_order_effect add constraint record_order_effect_kind_ck check (effect in
  ('hide', 'show-again', 'change', 'shield', 'end-statement', 'end-sharing', 'lift-measures'));
-- One platform may be asked for more than one thing: sharing to be ended, measures to be lifted.
alter table record_order_effect drop constraint record_order_effect_once_uq;
alter table record_order_effect add constraint record_order_effect_once_uq unique (subject_key, order_id, system, effect);

alter table record add column held_back_ground jsonb;
comment on column record.held_back_ground is 'The paper a shielding rests on (title, number, office, day), named beside the statement while the plan runs; null: not shielded';
update record r set held_back_ground = (
  select jsonb_build_object('title', o.content #>> '{ground,title}', 'number', o.content #>> '{ground,number}',
    'office', o.content #>> '{ground,office}', 'day', o.content #>> '{ground,day}')
  from record_order o
  where o.subject_key = r.subject_key and o.record_id = r.record_id and o.kind = 'shielding' and o.state in ('ordered', 'done')
  order by o.opened_on desc, o.order_id desc limit 1)
where r.held_back = 'shielded';

alter table urging alter column item_id drop not null;
alter table urging add column order_id uuid;
alter table urging add constraint urging_about_ck check (num_nonnulls(item_id, order_id) = 1);
alter table urging add constraint urging_order_fk foreign key (subject_key, order_id) references record_order (subject_key, order_id);
comment on column urging.order_id is 'The order about a record that is urged, instead of an item';
