import { Button } from 'antd';
import { useState } from 'react';
import type { ItemSummary } from '#contract/item.ts';
import type { ReplyTo } from '../../api.ts';
import { useGo } from '../address.ts';
import { useAsk, useAskPages } from '../ask.ts';
import { DueChip } from '../DueChip.tsx';
import { Loaded } from '../Loaded.tsx';
import { LoadMore } from '../LoadMore.tsx';
import { useOfficer } from '../session.ts';
import { momentText } from '../when.ts';
import { CorrectDrawer } from './CorrectDrawer.tsx';

type Taken = ReplyTo<'listWindowApplications'>['applications'][number];

/** What this window took in, item by item, with what the visitor has to do now. */
export function WindowApplications() {
  const query = useAskPages('listWindowApplications', { query: {} });
  const [correcting, correct] = useState<ItemSummary | null>(null);
  return (
    <section className="card" aria-labelledby="taken-title">
      <h2 id="taken-title">本窗口代收的申请</h2>
      <Loaded
        query={query}
        isEmpty={(it) => (it.pages[0]?.applications.length ?? 0) === 0}
        emptyText="本窗口还没有代收过申请。"
      >
        {(it) => {
          const all = it.pages.flatMap((page) => page.applications);
          return (
            <>
              <ul className="plain-list">
                {all.map((one) => (
                  <Application key={one.applicationId} taken={one} correct={correct} />
                ))}
              </ul>
              <LoadMore query={query} shown={all.length} />
            </>
          );
        }}
      </Loaded>
      {correcting && <Correcting item={correcting} close={() => correct(null)} />}
    </section>
  );
}

function Application({ taken, correct }: { taken: Taken; correct: (item: ItemSummary) => void }) {
  const { today } = useOfficer();
  const go = useGo();
  return (
    <li className="line-card">
      <div className="line-split">
        <p>
          <strong>{taken.subjectName}</strong> <span className="figures">{taken.number}</span>{' '}
          <span className="quiet">{momentText(taken.submittedAt)}</span>
        </p>
        <Button
          size="small"
          onClick={() => go(`/window/${taken.subjectKey}/receipt/${taken.applicationId}`)}
          aria-label={`查看${taken.subjectName}的回执`}
        >
          回执
        </Button>
      </div>
      <ul className="item-states">
        {taken.items.map((item) => (
          <li key={item.itemId}>
            <DueChip due={item.due} today={today} closed={item.closedOn !== null} />
            <span>{item.stateText}</span>
            <span>{item.matterName}</span>
            <span className="quiet">{item.unitName}</span>
            <span className="item-acts">
              {item.state === 'correcting' && (
                <Button size="small" type="primary" onClick={() => correct(item)}>
                  代交补正材料
                </Button>
              )}
              <Button size="small" type="link" onClick={() => go(`/items/${item.subjectKey}/${item.itemId}`)}>
                查看
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function Correcting({ item, close }: { item: ItemSummary; close: () => void }) {
  const view = useAsk('getItem', { params: { subjectKey: item.subjectKey, itemId: item.itemId } });
  if (!view.data) return null;
  return <CorrectDrawer view={view.data} close={close} done={close} />;
}
