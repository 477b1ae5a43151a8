-- Papers of an objection: its statement, a denied acceptance, its answer.
alter table paper add column objection_id uuid;
comment on column paper.objection_id is 'The objection it belongs to';
create index paper_objection_ix on paper (subject_key, objection_id) where objection_id is not null;
