import { Input, Radio } from 'antd';
import type { ItemView } from '#contract/casework.ts';
import { Cites } from '../office/Cites.tsx';
import type { Finding } from './use-findings.ts';
import { Verifications } from './Verifications.tsx';

interface Props {
  readonly view: ItemView;
  readonly findings: readonly Finding[];
  readonly setFinding: (key: string, change: Partial<Finding>) => void;
  readonly editable: boolean;
}

/** The matter's conditions with what was found for each. Open ones are named, so that nobody decides past them. */
export function ConditionsPanel({ view, findings, setFinding, editable }: Props) {
  const { conditions } = view;
  const met = findings.filter((one) => one.met === true).length;
  return (
    <section className="card" aria-labelledby="conditions-title">
      <h2 id="conditions-title">
        修复条件{' '}
        <span className="quiet">
          {met} / {conditions.length} 项已核实符合
        </span>
      </h2>
      {!editable && findings.every((one) => one.met === null) && (
        <p className="quiet">受理后在这里逐项填写核实结果和依据。</p>
      )}
      {conditions.length === 0 && <p className="quiet">本事项没有列出条件。</p>}
      <ol className="conditions">
        {conditions.map((condition, index) => (
          <Condition
            key={condition.key}
            view={view}
            condition={condition}
            finding={findings[index]!}
            set={(change) => setFinding(condition.key, change)}
            editable={editable}
          />
        ))}
      </ol>
      <Verifications view={view} />
    </section>
  );
}

interface ConditionProps {
  readonly view: ItemView;
  readonly condition: ItemView['conditions'][number];
  readonly finding: Finding;
  readonly set: (change: Partial<Finding>) => void;
  readonly editable: boolean;
}

function Condition({ view, condition, finding, set, editable }: ConditionProps) {
  return (
    <li>
      <p id={`condition-${condition.key}`}>{condition.text}</p>
      {!condition.sure && <p className="chip chip-attention">▲ 条文未核对，请以正式文本为准</p>}
      <Cites cites={condition.cites} />
      <Verifications view={view} condition={condition.key} />
      {editable ? (
        <div className="finding">
          <Radio.Group
            aria-labelledby={`condition-${condition.key}`}
            value={finding.met}
            onChange={(event) => set({ met: event.target.value as boolean })}
            options={[
              { value: true, label: '符合' },
              { value: false, label: '不符合' },
            ]}
          />
          <Input.TextArea
            aria-label={`核实依据：${condition.text}`}
            placeholder="依据：看了什么、查到什么"
            autoSize={{ minRows: 1, maxRows: 5 }}
            maxLength={1000}
            value={finding.evidence}
            onChange={(event) => set({ evidence: event.target.value })}
          />
        </div>
      ) : (
        finding.met !== null && (
          <p>
            <span className={finding.met ? 'chip chip-good' : 'chip chip-bad'}>
              {finding.met ? '✓ 符合' : '! 不符合'}
            </span>{' '}
            {finding.evidence}
          </p>
        )
      )}
    </li>
  );
}
