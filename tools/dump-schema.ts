import type { Client } from 'pg';

/**
 * The schema of a database as readable SQL in a stable order: tables with columns, constraints, indexes, comments, row
 * policies, what the application's role may do, and functions. Asked of the catalogue, because the embedded package has no pg_dump;
 * not meant to be run, but to be read and compared.
 */
export async function dumpSchema(client: Client): Promise<string> {
  await client.query('set search_path = public');
  const { rows: tables } = await client.query<Table>(tablesQuery);
  const parts: string[] = [];
  const { rows: functions } = await client.query<{ definition: string }>(functionsQuery);
  parts.push(...functions.map((one) => one.definition));
  for (const table of tables) parts.push(await dumpTable(client, table));
  const head = '-- 由 npm run generate 从 db/migrations、roles.sql、policies.sql 生成；请勿手改。\n';
  return `${head}${parts.map((part) => `\n${part}\n`).join('')}`;
}

interface Table {
  readonly oid: number;
  readonly name: string;
  readonly comment: string | null;
  readonly secured: boolean;
  readonly partition_of: string | null;
  readonly partition_bound: string | null;
  readonly partition_key: string | null;
}

const tablesQuery = `
  select c.oid, c.relname as name, obj_description(c.oid, 'pg_class') as comment, c.relrowsecurity as secured,
    (select i.inhparent::regclass::text from pg_inherits i where i.inhrelid = c.oid) as partition_of,
    pg_get_expr(c.relpartbound, c.oid) as partition_bound,
    case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as partition_key
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  order by c.relname`;

// Generated columns keep their expression where others keep a default. Not-null constraints stand with their column:
// PostgreSQL 18 also lists them as constraints of their own.
const columnsQuery = `
  select a.attname as name, col_description(a.attrelid, a.attnum) as comment,
    format_type(a.atttypid, a.atttypmod)
    || case when a.attcollation <> 0 and a.attcollation <> t.typcollation
         then ' collate ' || quote_ident((select collname from pg_collation where oid = a.attcollation)) else '' end
    || case when a.attnotnull then ' not null' else '' end
    || case when a.attidentity <> '' then ' generated as identity'
         when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
         when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end as definition
  from pg_attribute a
  join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped
  order by a.attnum`;

const constraintsQuery = `
  select conname as name, pg_get_constraintdef(oid) as definition
  from pg_constraint where conrelid = $1 and contype in ('p', 'u', 'f', 'c', 'x')
  order by position(contype::text in 'puxfc'), conname`;

const indexesQuery = `
  select pg_get_indexdef(i.indexrelid) as definition
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where i.indrelid = $1 and not exists (select from pg_constraint where conindid = i.indexrelid and conrelid = $1)
  order by c.relname`;

const policiesQuery = `
  select p.polname as name, lower(case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert'
      when 'w' then 'update' else 'delete' end) as command,
    pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as checked
  from pg_policy p where p.polrelid = $1 order by p.polname`;

const grantsQuery = `
  select coalesce(r.rolname, 'public') as grantee, lower(string_agg(g.privilege_type, ', ' order by g.privilege_type)) as privileges
  from pg_class c, aclexplode(c.relacl) g left join pg_roles r on r.oid = g.grantee
  where c.oid = $1 and g.grantee <> c.relowner
  group by r.rolname order by 1`;

const functionsQuery = `
  select pg_get_functiondef(p.oid)
    || coalesce('-- ' || obj_description(p.oid, 'pg_proc') || chr(10), '')
    || coalesce('-- execute: ' || (select string_agg(coalesce(r.rolname, 'public'), ', ' order by r.rolname)
         from aclexplode(p.proacl) g left join pg_roles r on r.oid = g.grantee where g.grantee <> p.proowner), '') as definition
  from pg_proc p where p.pronamespace = 'public'::regnamespace order by p.proname`;

async function dumpTable(client: Client, table: Table): Promise<string> {
  const ask = async <R>(query: string) => (await client.query(query, [table.oid])).rows as R[];
  const columns = await ask<{ name: string; comment: string | null; definition: string }>(columnsQuery);
  const constraints = await ask<{ name: string; definition: string }>(constraintsQuery);
  const indexes = await ask<{ definition: string }>(indexesQuery);
  const policies = await ask<{ name: string; command: string; using: string | null; checked: string | null }>(
    policiesQuery,
  );
  const grants = await ask<{ grantee: string; privileges: string }>(grantsQuery);

  const partition = table.partition_key === null ? '' : ` partition by ${table.partition_key}`;
  const head =
    table.partition_of === null
      ? `create table ${table.name} (`
      : `create table ${table.name} partition of ${table.partition_of} ${table.partition_bound} (`;
  const body = [
    ...columns.map(({ name, definition }) => `  ${name} ${definition}`),
    ...constraints.map(({ name, definition }) => `  constraint ${name} ${definition}`),
  ];
  const comments = columns.filter(({ comment }) => comment !== null);
  return [
    head,
    `${body.join(',\n')}\n)${partition};`,
    ...(table.comment === null ? [] : [`comment on table ${table.name} is '${quoted(table.comment)}';`]),
    ...comments.map(({ name, comment }) => `comment on column ${table.name}.${name} is '${quoted(comment ?? '')}';`),
    ...indexes.map(({ definition }) => `${definition.replace(' ON public.', ' ON ')};`),
    ...(table.secured ? [`alter table ${table.name} enable row level security;`] : []),
    ...policies.map(({ name, command, using, checked }) => {
      const conditions = `${using === null ? '' : ` using ${using}`}${checked === null ? '' : ` with check ${checked}`}`;
      return `create policy ${name} on ${table.name} for ${command}${conditions};`;
    }),
    ...grants.map(({ grantee, privileges }) => `grant ${privileges} on ${table.name} to ${grantee};`),
  ].join('\n');
}

function quoted(text: string): string {
  return text.replaceAll("'", "''");
}
