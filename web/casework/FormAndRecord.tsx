import type { ItemView } from '#contract/casework.ts';
import { useAsk } from '../office/ask.ts';
import { dayText } from '../office/when.ts';
import { recordTypeWord, subjectKindWord } from '../office/words.ts';

/** The record to be repaired, and what the applicant wrote. */
export function FormAndRecord({ view }: { view: ItemView }) {
  return (
    <>
      <RecordFacts view={view} />
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
        <Row label="公示日期">{dayText(record.publishedDate, '没有登记')}</Row>
        <Row label="办理单位">{record.unitName ?? summary.unitName}</Row>
        {record.repairedOn && <Row label="修复日期">{dayText(record.repairedOn)}</Row>}
      </dl>
    </>
  );
}

function ApplicantForm({ view }: { view: ItemView }) {
  const { form, extra, summary } = view;
  const matter = useAsk('getMatter', { params: { matterKey: summary.matterKey }, query: {} }, { staleTime: 3_600_000 });
  const labels = Object.fromEntries(matter.data?.extraFields.map((one) => [one.key, one.label]) ?? []);
  return (
    <>
      <h2>联办申请表</h2>
      <dl className="facts facts-wide">
        <Row label="主体类型">{subjectKindWord(form.subjectKind)}</Row>
        <Row label="主体名称">{form.name}</Row>
        <Row label="证件号码">{form.identifier}</Row>
        <Row label="住所">{form.address}</Row>
        <Row label="联系电话">{form.phone}</Row>
        <Row label="登记机关">{form.registryOrgan}</Row>
        <Row label="法定代表人（负责人、经营者）">{form.legalRep}</Row>
        {form.agent && (
          <Row label="经办人">
            {form.agent.name}，{form.agent.identifier}，{form.agent.phone}
          </Row>
        )}
        {Object.entries(extra).map(
          ([key, value]) =>
            labels[key] && (
              <Row key={key} label={labels[key]}>
                {value}
              </Row>
            ),
        )}
      </dl>
      <h3>申请事实和理由</h3>
      <p className="prewrap prose">{form.facts}</p>
    </>
  );
}
