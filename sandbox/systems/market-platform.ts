import Type, { type Static } from 'typebox';
import { answer, problem } from '../exchange/answer.ts';
import type { Door } from '../exchange/door.ts';
import { chinaDay, receiptNumber, type Surroundings } from '../surroundings.ts';
import { Day, ExchangedRecord, Materials, Subject } from './exchanged-shapes.ts';

const HandedOver = Type.Object({
  itemNo: Type.String({ minLength: 1, maxLength: 100 }),
  subject: Subject,
  record: ExchangedRecord,
  submittedAt: Type.String({ minLength: 20, maxLength: 35 }),
  reasons: Type.String({ maxLength: 20_000 }),
  contact: Type.Object({ name: Type.String({ minLength: 1 }), phone: Type.String({ minLength: 1 }) }),
  commitmentMade: Type.Boolean(),
  materials: Materials,
  sharedProofs: Type.Array(
    Type.Object({ source: Type.String(), queryNo: Type.String({ minLength: 1 }), readOn: Day, text: Type.String() }),
    { maxItems: 20 },
  ),
});
const Correction = Type.Object({ note: Type.String({ maxLength: 20_000 }), materials: Materials });

interface KeptCase extends Static<typeof HandedOver> {
  readonly caseNo: string;
  readonly receivedAt: number;
  readonly correctedAt?: number;
  readonly withdrawnAt?: number;
  /** Kept once seen, so that later scripts do not rewrite it. */
  readonly settled?: CaseStanding;
}

interface CaseStanding {
  readonly state: 'received' | 'accepted' | 'declined' | 'correction-needed' | 'granted' | 'refused' | 'withdrawn';
  readonly acceptedAt?: number;
  readonly decidedAt?: number;
  readonly reasons?: readonly string[];
}

const FINAL = new Set(['declined', 'granted', 'refused', 'withdrawn']);
const CORRECTION_DAYS = 15;
const DAY_MS = 86_400_000;

/** 市场监管信用修复全国统一平台: takes cases over and decides them by itself, or as scripted. */
export function offerMarketPlatform(door: Door, around: Surroundings): void {
  const cases = around.collection<KeptCase>('market-platform-cases');
  const standingOf = (kept: KeptCase): CaseStanding => {
    if (kept.settled) return kept.settled;
    const standing = standingAt(kept, around);
    if (FINAL.has(standing.state)) cases.put(kept.caseNo, { ...kept, settled: standing });
    return standing;
  };
  door.act<Static<typeof HandedOver>>('POST', '/cases', HandedOver, ({ body, now }) => {
    if (!body.commitmentMade) return problem(422, 'no-commitment', '缺少信用修复承诺');
    const caseNo = receiptNumber('SCXF', now);
    cases.put(caseNo, { ...body, caseNo, receivedAt: now });
    return answer({ caseNo, receivedAt: new Date(now).toISOString() }, 201);
  });
  door.ask('/cases/:caseNo', ({ params }) => {
    const kept = cases.get(params.caseNo ?? '');
    return kept ? answer(progressOf(kept, standingOf(kept))) : noSuchCase();
  });
  door.act<Static<typeof Correction>>('POST', '/cases/:caseNo/corrections', Correction, ({ params, now }) => {
    const kept = cases.get(params.caseNo ?? '');
    if (!kept) return noSuchCase();
    if (standingOf(kept).state !== 'correction-needed')
      return problem(409, 'no-correction-due', '这件申请现在不需要补正');
    cases.put(kept.caseNo, { ...kept, correctedAt: now });
    return answer({ caseNo: kept.caseNo, receivedAt: new Date(now).toISOString() }, 201);
  });
  door.act('DELETE', '/cases/:caseNo', undefined, ({ params, now }) => {
    const kept = cases.get(params.caseNo ?? '');
    if (!kept) return noSuchCase();
    if (FINAL.has(standingOf(kept).state)) return problem(409, 'already-decided', '这件申请已经办结，不能撤回');
    cases.put(kept.caseNo, { ...kept, withdrawnAt: now });
    return answer({ caseNo: kept.caseNo, withdrawnAt: new Date(now).toISOString() });
  });
}

function noSuchCase() {
  return problem(404, 'no-such-case', '没有这个案件编号');
}

function standingAt(kept: KeptCase, around: Surroundings): CaseStanding {
  if (kept.withdrawnAt !== undefined) return { state: 'withdrawn' };
  const { caseNo, itemNo, record } = kept;
  const script = around.scripts.find('market-platform', caseNo, itemNo, record.recordId, record.documentNo);
  const outcome = script?.outcome ?? 'grant';
  const since = kept.correctedAt ?? Math.max(kept.receivedAt, script?.at ?? 0);
  const acceptedAt = since + around.delays.marketAccept;
  const decidedAt = since + around.delays.marketDecide;
  const now = around.now();
  if (outcome === 'hold' || now < acceptedAt) return { state: 'received' };
  if (outcome === 'correct' && kept.correctedAt === undefined) return { state: 'correction-needed' };
  const reasons = script?.reasons ?? [];
  if (outcome === 'decline') return { state: 'declined', decidedAt: acceptedAt, reasons };
  if (now < decidedAt) return { state: 'accepted', acceptedAt };
  return outcome === 'refuse'
    ? { state: 'refused', acceptedAt, decidedAt, reasons }
    : { state: 'granted', acceptedAt, decidedAt };
}

function progressOf(kept: KeptCase, { state, acceptedAt, decidedAt, reasons = [] }: CaseStanding) {
  const unfavourable = state === 'declined' || state === 'refused';
  return {
    caseNo: kept.caseNo,
    receivedAt: new Date(kept.receivedAt).toISOString(),
    state,
    acceptedOn: acceptedAt === undefined ? null : chinaDay(acceptedAt),
    decidedOn: decidedAt === undefined ? null : chinaDay(decidedAt),
    decisionNo: decidedAt === undefined ? null : decisionNumber(kept.caseNo, decidedAt),
    reasons: unfavourable && reasons.length === 0 ? ['不符合信用修复条件（演示）'] : reasons,
    correction:
      state === 'correction-needed'
        ? { missing: ['履行行政处罚义务的凭证'], dueOn: chinaDay(kept.receivedAt + CORRECTION_DAYS * DAY_MS) }
        : null,
  };
}

function decisionNumber(caseNo: string, decidedAt: number): string {
  return `市监信修〔${chinaDay(decidedAt).slice(0, 4)}〕${caseNo.slice(-6)}号`;
}
