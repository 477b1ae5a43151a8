import type { ItemView } from '#contract/casework.ts';

/** The ready-made reason where the record has nothing left to repair, to begin a 不予受理 or 不予修复 with. */
export function mootReason({ moot }: ItemView): { code: string; text: string; cite?: string }[] {
  if (!moot?.refuses) return [];
  const cite = moot.cites[0]?.id;
  return [{ code: 'record-moot', text: `${moot.reason}。`, ...(cite ? { cite } : {}) }];
}
