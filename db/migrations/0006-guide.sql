-- Who shows the guide: portals, how often people came through them, and which version each was last given. Nothing here is about a person.

create table portal (
  channel text constraint portal_pk primary key,
  position integer not null,
  name text not null,
  kind text not null constraint portal_kind_ck check (kind in ('province', 'credit', 'market', 'local', 'department')),
  origins text[] not null default '{}',
  valid_from date not null,
  valid_to date
);
comment on table portal is 'Sites and apps that show the guide (赣信用办〔2024〕4号 二(一)(二)); channel is the key in their links';
comment on column portal.origins is 'Origins beside *.gov.cn whose pages may frame the block';

create table channel_visit (
  channel text not null,
  day date not null,
  page text not null,
  count integer not null,
  constraint channel_visit_pk primary key (channel, day, page)
);
comment on table channel_visit is 'How often a page was opened through a portal on a day; no person, no address, no session';

create table portal_copy (
  channel text not null,
  form text not null constraint portal_copy_form_ck check (form in ('data', 'block', 'paper', 'reported')),
  part text not null,
  version text not null,
  digest text not null,
  fetched_at timestamptz not null,
  constraint portal_copy_pk primary key (channel, form, part)
);
comment on table portal_copy is 'Version of the guide a portal last took (data, block, paper) or said it holds (reported)';
comment on column portal_copy.part is 'Key of a matter; empty for the whole guide';

insert into portal (channel, position, name, kind, valid_from) values
  ('zwfw', 1, '江西政务服务网', 'province', '2024-05-14'),
  ('ganfutong', 2, '赣服通', 'province', '2024-05-14'),
  ('registration', 3, '江西省企业登记网络服务平台', 'province', '2024-05-14'),
  ('credit-jiangxi', 4, '信用中国（江西）', 'credit', '2024-05-14'),
  ('gsxt-jiangxi', 5, '国家企业信用信息公示系统（江西）', 'market', '2024-05-14'),
  ('credit-nanchang', 11, '信用中国（江西南昌）', 'local', '2024-05-14'),
  ('credit-jingdezhen', 12, '信用中国（江西景德镇）', 'local', '2024-05-14'),
  ('credit-pingxiang', 13, '信用中国（江西萍乡）', 'local', '2024-05-14'),
  ('credit-jiujiang', 14, '信用中国（江西九江）', 'local', '2024-05-14'),
  ('credit-xinyu', 15, '信用中国（江西新余）', 'local', '2024-05-14'),
  ('credit-yingtan', 16, '信用中国（江西鹰潭）', 'local', '2024-05-14'),
  ('credit-ganzhou', 17, '信用中国（江西赣州）', 'local', '2024-05-14'),
  ('credit-jian', 18, '信用中国（江西吉安）', 'local', '2024-05-14'),
  ('credit-yichun', 19, '信用中国（江西宜春）', 'local', '2024-05-14'),
  ('credit-fuzhou', 20, '信用中国（江西抚州）', 'local', '2024-05-14'),
  ('credit-shangrao', 21, '信用中国（江西上饶）', 'local', '2024-05-14'),
  ('credit-ganjiang', 22, '赣江新区信用网站', 'local', '2024-05-14'),
  ('dept-ndrc', 31, '省发展改革委门户网站', 'department', '2024-05-14'),
  ('dept-service', 32, '省政务服务办门户网站', 'department', '2024-05-14'),
  ('dept-market', 33, '省市场监管局门户网站', 'department', '2024-05-14'),
  ('dept-tax', 34, '省税务局门户网站', 'department', '2024-05-14'),
  ('dept-court', 35, '省法院门户网站', 'department', '2024-05-14'),
  ('dept-customs', 36, '南昌海关门户网站', 'department', '2024-05-14'),
  ('dept-hrss', 37, '省人社厅门户网站', 'department', '2024-05-14'),
  ('dept-civil', 38, '省民政厅门户网站', 'department', '2024-05-14'),
  ('dept-agri', 39, '省农业农村厅门户网站', 'department', '2024-05-14'),
  ('dept-stats', 40, '省统计局门户网站', 'department', '2024-05-14'),
  ('dept-culture', 41, '省文化和旅游厅门户网站', 'department', '2024-05-14'),
  ('dept-emergency', 42, '省应急管理厅门户网站', 'department', '2024-05-14'),
  ('dept-transport', 43, '省交通运输厅门户网站', 'department', '2024-05-14');
