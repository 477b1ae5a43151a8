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
  return (
    <nav className="desk-lists" aria-label="队列">
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
                  onClick={() => choose(one.key)}
                >
                  <span>{one.label}</span>
                  <span
                    className={one.key === 'overdue' && count ? 'count count-bad' : count === undefined ? '' : 'count'}
                  >
                    {count}
                  </span>
                </button>
              </li>
            );
          })}
      </ul>
      <QueueViews list={list} filters={filters} show={show} />
    </nav>
  );
}
