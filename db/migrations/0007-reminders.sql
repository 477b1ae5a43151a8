-- When a record's verdict can next change, whether its subject was told that it became repairable, and the reminders people ask for.

alter table record add column look_on date default '2000-01-01';
alter table record add column told_repairable_on date;
create index record_look_ix on record (look_on, subject_key) where look_on is not null;
comment on column record.look_on is 'Day on which the verdict can next change: the daily look assesses the record then. A new or changed record stands at a day long past, so that the next look takes it up; null: time alone changes nothing any more';
comment on column record.told_repairable_on is 'Day on which the platform told the subject that the record can be repaired; it tells once';

create table reminder (
  subject_key uuid not null,
  reminder_id uuid not null,
  about text not null,
  record_id uuid,
  case_facts jsonb,
  title text not null,
  day date not null,
  owner text not null,
  phone text,
  created_at timestamptz not null,
  closed_at timestamptz,
  closed_as text constraint reminder_closed_as_ck check (closed_as in ('told', 'cancelled', 'repaired', 'applied')),
  constraint reminder_pk primary key (subject_key, reminder_id),
  constraint reminder_about_ck check ((record_id is null) <> (case_facts is null)),
  constraint reminder_closed_ck check ((closed_at is null) = (closed_as is null))
);
create unique index reminder_open_uq on reminder (subject_key, about) where closed_at is null;
create index reminder_due_ix on reminder (day, subject_key) where closed_at is null and record_id is null;
comment on table reminder is 'Reminders 到时提醒我: of a record, or of a case of the calculator (case_facts); day is the first on which something can be done';
comment on column reminder.about is 'record:<id> or case:<digest>; one open reminder about one thing';
alter table reminder add constraint reminder_subject_fk foreign key (subject_key) references subject (subject_key);

alter table message add column record_ids uuid[];
comment on column message.record_ids is 'Records the message is about, ticked in the form that it opens; null for messages about applications';
