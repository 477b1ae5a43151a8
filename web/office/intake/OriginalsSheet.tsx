import type { ReplyTo } from '../../api.ts';
import { useOfficer } from '../session.ts';
import { dayText, momentText, shortDay } from '../when.ts';

interface Props {
  readonly originals: ReplyTo<'listOriginals'>['originals'];
  readonly list: 'kept' | 'returned';
  /** There are more than these. */
  readonly more: boolean;
}

/** The list of originals on paper, to go through the cupboard with: the overdue ones first, a column to sign in. Printed only. */
export function OriginalsSheet({ originals, list, more }: Props) {
  const { today, unit } = useOfficer();
  const overdue = originals.filter((one) => one.standing === 'overdue').length;
  return (
    <article className="originals-sheet" aria-hidden="true">
      <h2 className="receipt-title">{list === 'kept' ? '留存原件清单' : '已归还原件清单'}</h2>
      <p>
        {unit?.name}，{dayText(today)}。共 {originals.length} 份
        {list === 'kept' && overdue > 0 && `，其中超过归还日期 ${overdue} 份`}
        {more && '（后面还有，没有全部打印）'}。
      </p>
      <table className="print-table">
        <thead>
          <tr>
            <th className="sheet-narrow">序号</th>
            <th>原件和存放</th>
            <th>申请主体和电话</th>
            <th>申请编号</th>
            <th>{list === 'kept' ? '最迟归还' : '归还'}</th>
            {list === 'kept' && <th className="sheet-signed">领取人签名、日期</th>}
          </tr>
        </thead>
        <tbody>
          {originals.map((one, at) => (
            <tr key={one.originalId}>
              <td>{at + 1}</td>
              <td>
                {one.name}（{one.pages} 页）
                <br />
                {one.place}
              </td>
              <td>
                {one.subjectName}
                <br />
                {one.phone}
              </td>
              <td className="figures">{one.applicationNumber}</td>
              <td className="figures">
                {one.returned ? (
                  <>
                    {momentText(one.returned.at)}
                    <br />
                    还给{one.returned.to}
                  </>
                ) : (
                  <>
                    {shortDay(one.returnBy)}
                    {one.standing === 'overdue' && <strong className="sheet-mark">已超期</strong>}
                    {one.standing === 'due' && <strong className="sheet-mark">今天</strong>}
                  </>
                )}
              </td>
              {list === 'kept' && <td />}
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
