-- A draft is examined again when it is submitted: which version of its matter each record's part was begun under.

alter table draft add column begun jsonb not null default '{}';
comment on column draft.begun is 'By record: matter_key and the version in force when the record was first saved into the draft';
