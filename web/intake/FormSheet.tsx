import { Fragment } from 'react';
import type { FormContent } from '#contract/intake.ts';
import { fieldLabels, markWords, type PrefillableField } from '#domain/intake/form-marks.ts';
import { formatChineseShort, parsePlainDate } from '#domain/plain-date.ts';
import type { SignatureValue } from '../ui/SignaturePad.tsx';
import { agentWords } from './agent-words.ts';
import type { Apply } from './apply-context.ts';
import { matterBoxes } from './matter-boxes.ts';
import { subjectKinds } from './subject-kinds.ts';

/** A record as the form lists it. */
export interface SheetRecord {
  readonly key: string;
  readonly matterKey: string;
  readonly matterName: string;
  readonly organName: string;
  readonly docNumber: string;
  readonly findingDate: string;
}

/** The 另附表 of one record: what its matter asks beside the form. */
export interface SheetAnnex {
  readonly key: string;
  readonly matterName: string;
  readonly docNumber: string;
  readonly answers: readonly { readonly label: string; readonly value: string }[];
}

interface FormSheetProps {
  form: Partial<Omit<FormContent, 'agent'>> & { agent?: FormContent['agent'] | undefined };
  records: readonly SheetRecord[];
  annex?: readonly SheetAnnex[];
  signature?: SignatureValue;
  signedOn: string;
}

/** The 另附表 as filled in so far. */
export function annexOf({ chosen, content }: Apply): SheetAnnex[] {
  return chosen
    .filter(({ matter }) => matter && matter.extraFields.length > 0)
    .map(({ record, matter }) => ({
      key: record.recordId,
      matterName: record.matterName,
      docNumber: record.docNumber,
      answers: matter!.extraFields.map((field) => {
        const value = content.extra[record.recordId]?.[field.key] ?? '';
        const day = field.type === 'date' ? parsePlainDate(value) : undefined;
        return { label: field.label, value: day ? formatChineseShort(day) : value };
      }),
    }));
}

/** The joint form of 附件3 as it will look, on screen and on paper, with its 另附表 behind it. */
export function FormSheet({ form, records, annex = [], signature, signedOn }: FormSheetProps) {
  return (
    <div className="form-scroll">
      <h2 className="form-title">“信用修复一件事”联办申请表</h2>
      <table className="form-sheet">
        <tbody>
          <tr>
            <th scope="colgroup" colSpan={2} className="form-band">
              基本情况
            </th>
          </tr>
          <SubjectLines form={form} />
          <Line label="申请信用修复的事项">
            <TickedMatters records={records} />
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
            <div className="form-statement">{form.facts}</div>
            <p className="form-sign">
              申请人签字或签章：
              {signature && <Signed signature={signature} />}
              <br />
              申请日期：{formatChineseShort(signedOn)}
            </p>
          </Line>
          <Line label="修复决定意见">
            <span className="small">由认定单位填写，可以另附修复决定书。</span>
          </Line>
        </tbody>
      </table>
      <FootNote form={form} />
      {annex.length > 0 && <Annex annex={annex} />}
    </div>
  );
}

function SubjectLines({ form }: Pick<FormSheetProps, 'form'>) {
  const marks = (form.marks ?? {}) as Partial<Record<string, keyof typeof markWords>>;
  const value = (key: PrefillableField) => (
    <>
      {form[key] || '—'}
      {marks[key] && <span className="form-mark">（{markWords[marks[key]]}）</span>}
    </>
  );
  return (
    <>
      <Line label="主体类型">
        {subjectKinds.map((kind) => (
          <span key={kind.value} className="form-kind">
            <Box on={form.subjectKind === kind.value} />
            {kind.label}
          </span>
        ))}
      </Line>
      <Line label="主体名称">{value('name')}</Line>
      <Line label="证件号码 统一社会信用代码">{value('identifier')}</Line>
      <Line label="住所（经营场所）">{value('address')}</Line>
      <Line label="联系电话">{value('phone')}</Line>
      <Line label="登记/发证机关">{value('registryOrgan')}</Line>
      {form.legalRep && <Line label="法定代表人（负责人、经营者）">{value('legalRep')}</Line>}
      {form.agent && <Line label="经办人">{agentWords(form.agent)}</Line>}
    </>
  );
}

function TickedMatters({ records }: Pick<FormSheetProps, 'records'>) {
  const ticked = new Set(records.map((record) => record.matterKey));
  const boxed = new Set(matterBoxes.map(([key]) => key));
  const later = new Set(records.filter((record) => !boxed.has(record.matterKey)).map((record) => record.matterName));
  return (
    <>
      {matterBoxes.map(([key, label]) => (
        <div key={key}>
          <Box on={ticked.has(key)} />
          {label}
        </div>
      ))}
      {[...later].map((name) => (
        <div key={name}>
          <Box on={true} />
          其他：{name}
        </div>
      ))}
    </>
  );
}

/** Which values no source vouches for, as the printed form notes it. */
function FootNote({ form }: Pick<FormSheetProps, 'form'>) {
  const marks = Object.entries(form.marks ?? {});
  if (marks.length === 0) return null;
  const named = (mark: keyof typeof markWords) =>
    marks.filter(([, one]) => one === mark).map(([key]) => fieldLabels[key as PrefillableField]);
  const [typed, changed] = [named('typed'), named('changed')];
  return (
    <p className="small form-note">
      注：
      {typed.length > 0 && `${typed.join('、')}由申请人自填；`}
      {changed.length > 0 && `${changed.join('、')}经申请人修改，与登记信息不同；`}
      其余内容取自登记信息或者身份认证。
    </p>
  );
}

function Annex({ annex }: { annex: readonly SheetAnnex[] }) {
  return (
    <div className="form-annex">
      <h3 className="form-title">另附表</h3>
      <table className="form-sheet">
        <tbody>
          {annex.map((one) => (
            <Fragment key={one.key}>
              <tr>
                <th scope="colgroup" colSpan={2} className="form-band">
                  {one.matterName}（{one.docNumber}）
                </th>
              </tr>
              {one.answers.map((answer) => (
                <Line key={answer.label} label={answer.label}>
                  {answer.value || '—'}
                </Line>
              ))}
            </Fragment>
          ))}
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
