import { Checkbox, Input } from 'antd';
import type { FormContent } from '#contract/intake.ts';
import type { ReplyTo } from '../../api.ts';
import { asProblem } from '../../api-problem.ts';
import { Labelled } from '../Labelled.tsx';
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
    <section className="card" aria-labelledby="form-title">
      <h2 id="form-title">联办申请表</h2>
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
      <Labelled label="申请事实和理由" id="field-facts">
        {(id) => (
          <Input.TextArea
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
      <Checkbox checked={visit.withAgent} onChange={(event) => change({ withAgent: event.target.checked })}>
        由经办人代为办理
      </Checkbox>
      {visit.withAgent && <Agent visit={visit} change={change} faults={faults} />}
    </section>
  );
}

function Agent({ visit, change, faults }: Pick<Props, 'visit' | 'change'> & { faults: Record<string, string> }) {
  const set = (key: keyof Visit['agent'], value: string) => change({ agent: { ...visit.agent, [key]: value } });
  const rows = [
    ['name', '经办人姓名'],
    ['identifier', '经办人证件号码'],
    ['phone', '经办人电话'],
  ] as const;
  return (
    <div className="form-grid">
      {rows.map(([key, label]) => (
        <Field
          key={key}
          id={`field-agent-${key}`}
          label={label}
          value={visit.agent[key]}
          set={(value) => set(key, value)}
          fault={faults[`form.agent.${key}`]}
        />
      ))}
    </div>
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
