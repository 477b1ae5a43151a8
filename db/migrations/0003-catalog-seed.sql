-- Which delivered catalogue a database holds: a start with the same one writes nothing.

create table catalog_seed (
  part text constraint catalog_seed_pk primary key,
  digest text not null,
  seeded_at timestamptz not null
);
comment on table catalog_seed is 'Digest of each part of the catalogue as delivered (regions, units, matter:<key>, demo accounts, all) when it was last written';
