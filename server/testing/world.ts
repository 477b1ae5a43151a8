import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Caller } from '#contract/endpoint.ts';
import { makeUscc } from '#domain/uscc.ts';
import { type StartedSandbox, startSandbox } from '#sandbox/testing/start-sandbox.ts';
import { sessionCookie } from '../access/authenticate.ts';
import { createSession } from '../access/session-store.ts';
import { ensureSubject } from '../access/subject-store.ts';
import { allTasks } from '../all-tasks.ts';
import { openApp } from '../app.ts';
import { openCatalog } from '../catalog/catalog-store.ts';
import { openIdentityClient } from '../gateways/identity/openid-client.ts';
import { openGateways } from '../gateways/open-gateways.ts';
import { openPaperPress, type PaperPress } from '../notice/papers/paper-press.ts';
import type { Services } from '../platform/app-context.ts';
import { type FixedClock, fixedClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/database.ts';
import { createLog } from '../platform/log.ts';
import { reactionsTo, reactionsToChange } from '../reactions.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { makeApplication, makeRecord, type NewRecord } from './world-records.ts';

/** A reply as a test reads it. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into replies of every endpoint
  readonly body: any;
  readonly text: string;
}

/** Somebody with a session (or none) who calls the API. */
export interface Person {
  readonly cookie: string | null;
  /** Says why first where a reader must (the first purpose offered), as a page makes people do. */
  get(path: string): Promise<Answer>;
  /** The same without saying why. */
  getUnsaid(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  put(path: string, body?: unknown): Promise<Answer>;
}

export interface World {
  readonly services: Services;
  readonly app: FastifyInstance;
  readonly database: TestDatabase;
  readonly clock: FixedClock;
  readonly sandbox: StartedSandbox;
  /** Moves time to ten in the morning of a day. */
  on(day: string): void;
  guest(): Person;
  /** Somebody with a session made by the test itself. */
  withSession(token: string): Person;
  officer(unitId: string, ...roles: Caller[]): Promise<Person>;
  applicant(...subjectKeys: string[]): Promise<Person>;
  subject(over?: { name?: string; kind?: 'organisation' | 'sole-trader' | 'person' }): Promise<string>;
  record(subjectKey: string, over?: NewRecord): Promise<string>;
  /** The body of a joint application over records with everything their matters ask for, files included. */
  application(
    subjectKey: string,
    recordIds: readonly string[],
    windowUnitId?: string,
  ): ReturnType<typeof makeApplication>;
  /** Runs the jobs that acts ordered, and those that follow, until none is left. Gives the names of the tasks that failed for good. */
  work(passes?: number): Promise<string[]>;
  end(): Promise<void>;
}

let serial = 0;

/** A whole platform on a real database with a real sandbox, time standing still: the builder of every slice test. */
export async function openWorld({ on = '2026-11-23', settings = {} as Record<string, string> } = {}): Promise<World> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'world-'));
  const sandbox = await startSandbox();
  const clock = fixedClock(on);
  // The stand-ins stamp their receipts with their own clock; it is set to the world's day where that lies ahead.
  sandbox.control.advance(Math.max(0, clock.now().getTime() - Date.now()));
  const config = readConfig({
    DATA_DIR: dataDir,
    APP_SECRET: 'secret-of-a-world-with-32-letters!',
    RATE_LIMIT_PER_MINUTE: '0',
    LOG_LEVEL: 'fatal',
    PROVINCE_PLATFORM_URL: sandbox.gatewaySettings.provinceUrl,
    SHARED_DATA_URL: sandbox.gatewaySettings.sharedDataUrl,
    GATEWAY_KEY: sandbox.gatewaySettings.key,
    ...settings,
  });
  const log = createLog(config, 'test');
  const db = openDatabase(database.appUrl, { max: 6, onError: () => {} });
  const services: Services = {
    config,
    db,
    log,
    clock,
    catalog: openCatalog(db, { ttlMs: 500 }),
    reactions: reactionsTo,
    catalogReactions: reactionsToChange,
  };
  const app = await openApp(services, openIdentityClient(sandbox.identitySettings));
  let press: PaperPress | undefined;
  const tasks = () => {
    press ??= openPaperPress({});
    return new Map(
      allTasks(services, { gateways: openGateways(sandbox.gatewaySettings), press }).map((task) => [task.name, task]),
    );
  };

  const person = (token: string | null): Person => {
    const call = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: unknown): Promise<Answer> => {
      const reply = await app.inject({
        method,
        url,
        ...(payload === undefined ? {} : { payload: payload as object }),
        ...(token ? { cookies: { [sessionCookie]: token } } : {}),
      });
      const json = String(reply.headers['content-type']).includes('json');
      return { status: reply.statusCode, body: json ? reply.json() : null, text: reply.body };
    };
    return {
      cookie: token,
      async get(path) {
        const reply = await call('GET', path);
        if (reply.body?.code !== 'purpose-needed') return reply;
        const { purposes, ...about } = reply.body.more;
        await call('POST', '/api/v1/reading-purposes', { ...about, purpose: purposes[0] });
        return call('GET', path);
      },
      getUnsaid: (path) => call('GET', path),
      post: (path, body = {}) => call('POST', path, body),
      put: (path, body = {}) => call('PUT', path, body),
    };
  };

  return {
    services,
    app,
    database,
    clock,
    sandbox,
    on: (day) => clock.moveTo(day),
    guest: () => person(null),
    withSession: person,
    async officer(unitId, ...roles) {
      const content = {
        officerId: `officer-${unitId}`,
        name: '示例经办',
        unitId,
        roles: roles.length > 0 ? roles : ['officer'],
      };
      return person(await createSession(db, 'officer', content, clock.now()));
    },
    async applicant(...subjectKeys) {
      const subjects = subjectKeys.map((subjectKey) => ({
        subjectKey,
        name: '示例主体',
        kind: 'organisation',
        maskedIdentifier: '',
        as: '法定代表人',
      }));
      const content = {
        sub: `sub-${subjectKeys[0]}`,
        name: '示例甲',
        phone: '13900000001',
        assurance: 'high',
        subjects,
        actingFor: subjectKeys[0],
        idToken: null,
      };
      return person(await createSession(db, 'applicant', content, clock.now()));
    },
    async subject({ name = '示例有限公司', kind = 'organisation' } = {}) {
      serial += 1;
      const identifier = makeUscc(
        `${kind === 'sole-trader' ? '92' : '91'}360102MAEX${String(serial).padStart(5, '0')}`,
      )!;
      const row = await db.read({ sees: 'none' }, (tx) =>
        ensureSubject(tx, { kind, name: `${name}${serial}`, identifier, identifierKind: 'uscc' }, clock.now()),
      );
      return row.subject_key;
    },
    record: (subjectKey, over = {}) => makeRecord(db, clock.now(), subjectKey, over),
    application: (subjectKey, recordIds, windowUnitId) =>
      makeApplication(services, subjectKey, recordIds, windowUnitId),
    async work(passes = 40) {
      const byName = tasks();
      const failures: string[] = [];
      for (let pass = 0; pass < passes; pass += 1) {
        const rows = (
          await db.pool.query<{
            subject_key: string;
            outbox_id: string;
            task: string;
            payload: Record<string, unknown> & { subjectKey: string };
          }>('delete from outbox returning subject_key, outbox_id, task, payload')
        ).rows;
        if (rows.length === 0) break;
        rows.sort((a, b) => (a.outbox_id < b.outbox_id ? -1 : 1));
        for (const row of rows) {
          const task = byName.get(row.task);
          if (!task) throw new Error(`no task ${row.task}`);
          await task
            .run(row.payload)
            .catch((error: unknown) => failures.push(`${row.task}: ${(error as Error).message}`));
        }
        sandbox.control.advance(10_000);
      }
      return failures;
    },
    async end() {
      await press?.close();
      await app.close();
      await db.close();
      await sandbox.end();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
