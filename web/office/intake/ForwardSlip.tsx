import type { ApplicationView } from '#contract/intake.ts';
import type { ReplyTo } from '../../api.ts';
import { momentText } from '../when.ts';

interface Props {
  readonly view: ApplicationView;
  readonly visit: ReplyTo<'getVisit'>;
}

/** 转办单: what this window forwarded online to which unit, for its own file. Printed only. */
export function ForwardSlip({ view, visit }: Props) {
  const kept = visit.originals.filter((one) => !one.returned);
  return (
    <article className="slip" aria-hidden="true">
      <h2 className="receipt-title">信用修复“一件事”转办单</h2>
      <p>
        {view.windowUnitName}于{momentText(view.submittedAt)}收到{view.form.name}（{view.form.identifier}
        ）的联办申请，申请编号{view.number}，共 {view.items.length} 项，已通过平台在线转下列单位办理：
      </p>
      <table className="print-table">
        <thead>
          <tr>
            <th>办件编号</th>
            <th>事项</th>
            <th>认定文书</th>
            <th>转往单位</th>
          </tr>
        </thead>
        <tbody>
          {view.items.map((item) => (
            <tr key={item.itemId}>
              <td className="figures">{item.number}</td>
              <td>{item.matterName}</td>
              <td>{item.docNumber}</td>
              <td>{item.unitName}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        随转材料 {view.attachments.length} 份（电子），办理单位在平台上查看，窗口不另寄。
        {kept.length === 0
          ? '没有纸质原件留在窗口。'
          : `纸质原件 ${kept.length} 份留在窗口：${kept.map((one) => `${one.name}（${one.pages} 页）`).join('、')}。`}
      </p>
      <p className="sheet-sign">
        转办人：{visit.clerk} <span className="sheet-line" /> 窗口（盖章）：
      </p>
    </article>
  );
}
