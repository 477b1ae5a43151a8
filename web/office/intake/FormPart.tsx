import { Input } from 'antd';
import type { FormContent } from '#contract/intake.ts';
import type { ReplyTo } from '../../api.ts';
import { asProblem } from '../../api-problem.ts';
import { Labelled } from '../Labelled.tsx';
import { TextBox } from '../TextInput.tsx';
import type { Visit } from './visit.ts';

interface Props {
  readonly visit: Visit;
  readonly change: (part: Partial<Visit>) => void;
  readonly known: ReplyTo<'getPrefill'>;
  readonly error: unknown;
}

type TextField = 'name' | 'identifier' | 'address' | 'phone' | 'registryOrgan' | 'legalRep';
const fields: readonly (readonly [TextField, string])[] = [
  ['name', '主体名称'],
  ['identifier', '统一社会信用代码（证件号码）'],
  ['address', '住所（经营场所）'],
  ['phone', '联系电话'],
  ['registryOrgan', '登记（发证）机关'],
  ['legalRep', '法定代表人（负责人、经营者）'],
];

/** The joint form: what is known is filled in and says where it came from. */
export function FormPart({ visit, change, known, error }: Props) {
  const faults = Object.fromEntries((error ? asProblem(error).fields : []).map((one) => [one.field, one.text]));
  const set = (key: keyof FormContent, value: string) => change({ form: { ...visit.form, [key]: value } });
  return (
    <section className="card" id="visit-form" aria-labelledby="form-title">
      <h2 id="form-title">
        联办申请表 <kbd>Alt+3</kbd>
      </h2>
      {known.down.length > 0 && <p>暂时取不到：{known.down.join('、')}。请按来访人的证件填写。</p>}
      <div className="form-grid">
        {fields.map(([key, label]) => (
          <Field
            key={key}
            id={`field-${key}`}
            label={label}
            value={visit.form[key] ?? ''}
            set={(value) => set(key, value)}
            source={visit.form[key] === known.form[key] ? known.sources[key] : undefined}
            fault={faults[`form.${key}`]}
          />
        ))}
      </div>
      <Phrases add={(text) => set('facts', `${visit.form.facts ?? ''}${text}`)} />
      <Labelled label="申请事实和理由" id="field-facts">
        {(id) => (
          <TextBox
            id={id}
            value={visit.form.facts ?? ''}
            maxLength={4000}
            autoSize={{ minRows: 3, maxRows: 10 }}
            placeholder="例如：罚款已缴清，违法行为已改正，申请信用修复。"
            onChange={(event) => set('facts', event.target.value)}
          />
        )}
      </Labelled>
      {faults['form.facts'] && <p className="field-fault">! {faults['form.facts']}</p>}
    </section>
  );
}

/** Sentences that visitors say most often; the clerk chooses one only where the visitor says so, and it can be changed. */
const phrases: readonly string[] = [
  '罚款已经缴清，违法行为已经改正，申请信用修复。',
  '列入名单的情形已经消除，义务已经履行完毕，申请信用修复。',
  '已经补报年度报告，公示信息已经更正，申请移出经营异常名录。',
  '欠缴的款项已经全部付清，申请信用修复。',
];

function Phrases({ add }: { add: (text: string) => void }) {
  return (
    <Labelled label="常用表述" inline id="field-phrase">
      {(id) => (
        <select
          id={id}
          className="plain-select"
          value=""
          onChange={(event) => event.target.value && add(event.target.value)}
        >
          <option value="">按来访人说的选一句，选后可以改</option>
          {phrases.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly source?: string | undefined;
  readonly fault?: string | undefined;
}

function Field({ id, label, value, set, source, fault }: FieldProps) {
  return (
    <div>
      <label className="field" htmlFor={id}>
        {label}
      </label>
      <Input
        id={id}
        value={value}
        status={fault ? 'error' : ''}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault || source ? `${id}-note` : undefined}
        onChange={(event) => set(event.target.value)}
      />
      {(fault || source) && (
        <p id={`${id}-note`} className={fault ? 'field-fault' : 'quiet'}>
          {fault ? `! ${fault}` : `来自${source}`}
        </p>
      )}
    </div>
  );
}
