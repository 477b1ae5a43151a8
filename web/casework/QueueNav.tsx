import { Button } from 'antd';
import { useId, useState } from 'react';
import { hasRole, useOfficer } from '../office/session.ts';
import { QueueViews } from './QueueViews.tsx';
import { type QueueFilters, type QueueList, queueLists } from './queue.ts';

interface Props {
  readonly list: QueueList;
  readonly filters: QueueFilters;
  readonly counts: Record<string, number> | undefined;
  readonly choose: (list: QueueList) => void;
  readonly show: (list: QueueList, filters: QueueFilters) => void;
}

/** Lists with their counts, and the person's own saved views. */
export function QueueNav({ list, filters, counts, choose, show }: Props) {
  const officer = useOfficer();
  // On a phone the lists are folded away behind the one that is shown, so that its first line stands on the first screen.
  const [unfolded, unfold] = useState(false);
  const folding = useId();
  const here = queueLists.find((one) => one.key === list);
  return (
    <nav className={unfolded ? 'desk-lists' : 'desk-lists desk-folded'} aria-label="队列">
      <Button
        className="desk-unfold"
        block
        aria-expanded={unfolded}
        aria-controls={folding}
        onClick={() => unfold(!unfolded)}
      >
        {here?.label} {counts?.[list]}　{unfolded ? '收起' : '换一个列表'}
      </Button>
      <div id={folding} className="desk-all">
        <ul>
          {queueLists
            .filter((one) => !('roles' in one) || hasRole(officer, one.roles))
            .map((one) => {
              const count = counts?.[one.key];
              return (
                <li key={one.key}>
                  <button
                    type="button"
                    className={one.key === list ? 'list-link list-here' : 'list-link'}
                    aria-current={one.key === list ? 'true' : undefined}
                    onClick={() => {
                      unfold(false);
                      choose(one.key);
                    }}
                  >
                    <span>{one.label}</span>
                    <span
                      className={
                        one.key === 'overdue' && count ? 'count count-bad' : count === undefined ? '' : 'count'
                      }
                    >
                      {count}
                    </span>
                  </button>
                </li>
              );
            })}
        </ul>
        <QueueViews
          list={list}
          filters={filters}
          show={(...view) => {
            unfold(false);
            show(...view);
          }}
        />
      </div>
    </nav>
  );
}
