import type { ReplyOf } from '#contract/endpoint.ts';
import type * as contract from '#contract/questions.ts';
import { type Actor, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { decodeCursor, encodeCursor, pageSize } from '../../platform/paging.ts';
import { countOpen, listOpenOf } from './question-store.ts';
import { toQuestionView } from './question-view.ts';

/** What waits for the answer of the officer's unit, the first due first. */
export async function listOpenQuestions(
  services: Services,
  actor: Actor,
  after: string | undefined,
): Promise<ReplyOf<typeof contract.listOpenQuestions>> {
  const catalog = await services.catalog();
  const today = services.clock.today();
  const unitId = actor.kind === 'officer' ? actor.unit.unitId : '';
  const cursor = decodeCursor(after, 2)?.map(String);
  const from = cursor && /^\d{4}-\d\d-\d\d$/.test(cursor[0]!) && /^[0-9a-f-]{36}$/.test(cursor[1]!) ? cursor : null;
  return services.db.read(scopeOf(actor, ['unit']), async (tx) => {
    const rows = await listOpenOf(tx, unitId, from, pageSize + 1);
    const page = rows.slice(0, pageSize);
    const last = page.at(-1);
    return {
      questions: page.map((row) => ({
        subjectKey: row.subject_key,
        itemId: row.item_id,
        number: row.number,
        subjectName: row.subject_name,
        matterName: catalog.matters.find((one) => one.matterKey === row.matter_key)?.name ?? '',
        question: toQuestionView(row, { office: true, catalog, today }),
      })),
      next: rows.length > pageSize && last ? encodeCursor([last.due_on, last.question_id]) : null,
      ...(await countOpen(tx, today)),
    };
  });
}

/** For supervision: numbers alone; what was asked stays between applicant and unit. */
export async function countQuestions(
  services: Services,
  actor: Actor,
): Promise<ReplyOf<typeof contract.countQuestions>> {
  const counts = await services.db.read(scopeOf(actor, ['region']), (tx) => countOpen(tx, services.clock.today()));
  return { ...counts, asOf: services.clock.now().toISOString() };
}
