import { Link } from '@tanstack/react-router';
import type { ColumnsType } from 'antd/es/table';
import type { FigureRow } from '#contract/supervision.ts';
import { OfficeTable } from '../office/OfficeTable.tsx';
import { countText } from '../office/when.ts';
import { rateStep, rateText } from './rates.ts';

interface Props {
  readonly rows: readonly FigureRow[];
  readonly span: { readonly from?: string; readonly to?: string; readonly region?: string };
}

/** Units, the most overdue first; every figure opens its list. */
export function UnitRanking({ rows, span }: Props) {
  const sorted = [...rows].sort((a, b) => b.overdue - a.overdue || (a.onTimeRate ?? 2) - (b.onTimeRate ?? 2));
  const opens = (row: FigureRow, what: string, count: number) =>
    count === 0 ? (
      <span>0</span>
    ) : (
      <Link
        to={'/supervision/items' as never}
        search={{ ...span, unit: row.key, what } as never}
        aria-label={`${row.name}，${count} 件`}
      >
        {countText(count)}
      </Link>
    );
  const figure = (key: 'opened' | 'closed' | 'open' | 'overdue' | 'late', title: string, what: string) => ({
    key,
    title,
    align: 'right' as const,
    className: 'figures',
    sorter: (a: FigureRow, b: FigureRow) => a[key] - b[key],
    render: (_: unknown, row: FigureRow) => opens(row, what, row[key]),
  });
  const columns: ColumnsType<FigureRow> = [
    { key: 'name', title: '单位', render: (_, row) => row.name },
    figure('overdue', '超期', 'overdue'),
    {
      key: 'rate',
      title: '按时率',
      className: 'figures',
      sorter: (a, b) => (a.onTimeRate ?? 2) - (b.onTimeRate ?? 2),
      render: (_, row) => {
        const step = rateStep(row.onTimeRate);
        return step.look === 'none' ? (
          <span className="quiet">没有到期件</span>
        ) : (
          <span className={`chip chip-${step.look}`}>
            {rateText(row.onTimeRate)} {step.word}
          </span>
        );
      },
    },
    figure('open', '在办', 'open'),
    figure('opened', '新收', 'all'),
    figure('closed', '办结', 'closed'),
    figure('late', '逾期办结', 'late'),
    {
      key: 'rating',
      title: '好差评',
      align: 'right',
      className: 'figures',
      render: (_, row) => (row.averageRating === null ? '—' : `${row.averageRating.toFixed(1)}（${row.ratings}）`),
    },
  ];
  return (
    <OfficeTable<FigureRow>
      name="ranking"
      caption="各单位办理情况"
      fixedKeys={['name']}
      columns={columns}
      dataSource={sorted}
      rowKey="key"
      // Long names take two lines before a column goes out of sight beside the map at 1280.
      scroll={{ x: 620 }}
    />
  );
}
