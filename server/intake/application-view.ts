import type { ScanState } from '#contract/attachments.ts';
import type { ApplicationDetail, ApplicationView } from '#contract/intake.ts';
import { type PaperKind, paperTitles } from '#contract/paper-models.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { noteOfSubject } from '../access/reading-log.ts';
import { newestEditions } from '../catalog/newest-editions.ts';
import { listApplicationEvents } from '../item/ledger.ts';
import { toTimelineEntry } from '../item/timeline.ts';
import { type Actor, checkSubject, isAgent, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { annexAnswers } from './annex-answers.ts';
import { applicationItems } from './application-items.ts';
import { type ApplicationRow, findApplication, listApplicationRows } from './intake-store.ts';
import { findQuestionsOf } from './questions/question-store.ts';
import { toQuestionView } from './questions/question-view.ts';

interface PaperRow {
  readonly paper_id: string;
  readonly item_id: string | null;
  readonly kind: PaperKind;
  readonly doc_number: string | null;
  readonly issued_on: string;
  readonly state: string;
  readonly verification_code: string;
}

/** An application as the actor may see it; null where an agent is within none of its items. */
async function toView(
  tx: Tx,
  actor: Actor,
  catalog: Catalog,
  today: PlainDate,
  row: ApplicationRow,
): Promise<ApplicationView | null> {
  const whole = await wholeView(tx, catalog, today, row);
  if (!isAgent(actor, row.subject_key)) return whole;
  if (whole.items.length === 0) return null;
  const papers = whole.papers.filter((one) => one.kind !== 'receipt');
  if (whole.items.length === row.items.length) return { ...whole, papers };
  const seen = new Set<string>(whole.items.map((item) => item.recordId));
  const own = row.items.filter((one) => seen.has(one.recordId));
  const files = new Set(own.flatMap((one) => one.materials.flatMap((material) => material.attachmentIds)));
  return {
    ...whole,
    form: { ...whole.form, facts: '（授权以外的内容不显示）' },
    papers: papers.filter((one) => whole.items.some((item) => item.itemId === one.itemId)),
    attachments: whole.attachments.filter((one) => files.has(one.attachmentId)),
  };
}

async function wholeView(tx: Tx, catalog: Catalog, today: PlainDate, row: ApplicationRow): Promise<ApplicationView> {
  const keys = [row.subject_key, row.application_id];
  const items = await applicationItems(tx, catalog, today, row.subject_key, row.application_id);
  const papers = await tx.query<PaperRow>(
    'application-papers',
    'select paper_id, item_id, kind, doc_number, issued_on, state, verification_code from paper where subject_key = $1 and application_id = $2 order by ordered_at, paper_id',
    keys,
  );
  const attachments = await tx.query<{
    attachment_id: string;
    material_key: string;
    file_name: string;
    bytes: number;
    scan: ScanState;
  }>(
    'application-attachments',
    `select attachment_id, material_key, file_name, bytes, scan from attachment
     where subject_key = $1 and application_id = $2 and material_key <> 'verification' order by uploaded_at`,
    keys,
  );
  return {
    applicationId: row.application_id,
    subjectKey: row.subject_key,
    number: row.number,
    channel: row.channel,
    windowUnitName: row.window_unit_id ? (catalog.units.get(row.window_unit_id)?.name ?? null) : null,
    submittedAt: row.submitted_at,
    submittedOn: row.submitted_on,
    form: row.form,
    items,
    papers: newestEditions(papers).map((paper) => ({
      paperId: paper.paper_id,
      itemId: paper.item_id,
      kind: paper.kind,
      title: paperTitles[paper.kind] ?? paper.kind,
      docNumber: paper.doc_number,
      issuedOn: paper.issued_on,
      state: paper.state,
      verificationCode: paper.verification_code,
    })),
    attachments: attachments.map((one) => ({
      attachmentId: one.attachment_id,
      materialKey: one.material_key,
      fileName: one.file_name,
      bytes: one.bytes,
      scan: one.scan,
    })),
  };
}

/** What happened to the items that are shown, and what was filled in for them beside the form. */
async function detailOf(
  tx: Tx,
  actor: Actor,
  { catalog, today }: { readonly catalog: Catalog; readonly today: PlainDate },
  row: ApplicationRow,
  { items }: ApplicationView,
): Promise<Pick<ApplicationDetail, 'timeline' | 'questions' | 'annex'>> {
  const shown = new Set(items.map((item) => item.itemId));
  const asked = await findQuestionsOf(tx, row.subject_key, [...shown]);
  const office = actor.kind === 'officer';
  const events = await listApplicationEvents(tx, row.subject_key, row.application_id);
  return {
    timeline: events
      .filter((event) => shown.has(event.item_id))
      .map((event) => ({ ...toTimelineEntry(event, office), itemId: event.item_id })),
    questions: asked.map((one) => ({ ...toQuestionView(one, { office, catalog, today }), itemId: one.item_id })),
    annex: items.flatMap((item) => {
      const given = row.items.find((one) => one.recordId === item.recordId)?.extra ?? {};
      const answers = annexAnswers(catalog, item.matterKey, given);
      return answers.length > 0 ? [{ itemId: item.itemId, answers }] : [];
    }),
  };
}

/** One application with all its items. An authority sees the items that are its own (row policies). */
export async function getApplication(
  services: Services,
  actor: Actor,
  subjectKey: string,
  applicationId: string,
): Promise<ApplicationDetail | Refusal> {
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  const catalog = await services.catalog();
  const today = services.clock.today();
  const scope = scopeOf(actor, ['unit', 'window']);
  return services.db.read(scope, async (tx): Promise<ApplicationDetail | Refusal> => {
    const row = await findApplication(tx, subjectKey, applicationId);
    const view = row && (await toView(tx, actor, catalog, today, row));
    if (!row || !view) return refuse('not-found', 'application-not-found', '没有找到这份申请，或者您无权查看。');
    const unsaid = await noteOfSubject(tx, services, actor, scope, { act: 'read-application', subjectKey });
    return unsaid ?? { ...view, ...(await detailOf(tx, actor, { catalog, today }, row, view)) };
  });
}

export async function listApplications(
  services: Services,
  actor: Actor,
  subjectKey: string,
): Promise<{ applications: ApplicationView[] } | Refusal> {
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  const catalog = await services.catalog();
  return services.db.read(scopeOf(actor, ['window']), async (tx) => {
    const applications: ApplicationView[] = [];
    for (const row of await listApplicationRows(tx, subjectKey)) {
      const view = await toView(tx, actor, catalog, services.clock.today(), row);
      if (view) applications.push(view);
    }
    return { applications };
  });
}
