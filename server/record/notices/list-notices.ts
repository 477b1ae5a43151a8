import type { QueryOf, ReplyOf } from '#contract/endpoint.ts';
import type { listNotices as contract } from '#contract/notice-queue.ts';
import { addDays, type PlainDate } from '#domain/plain-date.ts';
import { normaliseDocNumber, normaliseName } from '#domain/record/import-doc-number.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { normaliseCode } from '#domain/uscc.ts';
import { findSubject, findSubjectKey, type SubjectRow } from '../../access/subject-store.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import type { Tx } from '../../platform/database.ts';
import { decodeCursor, encodeCursor, pageSize } from '../../platform/paging.ts';
import { findKeysByName } from '../record-store.ts';
import { countWaiting, listQueue, type NoticeQueueRow, type QueueFilter } from './notice-queue-store.ts';
import { stateOfNotice, toNoticeRow } from './notice-row.ts';

/** How many subjects whose name begins with the text are looked through. */
const mostNames = 500;
/** `outdated` is worked out row by row, so that much is read to fill a page and no more. */
const mostLookedThrough = 500;

/** The first day of decision for which a notice is made by itself. */
export function madeSince(services: Services): PlainDate {
  return addDays(services.clock.today(), -services.config.noticeDays);
}

/** A unit's decisions with their notices; those not yet served, the oldest first, are the queue 待送达. */
export async function listNotices(
  services: Services,
  actor: Actor,
  query: QueryOf<typeof contract>,
): Promise<ReplyOf<typeof contract> | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const catalog = await services.catalog();
  const today = services.clock.today();
  const { unitId } = actor.unit;
  const since = madeSince(services);
  const asked = query.stage ?? 'unserved';
  return services.db.read({ sees: 'unit', unit: unitId }, async (tx) => {
    const filter: QueueFilter = {
      unitId,
      stage: asked === 'outdated' ? 'unserved' : asked,
      since,
      ...(await findBeforehand(tx, query.q?.trim() ?? '')),
      matter: query.matter ?? null,
      from: query.from ?? null,
      to: query.to ?? null,
      after: readAfter(query.after),
      limit: asked === 'outdated' ? mostLookedThrough : pageSize + 1,
    };
    const rows = await listQueue(tx, filter);
    const subjects = await subjectsOf(tx, rows);
    const views = rows.map((row) =>
      toNoticeRow(row, catalog, today, stateOfNotice(catalog, row, subjects.get(row.subject_key), today)),
    );
    const shown = asked === 'outdated' ? views.filter((one) => one.outdated) : views;
    const page = shown.slice(0, pageSize);
    const last = page.at(-1);
    return {
      rows: page,
      next: shown.length > pageSize && last ? encodeCursor([last.findingDate, last.recordId]) : null,
      waiting: await countWaiting(tx, unitId, since),
      madeForDays: services.config.noticeDays,
    };
  });
}

/** Subjects of unserved notices, each read once. */
async function subjectsOf(tx: Tx, rows: readonly NoticeQueueRow[]): Promise<Map<string, SubjectRow>> {
  const keys = new Set(
    rows.filter((row) => row.notice_id !== null && row.served_on === null).map((row) => row.subject_key),
  );
  const found = new Map<string, SubjectRow>();
  for (const key of keys) {
    const subject = await findSubject(tx, key);
    if (subject) found.set(key, subject);
  }
  return found;
}

/** Subjects are found in a statement of their own, over the whole directory; the list then stays one of the unit's index. */
async function findBeforehand(tx: Tx, q: string): Promise<Pick<QueueFilter, 'subjectKeys' | 'docNumber'>> {
  if (q === '') return { subjectKeys: null, docNumber: null };
  const key = await findSubjectKey(tx, normaliseCode(q));
  if (key) return { subjectKeys: [key], docNumber: null };
  return { subjectKeys: await findKeysByName(tx, normaliseName(q), mostNames), docNumber: normaliseDocNumber(q) };
}

function readAfter(text: string | undefined): QueueFilter['after'] {
  const [day, id] = decodeCursor(text, 2) ?? [];
  const isDay = typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day);
  return isDay && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? [day, id] : null;
}
