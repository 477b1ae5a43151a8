import { Link } from '@tanstack/react-router';
import type { ColumnsType } from 'antd/es/table';
import type { ServiceFigureRow } from '#contract/notice-queue.ts';
import { useAsk } from '../office/ask.ts';
import { Loaded } from '../office/Loaded.tsx';
import { OfficeTable } from '../office/OfficeTable.tsx';
import { countText, momentText } from '../office/when.ts';

interface Span {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly region?: string | undefined;
}

/** 两书同达率: decisions whose notice was served with them, by unit; every figure opens the decisions it counts. */
export function ServedTogether({ span }: { span: Span }) {
  const figures = useAsk('getServiceFigures', { query: { ...span } }, { keep: true });
  return (
    <section className="card" aria-labelledby="together-title">
      <h2 id="together-title">两书同达</h2>
      <Loaded query={figures} rows={4} isEmpty={(it) => it.rows.length === 0} emptyText="这一段时间没有录入决定。">
        {(it) => (
          <>
            <ul className="five">
              <Figure label="决定" value={it.total.decisions} what="all" span={span} means="这段时间作出、已录入的" />
              <Figure label="已制作告知书" value={it.total.made} what="made" span={span} means="有告知书的" />
              <Figure label="已送达" value={it.total.served} what="served" span={span} means="登记了送达的" />
              <Figure
                label="同时送达"
                value={it.total.together}
                what="together"
                span={span}
                means="和决定书同日或更早"
              />
              <li>
                <Link
                  to={'/supervision/decisions' as never}
                  search={{ ...span, what: 'not-together' } as never}
                  className="figure"
                >
                  <span>同达率</span>
                  <strong className="figures">{percent(it.total.rate)}</strong>
                  <span className="quiet">点开看没有同时送达的</span>
                </Link>
              </li>
            </ul>
            <p className="quiet">
              {it.definition} 截至{momentText(it.asOf)}。
            </p>
            <OfficeTable<ServiceFigureRow>
              name="together"
              caption="各单位两书同达"
              fixedKeys={['name']}
              columns={columnsOf(span)}
              dataSource={it.rows.slice(0, 50)}
              rowKey="key"
            />
          </>
        )}
      </Loaded>
    </section>
  );
}

const percent = (rate: number | null) => (rate === null ? '—' : `${(rate * 100).toFixed(rate === 1 ? 0 : 1)}%`);

interface FigureProps {
  readonly label: string;
  readonly value: number;
  readonly what: string;
  readonly means: string;
  readonly span: Span;
}

function Figure({ label, value, what, means, span }: FigureProps) {
  return (
    <li>
      <Link to={'/supervision/decisions' as never} search={{ ...span, what } as never} className="figure">
        <span>{label}</span>
        <strong className="figures">{countText(value)} 条</strong>
        <span className="quiet">{means}</span>
      </Link>
    </li>
  );
}

function columnsOf(span: Span): ColumnsType<ServiceFigureRow> {
  const figure = (key: 'decisions' | 'made' | 'served' | 'together', title: string, what: string) => ({
    key,
    title,
    align: 'right' as const,
    className: 'figures',
    sorter: (a: ServiceFigureRow, b: ServiceFigureRow) => a[key] - b[key],
    render: (_: unknown, row: ServiceFigureRow) =>
      row[key] === 0 ? (
        <span>0</span>
      ) : (
        <Link
          to={'/supervision/decisions' as never}
          search={{ ...span, unit: row.key, what } as never}
          aria-label={`${row.name}${title} ${row[key]} 条`}
        >
          {countText(row[key])}
        </Link>
      ),
  });
  return [
    { key: 'name', title: '单位', render: (_, row) => row.name },
    figure('decisions', '决定', 'all'),
    figure('made', '已制作', 'made'),
    figure('served', '已送达', 'served'),
    figure('together', '同时送达', 'together'),
    {
      key: 'rate',
      title: '同达率',
      align: 'right',
      className: 'figures',
      sorter: (a, b) => (a.rate ?? 2) - (b.rate ?? 2),
      render: (_, row) => percent(row.rate),
    },
  ];
}
