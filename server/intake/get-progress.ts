import type { ItemSummary } from '#contract/item.ts';
import { type PaperKind, paperTitles } from '#contract/paper-models.ts';
import type { Progress, ProgressItem } from '#contract/progress.ts';
import { fieldsToCorrect } from '#domain/casework/correctable-fields.ts';
import { type Catalog, findMatterVersion } from '#domain/catalog/catalog.ts';
import { checkAsking } from '#domain/intake/ask-question.ts';
import { whatNext } from '#domain/intake/what-next.ts';
import { availableActions } from '#domain/item/available-actions.ts';
import type { Item } from '#domain/item/item.ts';
import type { ItemState } from '#domain/item/states.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { maskName } from '../access/mask.ts';
import { findSubject } from '../access/subject-store.ts';
import { newestEditions } from '../catalog/newest-editions.ts';
import { findItem, listApplicationEvents } from '../item/ledger.ts';
import { toTimelineEntry } from '../item/timeline.ts';
import { actingPerson, type LedgerActor, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { applicationItems } from './application-items.ts';
import { type ApplicationRow, findApplication } from './intake-store.ts';
import { codeHolder, type OpenedByCode } from './open-by-code.ts';
import { findQuestions } from './questions/question-store.ts';
import { earlierOf, toQuestionView } from './questions/question-view.ts';

interface PaperRow {
  readonly paper_id: string;
  readonly item_id: string | null;
  readonly kind: PaperKind;
  readonly doc_number: string | null;
  readonly issued_on: string;
  readonly state: string;
}

const paperView = (row: PaperRow) => ({
  paperId: row.paper_id,
  title: paperTitles[row.kind] ?? row.kind,
  docNumber: row.doc_number,
  issuedOn: row.issued_on,
  state: row.state,
});

/** The papers of an application, in the order they were issued. */
async function listPapers(tx: Tx, subjectKey: string, applicationId: string): Promise<PaperRow[]> {
  const papers = await tx.query<PaperRow>(
    'progress-papers',
    'select paper_id, item_id, kind, doc_number, issued_on, state from paper where subject_key = $1 and application_id = $2 order by ordered_at, paper_id',
    [subjectKey, applicationId],
  );
  return newestEditions(papers);
}

/** Everything the holder of number and query code may know of an application, with what they may do now. */
export async function getProgress(services: Services, opened: OpenedByCode): Promise<Progress | Refusal> {
  const { actor, subjectKey, applicationId } = opened;
  const catalog = await services.catalog();
  const today = services.clock.today();
  return services.db.read(scopeOf(actor), async (tx): Promise<Progress | Refusal> => {
    const row = await findApplication(tx, subjectKey, applicationId);
    const subject = await findSubject(tx, subjectKey);
    if (!row || !subject) return refuse('not-found', 'progress-not-found', '没有找到这份申请。');
    const maskedName = maskName(subject.kind, subject.name);
    const papers = await listPapers(tx, subjectKey, applicationId);
    const items: ProgressItem[] = [];
    for (const summary of await applicationItems(tx, catalog, today, subjectKey, applicationId)) {
      const item = await findItem(tx, subjectKey, summary.itemId);
      if (!item) continue;
      items.push({
        ...(await itemView(tx, { row, summary, item, opened, catalog, today })),
        summary: { ...summary, subjectName: maskedName },
        papers: papers.filter((one) => one.item_id === summary.itemId).map(paperView),
      });
    }
    return {
      number: row.number,
      submittedOn: row.submitted_on,
      maskedName,
      answerDays: services.config.questionAnswerDays,
      items,
      papers: papers.filter((one) => one.item_id === null).map(paperView),
      timeline: (await listApplicationEvents(tx, subjectKey, applicationId)).map((event) => {
        const entry = toTimelineEntry(event, false);
        return { ...entry, by: nameless(event.actor, entry.by), itemId: event.item_id };
      }),
    };
  });
}

/** Who acted or asked, without the name of a person: number and code may be in other hands. */
function nameless(actor: LedgerActor, by: string): string {
  if (actor.kind !== 'applicant' || actor.id === codeHolder) return by;
  return actor.authorisationId ? '受托经办人' : '申请人';
}

interface Shown {
  readonly row: ApplicationRow;
  readonly summary: ItemSummary;
  readonly item: Item;
  readonly opened: OpenedByCode;
  readonly catalog: Catalog;
  readonly today: PlainDate;
}

async function itemView(
  tx: Tx,
  { row, summary, item, opened, catalog, today }: Shown,
): Promise<Omit<ProgressItem, 'summary' | 'papers'>> {
  const questions = await findQuestions(tx, item.subjectKey, item.itemId);
  const may = new Set(
    availableActions(item, actingPerson(opened.actor)).flatMap((one) => (one.allowed ? [one.action] : [])),
  );
  const { due } = summary;
  return {
    next: whatNext({
      state: summary.state as ItemState,
      unitName: summary.unitName,
      unitPhone: catalog.units.get(summary.unitId)?.phone ?? null,
      due: due && { day: due.due, provisional: due.provisional },
      closedOn: summary.closedOn,
    }),
    missing: may.has('correct') ? [...item.missing] : [],
    fields: may.has('correct') ? openedFields(row, item, catalog, today) : [],
    mayCorrect: may.has('correct'),
    mayWithdraw: may.has('withdraw'),
    whyNotAsk: checkAsking(earlierOf(questions), today)?.text ?? null,
    questions: questions.map((row) => {
      const view = toQuestionView(row, { office: false, catalog, today });
      return { ...view, askedBy: nameless(row.asked_by, view.askedBy) };
    }),
  };
}

/** The fields of the form that the call names, with what stands there; the rest of the form stays closed to number and code. */
function openedFields(row: ApplicationRow, item: Item, catalog: Catalog, today: PlainDate): ProgressItem['fields'] {
  const matter = findMatterVersion(catalog, item.matterKey, item.matterVersion, today);
  const asked = (matter?.extraFields ?? []).map(({ choices, ...one }) => ({
    ...one,
    ...(choices ? { choices: [...choices] } : {}),
  }));
  const own = row.items.find((one) => one.recordId === item.recordId);
  return fieldsToCorrect(item.missing, { form: row.form, extra: own?.extra }, asked);
}
