import type { ReplyOf } from '#contract/endpoint.ts';
import type { listSharedProofs as contract, SharedProof } from '#contract/shared-data.ts';
import { type Catalog, findMatter, lawEntryOf } from '#domain/catalog/catalog.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { paymentWords, penaltiesOf } from '#domain/record/shared-data/payments.ts';
import { provenMaterials, provenWords } from '#domain/record/shared-data/proven-materials.ts';
import { reorganisationWords } from '#domain/record/shared-data/reorganisations.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { notAskedTwice } from '#law/shared-proofs.ts';
import { notePlatformReading } from '../access/note-platform-reading.ts';
import { findSubject, type SubjectRow } from '../access/subject-store.ts';
import type { SharedDataPort } from '../gateways/shared-data/shared-data-port.ts';
import { type Actor, checkSubject, ledgerActor, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { citations } from '../platform/citations.ts';
import type { Tx } from '../platform/database.ts';
import { v7 } from '../platform/uuid.ts';
import type { RecordRow } from '../record/record-view.ts';
import { askSharedData, type SharedQuestions } from '../record/shared-data/ask-shared-data.ts';
import { asksForMoney } from '../record/shared-data/asks-for-money.ts';
import { paymentState, reorganisationState } from '../record/shared-data/shared-facts.ts';
import { listFormReads, recordSharedReads, type SharedRead } from '../record/shared-data/shared-read-store.ts';
import { findTickedRecords } from './intake-store.ts';

type Reply = ReplyOf<typeof contract>;

/** What was read for a form counts for a day before it is asked again; a form that was opened then can be handed in for three. */
const dayMs = 86_400_000;
const paymentsTitle = '缴款记录';
const casesTitle = '企业破产重整案件';
const source = (what: string, queryNo: string) => `省公共数据共享平台（${what}，查询号 ${queryNo}）`;

/** What shared data has for the chosen records of a form, so that nobody is asked for it. Waits as long as a prefill does, and no answer stops nobody. */
export async function listSharedProofs(
  services: Services,
  port: SharedDataPort,
  actor: Actor,
  subjectKey: string,
  recordIds: readonly string[],
): Promise<Reply | Refusal> {
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  if (actor.kind === 'guest') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const catalog = await services.catalog();
  const since = new Date(services.clock.now().getTime() - dayMs);
  const { subject, records, kept } = await services.db.read(scopeOf(actor, ['window']), async (tx) => ({
    subject: await findSubject(tx, subjectKey),
    records: await findTickedRecords(tx, subjectKey, recordIds),
    kept: await listFormReads(tx, subjectKey, recordIds, since),
  }));
  if (!subject) return refuse('not-found', 'subject-not-found', '没有找到这个主体。');
  const money = records.filter((one) => asksForMoney(catalog, one));
  const reads = await askSharedData(
    services,
    port,
    openQuestions(subject, money, kept),
    ledgerActor(actor, subjectKey),
  );
  await keep(services, actor, subjectKey, reads);
  const all = [...reads, ...kept];
  const failed = (kind: SharedRead['kind']) => reads.some((one) => one.kind === kind && one.problem !== null);
  return {
    proofs: money.map((record) => proofOf(catalog, record, all, services.clock.today())),
    reorganisation: subject.kind === 'person' ? null : caseOf(all),
    down: [...(failed('payments') ? [paymentsTitle] : []), ...(failed('reorganisations') ? [casesTitle] : [])],
  };
}

/** What has not been answered within the day. */
function openQuestions(
  { identifier, kind }: SubjectRow,
  money: readonly RecordRow[],
  kept: readonly SharedRead[],
): SharedQuestions {
  return {
    identifier,
    subjectKind: kind,
    payments: money
      .filter((one) => !kept.some((read) => read.record_id === one.record_id))
      .map((one) => ({ recordId: one.record_id, docNumber: one.doc_number })),
    reorganisations: !kept.some((read) => read.kind === 'reorganisations'),
  };
}

/** Answers are kept with the subject and noted for it; trouble is not: the next form asks again. */
async function keep(services: Services, actor: Actor, subjectKey: string, reads: readonly SharedRead[]): Promise<void> {
  const answered = reads.filter((one) => one.answer !== null);
  if (answered.length === 0) return;
  const now = services.clock.now();
  const windowUnitId = actor.kind === 'officer' ? actor.unit.unitId : null;
  const about = { itemId: null, unitId: null, regionCode: null, windowUnitId };
  await services.db.transaction({ sees: 'all' }, async (tx) => {
    await recordSharedReads(tx, subjectKey, about, answered, () => v7(now));
    // A window's reading is noted with its reply (server/access/endpoint-readings.ts).
    if (windowUnitId !== null) return;
    const detail = { queries: answered.map((one) => one.query_no) };
    const reading = { act: 'read-shared-data', subjectKey, itemId: null, unit: null, detail } as const;
    await notePlatformReading(tx, reading, now);
  });
}

function proofOf(catalog: Catalog, record: RecordRow, reads: readonly SharedRead[], today: PlainDate): SharedProof {
  const penalties = penaltiesOf(record.facts);
  const own = reads.filter((one) => one.record_id === record.record_id);
  const { last } = paymentState(own, penalties);
  const cites = citations(notAskedTwice(lawEntryOf(catalog, record.matter_key)));
  if (!last)
    return {
      recordId: record.record_id,
      standing: 'unknown',
      text: '缴款记录暂时查不到，请上传缴款凭证等材料；查不到不影响提交。',
      source: null,
      asOf: null,
      materials: [],
      cites,
    };
  const matter = findMatter(catalog, record.matter_key, today);
  const materials = provenMaterials(matter?.materials ?? [], last.judged, penalties);
  return {
    recordId: record.record_id,
    standing: last.judged.standing,
    text: materials.length > 0 ? provenWords(last.judged) : paymentWords(last.judged),
    source: source(paymentsTitle, last.queryNo),
    asOf: last.on,
    materials,
    cites,
  };
}

function caseOf(reads: readonly SharedRead[]): Reply['reorganisation'] {
  const { last } = reorganisationState(reads);
  if (!last || last.judged.standing === 'none') return null;
  return {
    standing: last.judged.standing,
    text: reorganisationWords(last.judged),
    source: source(casesTitle, last.queryNo),
    asOf: last.on,
  };
}

/** What a form was told lately about these records: proof of payment, by record. */
export async function findProofs(
  tx: Tx,
  subjectKey: string,
  recordIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, SharedRead>> {
  const reads = await listFormReads(tx, subjectKey, recordIds, new Date(now.getTime() - 3 * dayMs));
  return new Map(reads.flatMap((one) => (one.record_id === null ? [] : [[one.record_id, one] as const])));
}

/** Materials of a record that its proof makes unnecessary. */
export function provenBy(
  catalog: Catalog,
  record: RecordRow,
  proof: SharedRead | undefined,
  today: PlainDate,
): string[] {
  if (!proof || !asksForMoney(catalog, record)) return [];
  const penalties = penaltiesOf(record.facts);
  const { last } = paymentState([proof], penalties);
  const matter = findMatter(catalog, record.matter_key, today);
  return last ? provenMaterials(matter?.materials ?? [], last.judged, penalties) : [];
}
