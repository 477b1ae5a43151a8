-- A seal may bear a time stamp of an authority (PAdES B-T).

alter table paper add column time_stamped_at timestamptz;
comment on column paper.time_stamped_at is 'Instant that the time stamp in the seal vouches for; null where the seal bears none';
