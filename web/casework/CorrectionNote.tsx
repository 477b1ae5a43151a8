import type { ItemView } from '#contract/casework.ts';
import { dayText } from '../office/when.ts';

/** Stands above acceptance and its refusal where a correction that was called for has not come; nothing elsewhere. */
export function CorrectionNote({ view }: { view: ItemView }) {
  const due = view.clocks.find((one) => one.kind === 'correction')?.due;
  if (view.summary.state !== 'correcting' || !due) return null;
  return (
    <p>
      <span className="chip chip-attention">▲ 申请人没有补正</span> 请申请人补正的日子{dayText(due)}已过。
      条文没有规定逾期不补正怎么办（待省发展改革委明确）：平台不视为撤回，由本单位按现有材料决定。申请人在决定以前仍可以补。
    </p>
  );
}
