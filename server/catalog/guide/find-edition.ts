import { type Catalog, findMatter, type Matter, type Region } from '#domain/catalog/catalog.ts';
import { versionOn } from '#domain/catalog/guide-versions.ts';
import { formatChineseShort, type PlainDate } from '#domain/plain-date.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Services } from '../../platform/app-context.ts';
import { askedDay, getListedMatter } from '../listed-matter.ts';
import { type Edition, editionsOf, type MatterEdition, matterEditions } from './guide-editions.ts';

/** What the guide's endpoints are asked with. */
export interface AskedGuide {
  readonly on?: string;
  readonly region?: string;
  readonly channel?: string;
}

/** The catalogue, the day, the version that holds on it, and the region where one was chosen. */
export interface FoundEdition {
  readonly catalog: Catalog;
  readonly on: PlainDate;
  readonly today: PlainDate;
  readonly editions: readonly Edition[];
  readonly edition: Edition;
  readonly region: Region | null;
}

/** Finds the version of the guide for what was asked. */
export async function findEdition(services: Services, asked: AskedGuide): Promise<FoundEdition | Refusal> {
  const on = askedDay(services, asked.on);
  if (isRefusal(on)) return on;
  const catalog = await services.catalog();
  const region = asked.region ? catalog.regions.get(asked.region) : null;
  if (region === undefined) return refuse('not-found', 'no-such-region', `江西省没有代码为 ${asked.region} 的地区。`);
  const today = services.clock.today();
  const editions = editionsOf(catalog, today);
  const edition = versionOn(editions, on);
  if (!edition) return refuse('not-found', 'no-guide', `${formatChineseShort(on)}还没有指引。`);
  return { catalog, on, today, editions, edition, region };
}

/** A matter of a found version with the version of its own text; a refusal where it is not listed on the day. */
export function matterIn(
  found: FoundEdition,
  matterKey: string,
): { readonly matter: Matter; readonly edition: MatterEdition } | Refusal {
  const matter = getListedMatter(found.catalog, matterKey, found.on);
  if (isRefusal(matter)) return matter;
  const edition = versionOn(matterEditions(found.editions, matterKey), found.on);
  return edition ? { matter, edition } : refuse('not-found', 'no-guide', '这一天还没有这个事项的指引。');
}

/** The name of a matter as of today or as it was last called. */
export function matterNameOf(catalog: Catalog, matterKey: string, today: PlainDate): string {
  return (
    (findMatter(catalog, matterKey, today) ?? catalog.matters.find((one) => one.matterKey === matterKey))?.name ?? ''
  );
}
