import { Button } from 'antd';
import { useState } from 'react';
import type { ItemView } from '#contract/casework.ts';
import type { CheckView } from '#contract/checks.ts';
import type { Verification } from '#domain/item/events.ts';
import { asProblem } from '../api-problem.ts';
import { useAct } from '../office/ask.ts';
import { Cites } from '../office/Cites.tsx';
import { hasRole, useOfficer } from '../office/session.ts';
import { dayText } from '../office/when.ts';
import { checkChips } from './check-chips.ts';
import { useItemAct } from './use-item-act.ts';

const shows = { met: '符合', 'not-met': '不符合', open: '还不能确定' } as const;

/** What the platform looked at itself: result, source, day, the article one click away; what it shows can be taken over for its condition. */
export function PlatformChecks({ view }: { view: ItemView }) {
  const { checks } = view;
  if (checks.length === 0) return null;
  return (
    <section className="card" aria-labelledby="checks-title">
      <h2 id="checks-title">平台已经查过</h2>
      <ul className="checks">
        {checks.map((one) => (
          <li key={one.key}>
            <p>
              <span className={`chip chip-${checkChips[one.result].look}`}>{checkChips[one.result].text}</span>{' '}
              <strong>{one.name}</strong>：{one.text} <Cites cites={one.cites} />
            </p>
            {one.discrepancy && (
              <p>
                <span className="chip chip-bad">! 不一致</span> {one.discrepancy}
              </p>
            )}
            <p className="quiet">
              {one.source}，{dayText(one.asOf)}
            </p>
            {one.adopt && <Adopt key={view.summary.version} view={view} adopt={one.adopt} />}
          </li>
        ))}
      </ul>
      {checks.some((one) => one.shared) && <AskAgain view={view} />}
    </section>
  );
}

interface AdoptProps {
  readonly view: ItemView;
  readonly adopt: NonNullable<CheckView['adopt']>;
}

/** 采用核验结果: one press notes it as a verification of the condition, from which findings and the draft of the decision go on. */
function Adopt({ view, adopt }: AdoptProps) {
  const act = useItemAct('verifyItem', view, () => act.refresh());
  const may = view.actions.find((one) => one.action === 'verify');
  const condition = view.conditions.find((one) => one.key === adopt.condition);
  if (!condition || !may) return null;
  const last = view.timeline.findLast(
    (one) => one.type === 'verified' && (one.payload as unknown as Verification).condition === adopt.condition,
  );
  if ((last?.payload as unknown as Verification | undefined)?.finding === adopt.finding)
    return <p className="quiet">已采用为“{condition.text}”的核实结果。</p>;
  if (!may.allowed) return null;
  return (
    <>
      <Button size="small" loading={act.busy} onClick={() => act.send({ method: 'shared-data', ...adopt })}>
        采用核验结果（{shows[adopt.result]}）
      </Button>
      {act.error && <p className="field-fault">! {asProblem(act.error).detail}</p>}
    </>
  );
}

/** 重新查询, for the unit's own people. */
function AskAgain({ view }: { view: ItemView }) {
  const officer = useOfficer();
  const ask = useAct('readSharedData', ['getItem']);
  const [said, setSaid] = useState('');
  const { subjectKey, itemId, unitId } = view.summary;
  if (!hasRole(officer, ['officer']) || officer.unit?.unitId !== unitId) return null;
  const again = () =>
    ask.mutate(
      { params: { subjectKey, itemId }, body: {} },
      {
        onSuccess: ({ asked, trouble }) =>
          setSaid(trouble ? `没有查到：${trouble}。` : asked ? '已经重新查询。' : '一分钟内刚查过，就是上面的结果。'),
        onError: (error) => setSaid(asProblem(error).detail),
      },
    );
  return (
    <p>
      <Button size="small" loading={ask.isPending} onClick={again}>
        重新查询共享数据
      </Button>{' '}
      <span role="status">{said}</span>
    </p>
  );
}
