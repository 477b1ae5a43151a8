import type { ApplicationView } from '#contract/intake.ts';
import type { ReplyTo } from '../../api.ts';
import { useOfficer } from '../session.ts';
import { dayText, momentText } from '../when.ts';

interface Props {
  readonly view: ApplicationView;
  readonly visit: ReplyTo<'getVisit'>;
}

/** What the visitor takes home, one page: number, query code, who was here, each item, and the originals that stayed. */
export function Receipt({ view, visit }: Props) {
  const officer = useOfficer();
  return (
    <article className="receipt">
      <h2 className="receipt-title">“信用修复一件事”收件回执</h2>
      <dl className="facts facts-wide">
        <dt>申请编号</dt>
        <dd className="figures strong">{view.number}</dd>
        <dt>查询码</dt>
        <dd className="figures strong">{visit.queryCode}</dd>
        <dt>申请主体</dt>
        <dd>
          {view.form.name}（{view.form.identifier}）
        </dd>
        <dt>来访人</dt>
        <dd>
          {visit.persons.map((one) => (
            <span key={one.documentText} className="receipt-person">
              {one.name}（{one.relationText}，{one.documentText}，{one.wayText}
              {one.authorisationText && `，${one.authorisationText}`}）
            </span>
          ))}
          {visit.persons.length === 0 && '没有登记'}
        </dd>
        <dt>收件时间</dt>
        <dd>{momentText(view.submittedAt)}</dd>
        <dt>收件窗口</dt>
        <dd>
          {view.windowUnitName ?? officer.unit?.name}，收件人{visit.clerk}
        </dd>
      </dl>
      <Items view={view} />
      {visit.originals.length > 0 && <Originals originals={visit.originals} />}
      <p>
        凭申请编号和查询码，可以在“信用修复一件事”网站“查进度”里随时查看，也可以到任一综合窗口查询。需要补正和有结果时会发短信通知。办理不收费。
      </p>
    </article>
  );
}

function Items({ view }: Pick<Props, 'view'>) {
  return (
    <table className="print-table">
      <caption>共 {view.items.length} 项</caption>
      <thead>
        <tr>
          <th scope="col">事项和失信信息</th>
          <th scope="col">办理单位</th>
          <th scope="col">办件编号</th>
          <th scope="col">进度和时限</th>
        </tr>
      </thead>
      <tbody>
        {view.items.map((item) => (
          <tr key={item.itemId}>
            <td>
              {item.matterName}
              <br />
              {item.plain}
              <br />
              {item.docNumber}
            </td>
            <td data-of="办理单位">{item.unitName}</td>
            <td data-of="办件编号" className="figures">
              {item.number}
            </td>
            <td data-of="进度">
              {item.publicText}
              {item.due && (
                <>
                  <br />
                  {item.due.label}：{dayText(item.due.due)}前
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Originals({ originals }: { originals: Props['visit']['originals'] }) {
  return (
    <table className="print-table">
      <caption>留在窗口的原件</caption>
      <thead>
        <tr>
          <th scope="col">原件</th>
          <th scope="col">页数</th>
          <th scope="col">存放</th>
          <th scope="col">归还</th>
        </tr>
      </thead>
      <tbody>
        {originals.map((one) => (
          <tr key={one.originalId}>
            <td data-of="原件">{one.name}</td>
            <td data-of="页数" className="figures">
              {one.pages}
            </td>
            <td data-of="存放">
              {one.windowUnitName}
              <br />
              {one.place}
            </td>
            <td>
              {one.returned
                ? `已于${momentText(one.returned.at)}还给${one.returned.to}`
                : `最迟${dayText(one.returnBy)}归还`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
