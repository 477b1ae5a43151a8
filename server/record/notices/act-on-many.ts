import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type * as contract from '#contract/notice-queue.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import type { RecordPath } from '../make-repair-notice.ts';
import { renewRepairNotice } from '../make-repair-notice.ts';
import { noteService } from '../note-service.ts';
import { findQueueRows } from './notice-queue-store.ts';

type Done = ReplyOf<typeof contract.noteServices>;

/** Notes the same service for many decisions, each by itself: what cannot be noted is named and keeps none of the others back. */
export async function noteServices(
  services: Services,
  actor: Actor,
  body: BodyOf<typeof contract.noteServices>,
): Promise<Done | Refusal> {
  const { records, ...service } = body;
  return forEach(services, actor, records, (path) => noteService(services, actor, path, service));
}

/** Makes or renews the notices of many decisions, each by itself. */
export async function renewNotices(
  services: Services,
  actor: Actor,
  body: BodyOf<typeof contract.renewNotices>,
): Promise<Done | Refusal> {
  return forEach(services, actor, body.records, (path) => renewRepairNotice(services, actor, path));
}

async function forEach(
  services: Services,
  actor: Actor,
  records: readonly RecordPath[],
  act: (path: RecordPath) => Promise<unknown>,
): Promise<Done | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const { unitId } = actor.unit;
  const known = await services.db.read({ sees: 'unit', unit: unitId }, (tx) => findQueueRows(tx, unitId, records));
  const numbers = new Map(known.map((row) => [row.record_id, row.doc_number]));
  const results: Done['results'] = [];
  for (const { subjectKey, recordId } of records) {
    const answer = await act({ subjectKey, recordId });
    const text = isRefusal(answer) ? answer.text : null;
    results.push({ subjectKey, recordId, docNumber: numbers.get(recordId) ?? null, done: text === null, text });
  }
  const done = results.filter((one) => one.done).length;
  return { results, done, left: results.length - done };
}
