import type { WholeGuide } from '#contract/guide.ts';
import { mattersOn } from '#domain/catalog/catalog.ts';
import { contactsOf, windowsOf } from '#domain/catalog/guide-units.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { Services } from '../../platform/app-context.ts';
import { toUnitView } from '../catalog-view.ts';
import { type AskedGuide, type FoundEdition, findEdition } from './find-edition.ts';
import { toCitedText, toEdition, toMatterGuideViews } from './guide-view.ts';
import { notePortal } from './note-portal.ts';

/** 《信用修复一件事指引》 as a whole, for a day; with the units of a region where one is chosen. */
export async function getWholeGuide(services: Services, asked: AskedGuide): Promise<WholeGuide | Refusal> {
  const found = await findEdition(services, asked);
  if (isRefusal(found)) return found;
  const { edition, on, today } = found;
  await notePortal(services, asked.channel, {
    page: 'data',
    ...(on === today ? { copy: { form: 'data', part: '', version: edition.version, digest: edition.digest } } : {}),
  });
  return {
    title: edition.guide.title,
    ...toEdition(edition),
    front: edition.guide.front.map(({ title, lines }) => ({ title, lines: lines.map(toCitedText) })),
    matters: toMatterGuideViews(edition),
    contacts: contactsIn(found),
  };
}

function contactsIn({ catalog, on, region }: FoundEdition): WholeGuide['contacts'] {
  if (!region) return null;
  return {
    region: { code: region.code, name: region.name },
    units: mattersOn(catalog, on).map((matter) => {
      const { units, unitNote } = contactsOf(catalog, matter, region);
      return { matterKey: matter.matterKey, units: units.map(toUnitView), note: unitNote };
    }),
    windows: windowsOf(catalog, region).map(toUnitView),
  };
}
