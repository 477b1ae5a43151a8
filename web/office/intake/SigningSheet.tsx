import type { RecordView } from '#contract/record.ts';
import { visitorRelations } from '#domain/intake/window-visit.ts';
import type { ReplyTo } from '../../api.ts';
import { dayText } from '../when.ts';
import { agentOf, type Visit } from './visit.ts';

interface Props {
  readonly visit: Visit;
  readonly records: readonly RecordView[];
  readonly known: ReplyTo<'getPrefill'>;
  readonly today: string;
}

/** What the visitor signs on paper: the joint form with its items and the commitment. Printed only, never on the screen. */
export function SigningSheet({ visit, records, known, today }: Props) {
  const { form } = visit;
  const agent = agentOf(visit);
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['主体名称', form.name],
    ['统一社会信用代码（证件号码）', form.identifier],
    ['住所（经营场所）', form.address],
    ['联系电话', form.phone],
    ['登记（发证）机关', form.registryOrgan],
    ['法定代表人（负责人、经营者）', form.legalRep],
    ...(agent ? ([[visitorRelations.agent, `${agent.name} ${visit.agentPhone}`]] as const) : []),
  ];
  return (
    <article className="signing-sheet" aria-hidden="true">
      <h2 className="receipt-title">信用修复“一件事”联办申请表</h2>
      <table className="print-table">
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <td className="sheet-label">{label}</td>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="print-table">
        <thead>
          <tr>
            <th>修复事项</th>
            <th>认定单位</th>
            <th>文书号和日期</th>
          </tr>
        </thead>
        <tbody>
          {records.map((one) => (
            <tr key={one.recordId}>
              <td>{one.matterName}</td>
              <td>{one.organName}</td>
              <td>
                {one.docNumber}
                <br />
                {dayText(one.findingDate)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>申请事实和理由</h3>
      <p>{form.facts}</p>
      <h3>{known.commitment.title}</h3>
      {known.commitment.clauses.map((clause) => (
        <p key={clause}>{clause}</p>
      ))}
      <p className="sheet-sign">
        {known.commitment.signatureLabel || '签名：'}
        <span className="sheet-line" /> 日期：{dayText(today)}
      </p>
    </article>
  );
}
