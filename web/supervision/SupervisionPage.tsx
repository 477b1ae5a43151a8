import { Button } from 'antd';
import { useFilters, useGo } from '../office/address.ts';
import { useAsk } from '../office/ask.ts';
import { DayField } from '../office/DayField.tsx';
import { Loaded } from '../office/Loaded.tsx';
import { Page } from '../office/Page.tsx';
import { momentText } from '../office/when.ts';
import { ChannelFigures } from './ChannelFigures.tsx';
import { FiveFigures } from './FiveFigures.tsx';
import { RegionTiles } from './RegionTiles.tsx';
import { ServedTogether } from './ServedTogether.tsx';
import { TodaysWatch } from './TodaysWatch.tsx';
import { UnitRanking } from './UnitRanking.tsx';

/** Opens with what must be looked after today; then the figures, where they come from, and the list behind each. */
export function SupervisionPage() {
  const [filters, change] = useFilters();
  const go = useGo();
  const span = { from: filters.from, to: filters.to, region: filters.region };
  const byRegion = useAsk('getFigures', { query: { ...span, region: undefined, by: 'region' } }, { keep: true });
  const byUnit = useAsk('getFigures', { query: { ...span, by: 'unit' } }, { keep: true });
  return (
    <Page
      title="督办"
      acts={
        <>
          <Button onClick={() => go('/supervision/sign-offs')}>审核签发</Button>
          <Button onClick={() => go('/supervision/objections')}>异议</Button>
          <Button onClick={() => go('/supervision/record-orders')}>信息处置</Button>
        </>
      }
    >
      <TodaysWatch />
      <section className="card" aria-labelledby="figures-title">
        <div className="page-head">
          <h2 id="figures-title">办理情况</h2>
          <Span filters={filters} change={change} shown={byUnit.data} />
        </div>
        <Loaded query={byUnit} rows={4}>
          {(it) => (
            <>
              <FiveFigures total={it.total} span={span} />
              <p className="quiet">
                {it.definition} 截至{momentText(it.asOf)}。
              </p>
            </>
          )}
        </Loaded>
      </section>
      <div className="two-columns">
        <section className="card" aria-labelledby="tiles-title">
          <h2 id="tiles-title">各地按时办结率</h2>
          <Loaded query={byRegion} rows={8}>
            {(it) => <RegionTiles rows={it.rows} region={filters.region} choose={(region) => change({ region })} />}
          </Loaded>
        </section>
        <section className="card" aria-labelledby="ranking-title">
          <h2 id="ranking-title">各单位</h2>
          <Loaded query={byUnit} isEmpty={(it) => it.rows.length === 0} emptyText="这一段时间没有办件。">
            {(it) => <UnitRanking rows={it.rows} span={span} />}
          </Loaded>
        </section>
      </div>
      <ServedTogether span={span} />
      <ChannelFigures from={filters.from} to={filters.to} />
    </Page>
  );
}

interface SpanProps {
  readonly filters: Record<string, string>;
  readonly change: (next: Record<string, string | undefined>) => void;
  readonly shown: { from: string; to: string } | undefined;
}

function Span({ filters, change, shown }: SpanProps) {
  return (
    <div className="filters">
      <DayField label="从" inline value={filters.from ?? shown?.from ?? ''} change={(day) => change({ from: day })} />
      <DayField label="到" inline value={filters.to ?? shown?.to ?? ''} change={(day) => change({ to: day })} />
      {(filters.from || filters.to || filters.region) && (
        <Button onClick={() => change({ from: undefined, to: undefined, region: undefined })}>恢复全部</Button>
      )}
    </div>
  );
}
