import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import pg from 'pg';
import { openCatalog } from '#server/catalog/catalog-store.ts';
import { submitApplication } from '#server/intake/submit-application.ts';
import { systemClock } from '#server/platform/clock.ts';
import { readConfig } from '#server/platform/config.ts';
import { openDatabase } from '#server/platform/database.ts';
import { createLog } from '#server/platform/log.ts';
import { reactionsTo } from '#server/reactions.ts';
import { appSecret, atOnce, type BenchPlatform, openSession, post } from './bench-platform.ts';

const itemsEach = 5;

interface Prepared {
  readonly subjectKey: string;
  readonly recordIds: readonly string[];
  readonly attachmentId: string;
  readonly cookie: string;
}

/** Subjects with five repairable records of five authorities, one uploaded proof and a session each. */
async function prepare(platform: BenchPlatform, count: number): Promise<Prepared[]> {
  const { owner } = platform;
  const matters = [
    ['work-safety', 'emergency-360100'],
    ['culture-tourism', 'culture-360100'],
    ['charity-serious', 'civil-360100'],
    ['statistics-serious', 'stats-360100'],
    ['other-penalty', 'ecology-360100'],
  ] as const;
  const prepared: Prepared[] = [];
  await owner.query('begin');
  for (let n = 0; n < count; n += 1) {
    const subjectKey = randomUUID();
    const now = new Date();
    await owner.query(
      `insert into subject (subject_key, kind, name, identifier, created_at, updated_at) values ($1, 'organisation', $2, $3, $4, $4)`,
      [subjectKey, `示例企业${n}`, `91360100BENCH${String(n).padStart(5, '0')}`, now],
    );
    const recordIds = matters.map(() => randomUUID());
    for (const [index, [matter, unit]] of matters.entries())
      await owner.query(
        `insert into record (subject_key, record_id, matter_key, record_type, natural_key, digest, doc_number, finding_date, published_date, organ_name, unit_id, region_code, facts, duties_performed, class, created_at, updated_at)
         values ($1, $2, $3, $4, $5, 'd', $6, '2024-03-01', '2024-03-10', '示例机关', $7, '360100', '{"penalties":[{"kind":"没收非法财物"}],"act":"示例事由"}', true, $8, $9, $9)`,
        [
          subjectKey,
          recordIds[index],
          matter,
          matter === 'other-penalty' ? 'penalty' : 'serious-list',
          `k${index}`,
          `示例〔2025〕${n}-${index}号`,
          unit,
          matter === 'other-penalty' ? 'general' : null,
          now,
        ],
      );
    await owner.query(
      `update record set finding_date = '2026-05-06', published_date = '2026-05-08' where subject_key = $1 and matter_key = 'other-penalty'`,
      [subjectKey],
    );
    const attachmentId = randomUUID();
    await owner.query(
      `insert into attachment (subject_key, attachment_id, material_key, file_name, media_type, bytes, digest, content, uploaded_by, uploaded_at)
       values ($1, $2, 'correction-proof', '整改报告.pdf', 'application/pdf', 8, 'd', '\\x25504446', '{}', $3)`,
      [subjectKey, attachmentId, now],
    );
    const subject = { subjectKey, name: `示例企业${n}`, kind: 'organisation', maskedIdentifier: '', as: '法定代表人' };
    const cookie = await openSession(owner, 'applicant', {
      sub: `s${n}`,
      name: '示例甲',
      phone: '13900000001',
      assurance: 'high',
      subjects: [subject],
      actingFor: subjectKey,
      idToken: null,
    });
    prepared.push({ subjectKey, recordIds, attachmentId, cookie });
  }
  await owner.query('commit');
  return prepared;
}

function bodyOf(it: Prepared) {
  return {
    requestId: randomUUID(),
    form: {
      subjectKind: 'organisation' as const,
      name: '示例企业',
      identifier: '91360100BENCH00001',
      address: '南昌市东湖区示例路1号',
      phone: '13900000001',
      registryOrgan: '南昌市市场监督管理局',
      legalRep: '示例甲',
      facts: '已经改正并缴清罚款，现申请信用修复。',
    },
    items: it.recordIds.map((recordId) => ({
      recordId,
      extra: {},
      materials: [{ key: 'correction-proof', attachmentIds: [it.attachmentId] }],
    })),
    commitment: { agreed: true as const, signature: { way: 'typed' as const, name: '示例甲' } },
  };
}

interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** The statements of one submission as the server sends them: the floor plays exactly these. */
async function record(platform: BenchPlatform, it: Prepared, number: string): Promise<Statement[]> {
  const config = readConfig({ APP_SECRET: appSecret, DATA_DIR: platform.dataDir });
  const db = openDatabase(platform.appUrl, { max: 1, onError: () => {} });
  const catalog = openCatalog(db, { ttlMs: 3_600_000 });
  await catalog();
  const client = await db.pool.connect();
  const statements: Statement[] = [];
  const send = client.query.bind(client) as (given: unknown, ...rest: unknown[]) => unknown;
  (client as { query: unknown }).query = (given: unknown, ...rest: unknown[]) => {
    if (typeof given === 'string') statements.push({ text: given });
    else statements.push(given as Statement);
    return send(given, ...rest);
  };
  client.release();
  const services = {
    config,
    db,
    clock: systemClock(),
    log: createLog({ logLevel: 'fatal' }, 'bench'),
    catalog,
    reactions: reactionsTo,
    catalogReactions: () => [],
  };
  const subject = { subjectKey: it.subjectKey, name: '', kind: 'organisation' as const, maskedIdentifier: '', as: '' };
  const actor = {
    kind: 'applicant' as const,
    sub: 's',
    name: '示例甲',
    phone: null,
    assurance: 'high' as const,
    subjects: [subject],
    actingFor: it.subjectKey,
    idToken: null,
  };
  const done = await submitApplication(services, {
    actor,
    subjectKey: it.subjectKey,
    body: bodyOf(it),
    number,
  });
  if ('refused' in done) throw new Error(done.text);
  await db.close();
  return statements;
}

const uuidShape = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The same statements for another subject: its own keys for the recorded ones, fresh ids for what is created. */
function replayFor(
  statements: readonly Statement[],
  from: Prepared,
  to: Prepared,
  recorded: string,
  number: string,
): Statement[] {
  const ids = new Map<string, string>([
    [from.subjectKey, to.subjectKey],
    [from.attachmentId, to.attachmentId],
    ...from.recordIds.map((id, index) => [id, to.recordIds[index]!] as const),
  ]);
  const other = (text: string) =>
    text.replaceAll(recorded, number).replace(uuidShape, (id) => {
      if (!ids.has(id)) ids.set(id, randomUUID());
      return ids.get(id)!;
    });
  const value = (given: unknown): unknown =>
    typeof given === 'string' ? other(given) : Array.isArray(given) ? given.map(value) : given;
  return statements.map((one) => ({
    ...one,
    text: one.name ? one.text : other(one.text),
    ...(one.values ? { values: one.values.map(value) } : {}),
  }));
}

async function playFloor(platform: BenchPlatform, prepared: readonly Prepared[], clients: number): Promise<number> {
  const recorded = `REC${randomUUID()}`.slice(0, 20).toUpperCase().replaceAll('-', 'X');
  const statements = await record(platform, prepared[0]!, recorded);
  const rest = prepared.slice(1);
  const scripts = rest.map((it, index) => replayFor(statements, prepared[0]!, it, recorded, `F${index}-${recorded}`));
  const pool = new pg.Pool({ connectionString: platform.appUrl, max: clients });
  pool.on('error', () => {});
  const seconds = await atOnce(scripts.length, clients, async (index) => {
    const client = await pool.connect();
    for (const one of scripts[index]!) await client.query(one as pg.QueryConfig);
    client.release();
  });
  await pool.end();
  return scripts.length / seconds;
}

async function playHttp(url: string, prepared: readonly Prepared[], clients: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const bodies = prepared.map((it) => JSON.stringify(bodyOf(it)));
  const seconds = await atOnce(prepared.length, clients, async (index) => {
    const it = prepared[index]!;
    const status = await post(agent, `${url}/api/v1/subjects/${it.subjectKey}/applications`, it.cookie, bodies[index]!);
    if (status !== 201) throw new Error(`submission answered ${status}`);
  });
  agent.destroy();
  return prepared.length / seconds;
}

/** Joint submissions a second over HTTP beside the same SQL by the pg client, turn by turn at the same number of clients. */
export async function benchSubmissions(platform: BenchPlatform, { each = 300, rounds = 3 } = {}): Promise<string[]> {
  const server = await platform.startServer();
  const lines: string[] = [];
  try {
    await playHttp(server.url, await prepare(platform, 60), 4);
    for (const clients of [1, 10]) {
      const http: number[] = [];
      const floor: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const count = clients === 1 ? Math.ceil(each / 3) : each;
        http.push(await playHttp(server.url, await prepare(platform, count), clients));
        floor.push(await playFloor(platform, await prepare(platform, count + 1), clients));
      }
      const ratios = http.map((rate, index) => rate / floor[index]!);
      const middle = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
      lines.push(
        `joint submissions (${itemsEach} items), ${clients} clients: ${middle(http).toFixed(0)}/s over HTTP, ${middle(floor).toFixed(0)}/s the same SQL by pg; ratio ${(middle(ratios) * 100).toFixed(0)} % (${rounds} turns each, median)`,
      );
    }
  } finally {
    await server.stop();
  }
  return lines;
}
