import Type, { type Static } from 'typebox';
import { answer, problem } from '../exchange/answer.ts';
import type { Door } from '../exchange/door.ts';
import { chinaDay, receiptNumber, type Surroundings } from '../surroundings.ts';
import { Materials, Subject } from './exchanged-shapes.ts';

const Forward = Type.Object({
  itemNo: Type.String({ minLength: 1, maxLength: 100 }),
  subject: Subject,
  recordId: Type.String({ minLength: 1, maxLength: 100 }),
  court: Type.String({ minLength: 1, maxLength: 200 }),
  enforcementNo: Type.String({ minLength: 1, maxLength: 200 }),
  ground: Type.String({ maxLength: 20_000 }),
  materials: Materials,
});

interface KeptForward extends Static<typeof Forward> {
  readonly forwardNo: string;
  readonly receivedAt: number;
  /** Kept once seen, so that later scripts do not rewrite it. */
  readonly settled?: { readonly state: 'deleted' | 'kept'; readonly at: number; readonly reasons: readonly string[] };
}

/** The court: takes forwards and answers by itself (entry deleted), or as scripted. */
export function offerCourt(door: Door, around: Surroundings): void {
  const forwards = around.collection<KeptForward>('court-forwards');
  door.act<Static<typeof Forward>>('POST', '/forwards', Forward, ({ body, now }) => {
    const forwardNo = receiptNumber('FYZZ', now);
    forwards.put(forwardNo, { ...body, forwardNo, receivedAt: now });
    return answer({ forwardNo, receivedAt: new Date(now).toISOString() }, 201);
  });
  door.ask('/forwards/:forwardNo', ({ params }) => {
    const kept = forwards.get(params.forwardNo ?? '');
    if (!kept) return problem(404, 'no-such-forward', '没有这个转办编号');
    const settled = kept.settled ?? outcomeOf(kept, around);
    if (settled && !kept.settled) forwards.put(kept.forwardNo, { ...kept, settled });
    return answer({
      forwardNo: kept.forwardNo,
      receivedAt: new Date(kept.receivedAt).toISOString(),
      state: settled?.state ?? 'forwarded',
      decidedOn: settled ? chinaDay(settled.at) : null,
      documentNo: settled ? `（${chinaDay(settled.at).slice(0, 4)}）赣示例执${kept.forwardNo.slice(-6)}号` : null,
      reasons: settled?.reasons ?? [],
    });
  });
}

function outcomeOf(kept: KeptForward, around: Surroundings): KeptForward['settled'] | undefined {
  const script = around.scripts.find('court', kept.forwardNo, kept.itemNo, kept.recordId, kept.enforcementNo);
  const at = Math.max(kept.receivedAt + around.delays.court, script?.at ?? 0);
  if (script?.outcome === 'hold' || around.now() < at) return undefined;
  if (script?.outcome !== 'keep') return { state: 'deleted', at, reasons: [] };
  return {
    state: 'kept',
    at,
    reasons: script.reasons.length > 0 ? script.reasons : ['尚未履行生效法律文书确定的义务（演示）'],
  };
}
