-- A file with the data of many goes into the log as one line that names whose they were, so that each of them is told.

alter table access_log add column subject_keys uuid[];
create index access_log_subjects_ix on access_log using gin (subject_keys) where subject_keys is not null;
comment on column access_log.subject_keys is 'Whose data went out together in one file (an export, a batch of notices); null where subject_key says it, or where a list was only looked at';

-- Messages of one kind to one officer that come within minutes are one message, which names the items.

alter table message add column gathered jsonb;
comment on column message.gathered is 'Items an officer''s message gathers: [{subjectKey, itemId, version, line}]; null where a message is about one thing. Such rows stand under the subject of the whole platform';
