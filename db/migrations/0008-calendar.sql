-- The calendar that open deadlines were last counted with. The clock's daily run compares it with the one in force and goes home where
-- nothing changed; where something did, the two say what, in the words that people are told.

create table counted_calendar (
  only_row boolean constraint counted_calendar_pk primary key default true constraint counted_calendar_one_ck check (only_row),
  digest text not null,
  calendar jsonb not null,
  counted_at timestamptz not null
);
comment on table counted_calendar is 'The working-day calendar with which all open deadlines were counted last; one row';
comment on column counted_calendar.digest is 'SHA-256 of the calendar in canonical form; also in the ledger of each item that was dated again';
