import type { FormContent } from '#contract/intake.ts';
import { formatChineseShort } from '#domain/plain-date.ts';
import type { SignatureValue } from '../ui/SignaturePad.tsx';
import { subjectKinds } from './ApplySubject.tsx';
import { matterBoxes } from './matter-boxes.ts';

/** A record as the form lists it. */
export interface SheetRecord {
  readonly key: string;
  readonly matterKey: string;
  readonly matterName: string;
  readonly organName: string;
  readonly docNumber: string;
  readonly findingDate: string;
}

interface FormSheetProps {
  form: Partial<FormContent>;
  records: readonly SheetRecord[];
  signature?: SignatureValue;
  signedOn: string;
}

/** The joint form of 附件3 as it will look, on screen and on paper. */
export function FormSheet({ form, records, signature, signedOn }: FormSheetProps) {
  const ticked = new Set(records.map((record) => record.matterKey));
  const boxed = new Set(matterBoxes.map(([key]) => key));
  const later = new Set(records.filter((record) => !boxed.has(record.matterKey)).map((record) => record.matterName));
  const box = (on: boolean) => <Box on={on} />;
  return (
    <div className="form-scroll">
      <h2 className="form-title">“信用修复一件事”联办申请表</h2>
      <table className="form-sheet">
        <tbody>
          <Line label="主体类型">
            {subjectKinds.map((kind) => (
              <span key={kind.value} className="form-kind">
                {box(form.subjectKind === kind.value)}
                {kind.label}
              </span>
            ))}
          </Line>
          <Line label="主体名称">{form.name}</Line>
          <Line label="证件号码 统一社会信用代码">{form.identifier}</Line>
          <Line label="住所（经营场所）">{form.address}</Line>
          <Line label="联系电话">{form.phone}</Line>
          <Line label="登记/发证机关">{form.registryOrgan || '—'}</Line>
          <Line label="申请信用修复的事项">
            {matterBoxes.map(([key, label]) => (
              <div key={key}>
                {box(ticked.has(key))}
                {label}
              </div>
            ))}
            {[...later].map((name) => (
              <div key={name}>
                {box(true)}
                其他：{name}
              </div>
            ))}
          </Line>
          {records.map((record) => (
            <Line key={record.key} label="决定机关、文书号、日期">
              {record.organName}
              <br />
              {record.docNumber}
              <br />
              {formatChineseShort(record.findingDate)}
            </Line>
          ))}
          <Line label="申请事实和理由">
            <div style={{ whiteSpace: 'pre-line' }}>{form.facts}</div>
            <p style={{ marginTop: 'var(--s2)' }}>
              申请人签字或签章：
              {signature && <Signed signature={signature} />}
              <br />
              申请日期：{formatChineseShort(signedOn)}
            </p>
          </Line>
          {form.agent && (
            <Line label="经办人">
              {form.agent.name}，{form.agent.identifier}，{form.agent.phone}
            </Line>
          )}
        </tbody>
      </table>
    </div>
  );
}

/** A box of the form; drawn, since not every font has ticked boxes. */
function Box({ on }: { on: boolean }) {
  return (
    <span className="form-box">
      <span aria-hidden="true">{on ? '✓' : '\u00a0'}</span>
      <span className="visually-hidden">{on ? '已勾选：' : '未勾选：'}</span>
    </span>
  );
}

function Line({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{children}</td>
    </tr>
  );
}

/** A signature as given: the drawn strokes, or the name. */
export function Signed({ signature }: { signature: SignatureValue }) {
  if (signature.way === 'drawn' && signature.path)
    return (
      <svg viewBox="0 0 600 200" width="150" height="50" role="img" aria-label={`${signature.name}的手写签名`}>
        <path d={signature.path} className="signature-ink" />
      </svg>
    );
  return <strong>{signature.name}</strong>;
}
