import { useEffect } from 'react';
import { call } from '../api.ts';

const shape = /^[a-z][a-z0-9-]{1,40}$/;
const kept = 'arrived-through';

/** Through which portal a visit came, and whether it is shown inside that portal's own app, which has a head of its own. */
interface Arrival {
  readonly channel: string | null;
  readonly embedded: boolean;
}
let arrival: Arrival | undefined;
const counted = new Set<string>();

/**
 * `?channel=` is a link from a portal; `?from=` says that we are shown in its app's web view. Kept for this visit in this tab
 * alone (the login leads away and back), never in a cookie and never with who the person is.
 */
function arrivalOfVisit(): Arrival {
  if (arrival) return arrival;
  const search = new URLSearchParams(window.location.search);
  const given = search.get('from') ?? search.get('channel');
  if (given && shape.test(given)) arrival = { channel: given, embedded: search.has('from') };
  else arrival = recall() ?? { channel: null, embedded: false };
  try {
    if (arrival.channel) sessionStorage.setItem(kept, JSON.stringify(arrival));
  } catch {
    // A web view that keeps nothing still counts this page.
  }
  return arrival;
}

function recall(): Arrival | undefined {
  try {
    const { channel, embedded } = JSON.parse(sessionStorage.getItem(kept) ?? '{}') as Partial<Arrival>;
    return channel && shape.test(channel) ? { channel, embedded: embedded === true } : undefined;
  } catch {
    return undefined;
  }
}

/** The key of the portal this visit came through, or null. */
export function channelOfVisit(): string | null {
  return arrivalOfVisit().channel;
}

/** Whether a portal's app shows us below its own head: ours is left out then, and nothing opens a second window. */
export function isEmbedded(): boolean {
  return arrivalOfVisit().embedded;
}

/** Counts, once a visit, that this page was reached through a portal. Nothing about the person is sent; a failure costs nobody anything. */
export function useChannelVisit(page: 'landing' | 'guide' | `guide:${string}` | `apply-for:${string}`): void {
  useEffect(() => {
    const channel = channelOfVisit();
    if (!channel || counted.has(page)) return;
    counted.add(page);
    void call('countVisit', { body: { channel, page } }).catch(() => counted.delete(page));
  }, [page]);
}
