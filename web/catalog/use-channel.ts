import { useEffect } from 'react';
import { call } from '../api.ts';

const shape = /^[a-z][a-z0-9-]{1,40}$/;
/** The portal this visit came through: from the address it began with, kept in memory alone. */
let arrivedThrough: string | null | undefined;
const counted = new Set<string>();

/** The key of the portal this visit came through, or null. */
export function channelOfVisit(): string | null {
  if (arrivedThrough === undefined) {
    const given = new URLSearchParams(window.location.search).get('channel');
    arrivedThrough = given && shape.test(given) ? given : null;
  }
  return arrivedThrough;
}

/** Counts, once a visit, that this page was reached through a portal. Nothing about the person is sent; a failure costs nobody anything. */
export function useChannelVisit(page: 'landing' | 'guide' | `guide:${string}`): void {
  useEffect(() => {
    const channel = channelOfVisit();
    if (!channel || counted.has(page)) return;
    counted.add(page);
    void call('countVisit', { body: { channel, page } }).catch(() => counted.delete(page));
  }, [page]);
}
