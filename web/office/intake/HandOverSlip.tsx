import type { ApplicationView } from '#contract/intake.ts';
import type { ReplyTo } from '../../api.ts';
import { momentText, shortDay } from '../when.ts';

type Visit = ReplyTo<'getVisit'>;
type HandOver = Visit['handOvers'][number];

/** The last hand-over that was not called off: the one whose paper goes along with the originals. */
export function handOverToPrint(handOvers: readonly HandOver[]): HandOver | undefined {
  return handOvers.findLast((one) => one.answer === null || one.answer === 'accepted');
}

interface Props {
  readonly view: ApplicationView;
  readonly visit: Visit;
  readonly handOver: HandOver;
}

/** 移交单: what goes from one window to another, with the originals that travel along and both signatures. Printed only. */
export function HandOverSlip({ view, visit, handOver }: Props) {
  const originals = handOver.withOriginals ? visit.originals.filter((one) => !one.returned) : [];
  return (
    <article className="hand-over-slip" aria-hidden="true">
      <h2 className="receipt-title">信用修复“一件事”窗口移交单</h2>
      <table className="print-table">
        <tbody>
          {[
            ['申请编号', view.number],
            ['申请主体', `${view.form.name}（${view.form.identifier}）`],
            ['移交窗口', handOver.fromName],
            ['接收窗口', handOver.toName],
            ['移交时间', `${momentText(handOver.askedAt)}，${handOver.answerText}`],
            ['移交原因', handOver.reason],
          ].map(([label, value]) => (
            <tr key={label}>
              <td className="sheet-label">{label}</td>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="print-table">
        <caption>一并移交的办件，共 {view.items.length} 项</caption>
        <thead>
          <tr>
            <th>办件编号</th>
            <th>事项和认定文书</th>
            <th>办理单位</th>
            <th>进度</th>
          </tr>
        </thead>
        <tbody>
          {view.items.map((item) => (
            <tr key={item.itemId}>
              <td className="figures">{item.number}</td>
              <td>
                {item.matterName}
                <br />
                {item.docNumber}
              </td>
              <td>{item.unitName}</td>
              <td>{item.publicText}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {originals.length === 0 && <p>没有随同移交的纸质原件。</p>}
      {originals.length > 0 && (
        <table className="print-table">
          <caption>随同移交的纸质原件，共 {originals.length} 份，请当面点清</caption>
          <thead>
            <tr>
              <th>原件</th>
              <th>页数</th>
              <th>最迟归还</th>
              <th>点收</th>
            </tr>
          </thead>
          <tbody>
            {originals.map((one) => (
              <tr key={one.originalId}>
                <td>{one.name}</td>
                <td>{one.pages}</td>
                <td>{shortDay(one.returnBy)}</td>
                <td>□</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <SignLine who="移交人" />
      <SignLine who="接收人" />
    </article>
  );
}

function SignLine({ who }: { who: string }) {
  return (
    <p className="sheet-sign">
      {who}：<span className="sheet-line" /> 日期：
      <span className="sheet-line" />
    </p>
  );
}
