import { Link } from '@tanstack/react-router';
import type { FigureRow } from '#contract/supervision.ts';
import { countText } from '../office/when.ts';
import { rateText } from './rates.ts';

interface Props {
  readonly total: FigureRow;
  readonly span: { readonly from?: string; readonly to?: string; readonly region?: string };
}

/** Five figures; each says what it counts and opens the list it counts. */
export function FiveFigures({ total, span }: Props) {
  const figures = [
    { label: '新收', value: `${countText(total.opened)} 件`, what: 'all', means: '这段时间提交的办件' },
    { label: '办结', value: `${countText(total.closed)} 件`, what: 'closed', means: '已作出结果并办结' },
    {
      label: '按时办结率',
      value: rateText(total.onTimeRate),
      what: 'late',
      means: `按时 ${countText(total.onTime)} 件，逾期 ${countText(total.late)} 件；点开看逾期的`,
    },
    { label: '在办', value: `${countText(total.open)} 件`, what: 'open', means: '还没有办结' },
    { label: '超期未办', value: `${countText(total.overdue)} 件`, what: 'overdue', means: '期限已过还没有办' },
  ];
  return (
    <ul className="five">
      {figures.map((one) => (
        <li key={one.label}>
          <Link to={'/supervision/items' as never} search={{ ...span, what: one.what } as never} className="figure">
            <span>{one.label}</span>
            <strong className="figures">{one.value}</strong>
            <span className="quiet">{one.means}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
