import Type, { type Static } from 'typebox';
import { answer, problem } from '../exchange/answer.ts';
import type { Door } from '../exchange/door.ts';
import { receiptNumber, type Surroundings } from '../surroundings.ts';
import { offerEffects } from './effects.ts';
import { Day, ExchangedRecord, Subject } from './exchanged-shapes.ts';
import { offerObjections } from './objections.ts';

const Application = Type.Object({
  itemNo: Type.String({ minLength: 1, maxLength: 100 }),
  subject: Subject,
  record: ExchangedRecord,
  submittedAt: Type.String({ minLength: 20, maxLength: 35 }),
});

const Result = Type.Object({
  outcome: Type.Union(
    (['granted', 'refused', 'declined', 'withdrawn'] as const).map((outcome) => Type.Literal(outcome)),
  ),
  decidedOn: Day,
  decisionNo: Type.Union([Type.String(), Type.Null()]),
  reasons: Type.Array(Type.String({ maxLength: 2000 }), { maxItems: 50 }),
});

const Published = Type.Object({
  subject: Subject,
  record: ExchangedRecord,
  publishedOn: Day,
  lastDay: Type.Union([Day, Type.Null()]),
});

interface KeptApplication extends Static<typeof Application> {
  readonly receiptNo: string;
  readonly receivedAt: number;
  readonly result?: Static<typeof Result>;
}

interface KeptEntry extends Static<typeof Published> {
  /** The latest request to end publication, if any since it was last reported. */
  readonly endRequestId?: string;
}

/** 信用中国（江西）: registers applications, takes results, shows records, ends showing them. */
export function offerCreditChina(door: Door, around: Surroundings): void {
  offerApplications(door, around);
  offerObjections(door, around);
  const entries = around.collection<KeptEntry>('credit-china-published');
  const effects = offerEffects(door, 'credit-china', around, ({ effect, record, requestId }) => {
    const entry = entries.get(record.recordId);
    if (!entry) return;
    const { endRequestId: _before, ...shown } = entry;
    if (effect === 'resumePublication') entries.put(record.recordId, shown);
    if (['endPublication', 'withdrawInformation', 'shieldInformation'].includes(effect))
      entries.put(record.recordId, { ...entry, endRequestId: requestId });
  });
  const isShown = ({ endRequestId }: KeptEntry) =>
    endRequestId === undefined || effects.settle(endRequestId)?.settled?.state !== 'confirmed';
  door.act<Static<typeof Published>>('PUT', '/published', Published, ({ body }) => {
    entries.put(body.record.recordId, body);
    return answer({ recordId: body.record.recordId, shown: true });
  });
  door.ask('/published', ({ query }) => {
    if (!query.identifier) return problem(400, 'no-identifier', '请给出统一社会信用代码或公民身份号码');
    const shown = [...entries.values()].filter(
      (entry) => entry.subject.identifier === query.identifier && isShown(entry),
    );
    return answer({
      entries: shown.map(({ record, publishedOn, lastDay }) => ({ ...record, publishedOn, lastDay })),
    });
  });
}

function offerApplications(door: Door, around: Surroundings): void {
  const applications = around.collection<KeptApplication>('credit-china-applications');
  door.act<Static<typeof Application>>('POST', '/repair-applications', Application, ({ body, now }) => {
    const receiptNo = receiptNumber('XYZG', now);
    applications.put(receiptNo, { ...body, receiptNo, receivedAt: now });
    return answer({ receiptNo, receivedAt: new Date(now).toISOString() }, 201);
  });
  door.act<Static<typeof Result>>('POST', '/repair-applications/:receiptNo/result', Result, ({ body, params, now }) => {
    const application = applications.get(params.receiptNo ?? '');
    if (!application) return problem(404, 'no-such-receipt', '没有这个回执编号');
    if (application.result) return problem(409, 'result-known', '这件申请的结果已经反馈过');
    if (['refused', 'declined'].includes(body.outcome) && body.reasons.length === 0) {
      return problem(422, 'no-reason', '不予受理、不予修复的，应当说明理由');
    }
    applications.put(application.receiptNo, { ...application, result: body });
    return answer({ receiptNo: application.receiptNo, reportedAt: new Date(now).toISOString() });
  });
}
