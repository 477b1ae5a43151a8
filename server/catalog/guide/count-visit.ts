import type { Services } from '../../platform/app-context.ts';
import { notePortal } from './note-portal.ts';

/** Counts that somebody came to a page through a portal. Only the portal, the day and the page are kept. */
export async function countVisit(
  services: Services,
  { channel, page }: { readonly channel: string; readonly page: string },
): Promise<{ counted: boolean }> {
  return { counted: (await notePortal(services, channel, { page })) !== undefined };
}
