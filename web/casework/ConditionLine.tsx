import { Radio, Select } from 'antd';
import { useId } from 'react';
import type { ItemView } from '#contract/casework.ts';
import { Cites } from '../office/Cites.tsx';
import { TextBox } from '../office/TextInput.tsx';
import { dayText } from '../office/when.ts';
import { sourceWord } from '../office/words.ts';
import { useReading } from './reading/use-reading.ts';
import type { Finding, FindingDesk } from './use-findings.ts';
import { Verifications } from './Verifications.tsx';

interface Props {
  readonly view: ItemView;
  readonly condition: ItemView['conditions'][number];
  readonly desk: FindingDesk;
}

/** One condition: its words and clause, the papers that show it, who checked it how with which result, and what is found. */
export function ConditionLine({ view, condition, desk }: Props) {
  const id = useId();
  const finding = desk.findings.find((one) => one.key === condition.key);
  if (!finding) return null;
  return (
    <>
      <p id={id}>{condition.text}</p>
      {!condition.sure && <p className="chip chip-attention">▲ 条文未核对，请以正式文本为准</p>}
      <Cites cites={condition.cites} />
      <ShownBy view={view} condition={condition} />
      <Verifications view={view} condition={condition.key} />
      {desk.editable ? (
        <Editing labelled={id} condition={condition} finding={finding} desk={desk} />
      ) : (
        <Found finding={finding} found={desk.found} />
      )}
    </>
  );
}

/** The papers that the texts name for it: opened beside the form, or said where they are to be had from. */
function ShownBy({ view, condition }: Pick<Props, 'view' | 'condition'>) {
  const { papers, shown, on, open } = useReading();
  const named = condition.materials.map((key) => ({
    material: view.materials.find((one) => one.key === key),
    files: view.attachments.filter((one) => one.materialKey === key).map((one) => one.attachmentId),
  }));
  if (named.length === 0) return null;
  return (
    <ul className="shown-by" aria-label="证明这一项的材料">
      {named.map(({ material, files }) =>
        files.length > 0 ? (
          papers
            .filter((one) => files.includes(one.id))
            .map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  className="link"
                  aria-pressed={on && shown?.id === one.id}
                  onClick={() => open(one.id, condition.key)}
                >
                  看材料：{one.name}
                </button>
              </li>
            ))
        ) : material ? (
          <li key={material.key} className="quiet">
            {material.name}：{material.source === 'applicant' ? '申请人没有交' : sourceWord(material.source)}
          </li>
        ) : null,
      )}
    </ul>
  );
}

function Editing(props: { labelled: string; condition: Props['condition']; finding: Finding; desk: FindingDesk }) {
  const { labelled, condition, finding, desk } = props;
  const set = (change: Partial<Finding>) => desk.set(condition.key, change);
  const { papers } = useReading();
  const materials = papers.filter((one) => one.kind === 'material' && one.scan !== 'infected');
  return (
    <div className="finding">
      <Radio.Group
        aria-labelledby={labelled}
        value={finding.met}
        onChange={(event) => set({ met: event.target.value as boolean })}
        options={[
          { value: true, label: '符合' },
          { value: false, label: '不符合' },
        ]}
      />
      <TextBox
        aria-label={`核实依据：${condition.text}`}
        placeholder="依据：看了什么、查到什么"
        autoSize={{ minRows: 1, maxRows: 5 }}
        maxLength={1000}
        value={finding.evidence}
        onChange={(event) => set({ evidence: event.target.value })}
      />
      {materials.length > 0 && (
        <Select
          mode="multiple"
          aria-label={`依据材料：${condition.text}`}
          placeholder="依据材料（可以不选）"
          value={[...finding.attachmentIds]}
          onChange={(attachmentIds: string[]) => set({ attachmentIds })}
          options={materials.map((one) => ({ value: one.id, label: one.name }))}
          optionFilterProp="label"
        />
      )}
    </div>
  );
}

function Found({ finding, found }: { finding: Finding; found: FindingDesk['found'] }) {
  const { papers, open } = useReading();
  if (finding.met === null) return null;
  return (
    <>
      <p>
        <span className={finding.met ? 'chip chip-good' : 'chip chip-bad'}>{finding.met ? '✓ 符合' : '! 不符合'}</span>{' '}
        {finding.evidence}
        {found && (
          <span className="quiet">
            　核实：{found.by}，{dayText(found.on)}
            {found.signed && `；签发：${found.signed.by}，${dayText(found.signed.on)}`}
          </span>
        )}
      </p>
      {finding.attachmentIds.length > 0 && (
        <ul className="shown-by" aria-label="依据材料">
          {papers
            .filter((one) => finding.attachmentIds.includes(one.id))
            .map((one) => (
              <li key={one.id}>
                <button type="button" className="link" onClick={() => open(one.id, finding.key)}>
                  依据材料：{one.name}
                </button>
              </li>
            ))}
        </ul>
      )}
    </>
  );
}
