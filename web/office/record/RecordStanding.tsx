import type { RecordView, UnitRecordView } from '#contract/record.ts';
import { useGo } from '../address.ts';
import { SettledChip } from '../VerdictReasons.tsx';
import { dayText } from '../when.ts';

/** Where a record stands: repaired on a day, under application, or whether and from when it can be repaired. */
export function RecordStanding({ record }: { record: UnitRecordView }) {
  const { verdict, heldBack } = record;
  const from = verdict.verdict === 'not-yet' ? verdict.application.from : null;
  if (record.repairedOn)
    return (
      <div className="two-lines">
        <span>
          <span className="chip chip-good">✓ 已修复</span>
        </span>
        <span className="quiet">{dayText(record.repairedOn)}</span>
      </div>
    );
  return (
    <div className="two-lines">
      {record.openItem ? (
        <OpenItem record={record} brief />
      ) : (
        <span>
          <SettledChip verdict={verdict} />
        </span>
      )}
      {from && !record.openItem && <span className="quiet">{dayText(from)}起可以申请</span>}
      {heldBack && <HeldBackLine heldBack={heldBack} />}
    </div>
  );
}

/** The item that asks to repair it, one press away. */
export function OpenItem({ record: { subjectKey, openItem }, brief }: { record: RecordView; brief?: boolean }) {
  const go = useGo();
  if (!openItem) return null;
  return (
    <span>
      {brief && <span className="chip chip-attention">正在办理</span>}{' '}
      <button type="button" className="link" onClick={() => go(`/items/${subjectKey}/${openItem.itemId}`)}>
        办件 {openItem.number}
      </button>
      {!brief && <span className="quiet">，{openItem.publicState}</span>}
    </span>
  );
}

/** Why it is not shown, and the words shown instead while a plan runs. */
function HeldBackLine({ heldBack: { text, statement, ground } }: { heldBack: NonNullable<RecordView['heldBack']> }) {
  return (
    <span className="quiet">
      {statement ? `不公示，写明“${statement}”` : text}
      {ground && `，${ground.office}${ground.number}`}
    </span>
  );
}
