import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { ImportTemplate } from '#domain/record/import-column-names.ts';
import { labelOfColumn } from '#domain/record/import-columns.ts';
import type { ReplyTo } from '../../api.ts';
import { asProblem } from '../../api-problem.ts';
import { useGo } from '../address.ts';
import { useAct, useAsk } from '../ask.ts';
import { Page } from '../Page.tsx';
import { Refused } from '../Refused.tsx';
import { useRemembered } from '../remembered.ts';
import { useOfficer } from '../session.ts';
import { RecordDone } from './RecordDone.tsx';
import { RecordFieldInput } from './RecordFieldInput.tsx';
import { cellsOf, recordFields } from './record-form-fields.ts';
import { SubjectLookup } from './SubjectLookup.tsx';

const templates = [
  { value: 'penalty', label: '行政处罚' },
  { value: 'list', label: '列入名录、名单' },
];

/** 登记一条决定: one penalty or listing of the own unit, with every field an import knows; its notice is made with it. */
export function RecordForm() {
  const { unit } = useOfficer();
  const [template, choose] = useRemembered<ImportTemplate>('record-template', 'penalty');
  const [organCode, rememberCode] = useRemembered('organ-code', '');
  const codeLabel = labelOfColumn(template, 'organCode');
  const [values, setValues] = useState<Record<string, string>>({});
  const [done, setDone] = useState<ReplyTo<'recordOne'> | null>(null);
  const act = useAct('recordOne', ['listUnitRecords', 'listNotices']);
  const go = useGo();
  const set = (label: string, value: string) => setValues((was) => ({ ...was, [label]: value }));
  const filled = { [codeLabel]: organCode, ...values };
  const submit = () => {
    if (values[codeLabel]) rememberCode(values[codeLabel]);
    act.mutate(
      { body: { cells: cellsOf(template, filled, unit?.name ?? '') } },
      { onSuccess: setDone, onError: (error) => focusFirst(faultsOf(error)) },
    );
  };
  if (done)
    return (
      <RecordDone
        made={done}
        back={() => {
          setDone(null);
          act.reset();
        }}
        next={() => {
          setDone(null);
          setValues({});
          act.reset();
        }}
      />
    );
  return (
    <Page
      title="登记一条决定"
      intro={`由${unit?.name ?? '本单位'}作出的处罚或列入决定。保存时同时制作《信用修复告知书》，和决定书一并送达。`}
      acts={<Button onClick={() => go('/records')}>回到失信信息</Button>}
    >
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Segmented
          options={templates}
          value={template}
          onChange={(value) => {
            choose(value as ImportTemplate);
            act.reset();
          }}
          aria-label="决定的种类"
        />
        <Groups template={template} values={filled} set={set} faults={faultsOf(act.error)} />
        <FaultSummary faults={faultsOf(act.error)} />
        {faultsOf(act.error).size === 0 && <Refused error={act.error} />}
        <p className="cell-acts">
          <Button type="primary" htmlType="submit" loading={act.isPending}>
            保存并制作告知书
          </Button>
          <span className="quiet">同一决定重复登记不会多出一条。</span>
        </p>
      </form>
    </Page>
  );
}

type Faults = ReadonlyMap<string, string>;

/** Faults by the label of their field. */
function faultsOf(error: unknown): Faults {
  if (!error) return new Map();
  return new Map((asProblem(error).fields ?? []).map((one) => [one.field, one.text]));
}

function focusFirst(faults: Faults): void {
  const [first] = faults.keys();
  if (first) requestAnimationFrame(() => document.getElementById(`record-${first}`)?.focus());
}

/** What is wrong, field by field, each leading to its field; what belongs to no field of the form is told as well. */
function FaultSummary({ faults }: { faults: Faults }) {
  if (faults.size === 0) return null;
  return (
    <div className="fault-summary" role="alert">
      <strong>还有 {faults.size} 处要改，改好再保存：</strong>
      <ul>
        {[...faults].map(([label, text]) => (
          <li key={label}>
            <button type="button" className="link" onClick={() => document.getElementById(`record-${label}`)?.focus()}>
              {label}
            </button>
            ：{text}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface GroupsProps {
  readonly template: ImportTemplate;
  readonly values: Readonly<Record<string, string>>;
  readonly set: (label: string, value: string) => void;
  readonly faults: Faults;
}

function Groups({ template, values, set, faults }: GroupsProps) {
  const matters = useAsk('listMatters', { query: {} }, { staleTime: 3_600_000, enabled: template === 'list' });
  const lists = (matters.data?.matters ?? []).filter((one) => one.recordType !== 'penalty').map((one) => one.name);
  const label = (column: 'uscc' | 'idNo' | 'name' | 'legalRep' | 'category') => labelOfColumn(template, column);
  const isPerson = values[label('category')] === '自然人';
  return recordFields(template).map((group, index, all) => {
    const inputs = group.fields
      .filter((one) => (isPerson ? one.column !== 'uscc' && one.column !== 'legalRep' : one.column !== 'idNo'))
      .map((one) => (
        <RecordFieldInput
          key={one.label}
          field={one.column === 'matter' ? { ...one, choices: lists } : one}
          value={values[one.label] ?? ''}
          fault={faults.get(one.label)}
          change={(value) => set(one.label, value)}
        />
      ));
    if (index === all.length - 1)
      return (
        <details key={group.title}>
          <summary>{group.title}（没有就不用填）</summary>
          <div className="form-grid">{inputs}</div>
        </details>
      );
    return (
      <fieldset key={group.title} className="plain-fieldset">
        <legend>
          <h2>{group.title}</h2>
        </legend>
        {index === 0 && (
          <SubjectLookup
            code={values[label(isPerson ? 'idNo' : 'uscc')] ?? ''}
            take={(found) => {
              set(label('category'), found.category);
              if (found.name) set(label('name'), found.name);
              if (found.legalRep) set(label('legalRep'), found.legalRep);
            }}
          />
        )}
        <div className="form-grid">{inputs}</div>
      </fieldset>
    );
  });
}
