-- 公告送达 counts from the announcement; supervision asks for the decisions of a span of days over a whole province.

alter table notice_service add column announced_on date
  constraint notice_service_announced_ck check (announced_on is null or (served_how = 'public' and announced_on < served_on));
comment on column notice_service.announced_on is '公告送达: day of the announcement, from which the days until it counts as served run; null for every other way';

create index record_finding_ix on record (finding_date, record_id);
