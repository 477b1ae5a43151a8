import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import type { ReplyTo } from '../../api.ts';
import { useFilters } from '../address.ts';
import { useAsk } from '../ask.ts';
import { DayField } from '../DayField.tsx';
import { Labelled } from '../Labelled.tsx';
import { Loaded, Nothing } from '../Loaded.tsx';
import { hasRole, useOfficer } from '../session.ts';
import { dayText } from '../when.ts';
import { CatalogFrame } from './CatalogFrame.tsx';
import { Coming } from './ChangeCard.tsx';
import { paperText } from './catalog-words.ts';
import { useComing } from './use-catalog.ts';

type Point = ReplyTo<'listLawPoints'>['points'][number];

/** What the texts leave open: who answers, what holds until then, and what has been answered. */
export function PointsPage() {
  const officer = useOfficer();
  const [filters, change] = useFilters();
  const on = filters.on ?? officer.today;
  const query = useAsk('listLawPoints', { query: { on } }, { keep: true });
  return (
    <CatalogFrame
      title="待确认问题"
      intro="条文没有写明的地方，平台只提示、不据以拒绝任何人。有权机关书面答复以后，录入确认，从生效日起按答复办，不用等升级。"
    >
      <div className="filters">
        <Labelled label="查找">
          {(id) => (
            <Input.Search
              id={id}
              allowClear
              value={filters.text ?? ''}
              placeholder="如：税务、等待、公示期"
              onChange={(event) => change({ text: event.target.value })}
            />
          )}
        </Labelled>
        <DayField label="看哪一天的情况" value={on} change={(day) => change({ on: day })} />
      </div>
      <Loaded query={query} rows={10}>
        {(it) => (
          <Points
            points={it.points.filter((one) => `${one.name}${one.whoAnswers}${one.until}`.includes(filters.text ?? ''))}
            mayFile={hasRole(officer, ['catalog-keeper']) && officer.unit?.sector === 'ndrc'}
          />
        )}
      </Loaded>
    </CatalogFrame>
  );
}

function Points({ points, mayFile }: { points: readonly Point[]; mayFile: boolean }) {
  const coming = useComing('confirmation');
  if (points.length === 0) return <Nothing>没有找到这样的问题。可以换个词查找。</Nothing>;
  const confirmed = points.filter((one) => one.confirmed);
  return (
    <>
      <p className="quiet" role="status">
        {points.length} 个问题，已确认 {confirmed.length} 个。
        {!mayFile && '确认由省发展改革委的目录管理人员录入。'}
      </p>
      <ul className="plain-list">
        {[...confirmed, ...points.filter((one) => !one.confirmed)].map((one) => (
          <li key={one.key} className="line-card">
            <div className="line-split">
              <strong>{one.name}</strong>
              <span className={one.confirmed ? 'chip chip-good' : 'chip'}>{one.confirmed ? '✓ 已确认' : '待确认'}</span>
            </div>
            <dl className="facts facts-wide">
              <dt>由谁答复</dt>
              <dd>{one.whoAnswers}</dd>
              {one.confirmed ? (
                <>
                  <dt>答复</dt>
                  <dd>
                    <strong>{one.confirmed.text}</strong>，{dayText(one.confirmed.from)}起
                    {one.confirmed.to && `，到${dayText(one.confirmed.to)}`}
                  </dd>
                  <dt>文件</dt>
                  <dd>
                    {paperText(one.confirmed.paper)}，{dayText(one.confirmed.paper.issuedOn)}
                  </dd>
                </>
              ) : (
                <>
                  <dt>确认以前</dt>
                  <dd>{one.until}</dd>
                </>
              )}
            </dl>
            <Coming changes={coming.get(one.key)} />
            {mayFile && (
              <Link
                className="link"
                to={`/catalog/points/${encodeURIComponent(one.key)}` as never}
                aria-label={`录入确认：${one.name}`}
              >
                录入确认
              </Link>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
