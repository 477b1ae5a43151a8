import type { Guide } from '#contract/guide.ts';
import { makeGuide } from '#domain/catalog/guide.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { Services } from '../platform/app-context.ts';
import { type AskedGuide, findEdition, matterIn } from './guide/find-edition.ts';
import { toGuideView } from './guide/guide-view.ts';
import { notePortal } from './guide/note-portal.ts';

/** The guide page of a matter, for a day and a region. */
export async function getGuide(
  services: Services,
  asked: AskedGuide & { readonly matterKey: string },
): Promise<Guide | Refusal> {
  const found = await findEdition(services, asked);
  if (isRefusal(found)) return found;
  const { catalog, on, today, region } = found;
  const listed = matterIn(found, asked.matterKey);
  if (isRefusal(listed)) return listed;
  const { matter, edition } = listed;
  const { version, digest } = edition;
  await notePortal(services, asked.channel, {
    page: `data:${matter.matterKey}`,
    ...(on === today ? { copy: { form: 'data', part: matter.matterKey, version, digest } } : {}),
  });
  return toGuideView(matter, on, makeGuide(catalog, matter, on, region), edition);
}
