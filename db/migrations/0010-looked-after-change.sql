-- Records are looked at again once a change of the rules they are judged by is in force.

alter table catalog_change add column looked_at timestamptz;
create index catalog_change_look_ix on catalog_change (effective_on) where state = 'approved' and looked_at is null;
comment on column catalog_change.looked_at is 'When the records that the change may concern were marked to be looked at again; null while its day has not come';
