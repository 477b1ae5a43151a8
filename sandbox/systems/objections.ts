import Type, { type Static } from 'typebox';
import { answer, problem } from '../exchange/answer.ts';
import type { Door } from '../exchange/door.ts';
import { receiptNumber, type Surroundings } from '../surroundings.ts';
import { Day, ExchangedRecord, Subject } from './exchanged-shapes.ts';

const Lodged = Type.Object({
  objectionNo: Type.String({ minLength: 1, maxLength: 100 }),
  subject: Subject,
  record: ExchangedRecord,
  against: Type.String({ minLength: 1, maxLength: 200 }),
  reasons: Type.String({ minLength: 1, maxLength: 5000 }),
  lodgedAt: Type.String({ minLength: 20, maxLength: 35 }),
});

const Result = Type.Object({
  outcome: Type.Union(
    (['upheld', 'partly-upheld', 'rejected', 'declined'] as const).map((outcome) => Type.Literal(outcome)),
  ),
  answeredOn: Day,
  text: Type.String({ minLength: 1, maxLength: 5000 }),
});

interface Kept extends Static<typeof Lodged> {
  readonly receiptNo: string;
  readonly result?: Static<typeof Result>;
}

/** 异议申诉 at 信用中国: taken in and pushed to the unit at once; the answer comes back once. */
export function offerObjections(door: Door, around: Surroundings): void {
  const objections = around.collection<Kept>('credit-china-objections');
  door.act<Static<typeof Lodged>>('POST', '/objections', Lodged, ({ body, now }) => {
    const receiptNo = receiptNumber('XYYY', now);
    objections.put(receiptNo, { ...body, receiptNo });
    return answer({ receiptNo, pushedAt: new Date(now).toISOString() }, 201);
  });
  door.act<Static<typeof Result>>('POST', '/objections/:receiptNo/result', Result, ({ body, params, now }) => {
    const objection = objections.get(params.receiptNo ?? '');
    if (!objection) return problem(404, 'no-such-receipt', '没有这个回执编号');
    if (objection.result) return problem(409, 'result-known', '这件异议的结果已经反馈过');
    objections.put(objection.receiptNo, { ...objection, result: body });
    return answer({ receiptNo: objection.receiptNo, reportedAt: new Date(now).toISOString() });
  });
}
