import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useFilters, useGo } from '../../office/address.ts';
import { useAskPages } from '../../office/ask.ts';
import { hasRole, useOfficer } from '../../office/session.ts';
import { addressOf, filtersOf, queueListOf } from '../queue.ts';
import { mergeTrail, placeOf, type Stop, stopBeside, type Trail } from './trail.ts';

/** Going along the list the person came from. */
export interface Walk {
  readonly next: () => void;
  readonly previous: () => void;
  /** To the list, at the same filters. */
  readonly back: () => void;
  /** Which of the list as one came by it this is, from 1; null where it was not in it. */
  readonly place: number | null;
  /** How many the list holds; null while not all of it is loaded. */
  readonly count: number | null;
}

const name = 'office.trail';

/** The list named in the address, its order remembered on this tab, so that one goes on from where one was after an item left it. */
export function useTrail(current: string): Walk {
  const [address] = useFilters();
  const list = queueListOf(address.list);
  const filters = useMemo(() => filtersOf(address), [address]);
  const works = hasRole(useOfficer(), ['officer']);
  const query = useAskPages('listQueue', { query: { list, ...filters } }, { enabled: works });
  const client = useQueryClient();
  const go = useGo();
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const of = JSON.stringify([list, filters]);
  const trail = useRef<Trail | null>(null);
  const live: Stop[] = items;
  if (query.data)
    trail.current = mergeTrail(
      trail.current ?? readTrail(),
      { of, stops: items.map(({ subjectKey, itemId }) => ({ subjectKey, itemId })) },
      current,
    );
  useEffect(() => {
    if (query.data && trail.current) sessionStorage.setItem(name, JSON.stringify(trail.current));
  }, [query.data]);
  const place = placeOf(trail.current, current);
  const stops = trail.current?.stops.length ?? 0;
  const nearEnd = place !== null && place + 2 >= stops;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (nearEnd && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [nearEnd, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const search = Object.fromEntries(
    Object.entries(addressOf(list, filters)).filter((pair): pair is [string, string] => Boolean(pair[1])),
  );
  const move = (by: 1 | -1) => {
    const stop = trail.current && stopBeside(trail.current, live, current, by);
    void client.invalidateQueries({ queryKey: ['listQueue'] });
    if (stop) go(`/items/${stop.subjectKey}/${stop.itemId}`, search);
    else if (by === 1) go('/queue', search);
  };
  return {
    next: () => move(1),
    previous: () => move(-1),
    back: () => go('/queue', search),
    place: query.data ? place : null,
    count: query.data && !hasNextPage ? stops : null,
  };
}

function readTrail(): Trail | null {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null') as Trail | null;
  } catch {
    return null;
  }
}

/** Looking at the list itself: whoever goes on from there goes by the order that stands there. */
export function forgetTrail(): void {
  sessionStorage.removeItem(name);
}
