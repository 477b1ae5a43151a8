import { Button, Checkbox } from 'antd';
import type { RecordView } from '#contract/record.ts';
import { useGo } from '../address.ts';
import { Nothing } from '../Loaded.tsx';
import { VerdictReasons } from '../VerdictReasons.tsx';
import { shortDay } from '../when.ts';
import { verdictWord } from '../words.ts';
import { byWhatCanBeDone, notTickable, type Visit } from './visit.ts';

interface Props {
  readonly subjectKey: string;
  readonly records: readonly RecordView[];
  readonly visit: Visit;
  readonly change: (part: Partial<Visit>) => void;
}

/** The visitor's records across the province, ordered by what can be done about them. */
export function RecordsPart({ subjectKey, records, visit, change }: Props) {
  const go = useGo();
  const sorted = [...records].sort(byWhatCanBeDone((verdict) => verdictWord(verdict).rank));
  const now = sorted.filter((one) => !notTickable(one) && one.verdict.verdict === 'repairable-now');
  const toggle = (id: string, on: boolean) =>
    change({ chosen: on ? [...visit.chosen, id] : visit.chosen.filter((one) => one !== id) });
  return (
    <section className="card counter-records" id="visit-records" tabIndex={-1} aria-labelledby="records-title">
      <h2 id="records-title">
        失信信息 <kbd>Alt+2</kbd>{' '}
        <span className="quiet">
          共 {records.length} 条，现在可以修复 {now.length} 条
        </span>
      </h2>
      {now.length > 0 && (
        <Button size="small" onClick={() => change({ chosen: now.map((one) => one.recordId) })}>
          勾选现在可以修复的 {now.length} 条
        </Button>
      )}
      {records.length === 0 && <Nothing>没有失信信息，不用办理修复。</Nothing>}
      <ul className="plain-list">
        {sorted.map((one) => (
          <RecordLine
            key={one.recordId}
            record={one}
            ticked={visit.chosen.includes(one.recordId)}
            toggle={(on) => toggle(one.recordId, on)}
            object={() => go(`/window/${subjectKey}/objection`, { record: one.recordId })}
          />
        ))}
      </ul>
    </section>
  );
}

function RecordLine(props: { record: RecordView; ticked: boolean; toggle: (on: boolean) => void; object: () => void }) {
  const { record, ticked, toggle, object } = props;
  const why = notTickable(record);
  return (
    <li className={ticked ? 'line-card line-ticked' : 'line-card'}>
      <Checkbox checked={ticked} disabled={why !== null} onChange={(event) => toggle(event.target.checked)}>
        <strong>{record.plain}</strong>
      </Checkbox>
      <p className="quiet">
        {record.organName} · {shortDay(record.findingDate)} · {record.docNumber}
      </p>
      {why && <p>{why}</p>}
      <VerdictReasons verdict={record.verdict} folded />
      <Button type="link" size="small" onClick={object} aria-label={`代提异议：${record.docNumber}`}>
        代提异议
      </Button>
    </li>
  );
}
