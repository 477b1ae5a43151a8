-- A desk searches its items by a part of the document number: without reading the record of each of ten thousand (bench/queue.ts).

alter table item add column doc_number text not null default '';
update item set doc_number = record.doc_number from record
  where record.subject_key = item.subject_key and record.record_id = item.record_id;
comment on column item.doc_number is 'Document number of the record, for searching; follows it when a decision changes it. What is shown is the record''s own';
