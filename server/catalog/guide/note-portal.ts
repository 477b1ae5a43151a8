import type { PlainDate } from '#domain/plain-date.ts';
import type { Services } from '../../platform/app-context.ts';
import { addVisit, type CopyForm, findPortal, type Portal, rememberCopy } from './portal-store.ts';

/** What a portal took: the page for the statistics and, where it was today's text, which version it now holds. */
export interface Taken {
  readonly page: string;
  readonly copy?: {
    readonly form: CopyForm;
    readonly part: string;
    readonly version: string;
    readonly digest: string;
  };
}

/**
 * Counts a visit through a portal and remembers the version it took. A channel nobody registered is counted nowhere, and counting
 * never costs the reader the page: a failure is logged. Returns the portal, where it is one.
 */
export async function notePortal(
  services: Services,
  channel: string | undefined,
  taken: Taken,
): Promise<Portal | undefined> {
  if (channel === undefined) return undefined;
  const today: PlainDate = services.clock.today();
  try {
    const noted = await services.db.transaction({ sees: 'none' }, async (tx) => {
      const portal = await findPortal(tx, channel, today);
      if (!portal) return null;
      await addVisit(tx, channel, today, taken.page);
      if (taken.copy) await rememberCopy(tx, { channel, ...taken.copy }, services.clock.now());
      return portal;
    });
    return noted === null || 'refused' in noted ? undefined : noted;
  } catch (error) {
    services.log.warn({ err: error, channel }, 'a visit was not counted');
    return undefined;
  }
}

/** Where an application comes from that came through no portal. */
export const ownDoors = { direct: '直接打开', window: '窗口' } as const;

/**
 * Counts an application that was taken in, by portal and day; the application itself does not remember it. A channel nobody registered
 * counts as direct; a count that fails costs nobody anything.
 */
export async function noteApplication(
  services: Services,
  door: 'online' | 'window',
  channel: string | undefined,
): Promise<void> {
  const today: PlainDate = services.clock.today();
  try {
    await services.db.transaction({ sees: 'none' }, async (tx) => {
      const portal = door === 'online' && channel ? await findPortal(tx, channel, today) : undefined;
      const own = door === 'window' ? 'window' : 'direct';
      await addVisit(tx, portal?.channel ?? own, today, 'application');
      return null;
    });
  } catch (error) {
    services.log.warn({ err: error, channel }, 'an application was not counted by channel');
  }
}
