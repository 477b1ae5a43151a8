import type { ItemView } from '#contract/casework.ts';
import { markWords, type PrefillableField } from '#domain/intake/form-marks.ts';
import { dayText } from '../office/when.ts';
import { recordTypeWord, subjectKindWord } from '../office/words.ts';
import { CorrectionDiff } from './CorrectionDiff.tsx';
import { CustomsGrade } from './CustomsGrade.tsx';
import { FormNumber } from './FormNumber.tsx';

/** The record to be repaired, and what the applicant wrote. */
export function FormAndRecord({ view }: { view: ItemView }) {
  return (
    <>
      {view.corrections.length > 0 && <CorrectionDiff view={view} />}
      <RecordFacts view={view} />
      {view.grade && <CustomsGrade grade={view.grade} />}
      <ApplicantForm view={view} />
    </>
  );
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  if (children === null || children === undefined || children === '') return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function RecordFacts({ view: { record, summary } }: { view: ItemView }) {
  return (
    <>
      <h2>失信信息</h2>
      <p className="lead">{record.plain}</p>
      <dl className="facts facts-wide">
        <Row label="类型">{recordTypeWord(record.recordType)}</Row>
        <Row label="事项">{record.matterName}</Row>
        <Row label="文书号">{record.docNumber}</Row>
        <Row label="认定机关">{record.organName}</Row>
        <Row label="认定日期">{dayText(record.findingDate)}</Row>
        <Row label="登记的公示日期">{dayText(record.publishedDate, '没有登记')}</Row>
        <Row label="办理单位">{record.unitName ?? summary.unitName}</Row>
        {record.repairedOn && <Row label="修复日期">{dayText(record.repairedOn)}</Row>}
      </dl>
    </>
  );
}

function ApplicantForm({ view }: { view: ItemView }) {
  const { form, extra } = view;
  const marked = (key: PrefillableField) => {
    const mark = form.marks?.[key];
    return (
      <>
        {form[key]} {form[key] && mark && <span className="chip">{markWords[mark]}</span>}
        <Corrected view={view} named={`form:${key}`} />
      </>
    );
  };
  return (
    <>
      <h2>联办申请表</h2>
      <dl className="facts facts-wide">
        <Row label="主体类型">{subjectKindWord(form.subjectKind)}</Row>
        <Row label="主体名称">{marked('name')}</Row>
        <Row label="证件号码">
          <FormNumber view={view} of="identifier" masked={form.identifier} />
        </Row>
        <Row label="住所">{marked('address')}</Row>
        <Row label="联系电话">{marked('phone')}</Row>
        <Row label="登记机关">{marked('registryOrgan')}</Row>
        <Row label="法定代表人（负责人、经营者）">{marked('legalRep')}</Row>
        {form.agent && (
          <Row label="经办人">
            {form.agent.name}，{form.agent.phone}，证件号码{' '}
            <FormNumber view={view} of="agentIdentifier" masked={form.agent.identifier} />
          </Row>
        )}
        {view.extraFields.map((field) => (
          <Row key={field.key} label={field.label}>
            {extra[field.key] || '没有填'}
            <Corrected view={view} named={`extra:${field.key}`} />
          </Row>
        ))}
      </dl>
      <h3>申请事实和理由</h3>
      <p className="prewrap prose">{form.facts}</p>
      <Corrected view={view} named="form:facts" />
    </>
  );
}

/** Beside what was signed: that a correction of this item says otherwise. */
function Corrected({ view, named }: { view: ItemView; named: string }) {
  const corrected = view.corrections.find((one) => one.key === named);
  return corrected ? (
    <p>
      <span className="chip chip-attention">已补正为</span> <span className="prewrap">{corrected.after}</span>
    </p>
  ) : null;
}
