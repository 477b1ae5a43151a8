import type { ReplyOf } from '#contract/endpoint.ts';
import type { GuideEdition } from '#contract/guide.ts';
import type { listGuideCopies as contract, GuideCopy, PortalView } from '#contract/portals.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { versionOn } from '#domain/catalog/guide-versions.ts';
import { addDays, type PlainDate } from '#domain/plain-date.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Services } from '../../platform/app-context.ts';
import { daysStale } from './check-guide-copy.ts';
import { matterNameOf } from './find-edition.ts';
import { type Edition, editionsOf, matterEditions } from './guide-editions.ts';
import { toEdition } from './guide-view.ts';
import { openedByPeople, pageNamesOf } from './page-names.ts';
import { type CopyRow, readCopies, readPortals, readVisits, type VisitRow } from './portal-store.ts';

const recentDays = 30;

/** Which version each portal holds, how stale it is, and how many came through it. */
export async function listGuideCopies(services: Services): Promise<ReplyOf<typeof contract> | Refusal> {
  const catalog = await services.catalog();
  const today = services.clock.today();
  const editions = editionsOf(catalog, today);
  const current = versionOn(editions, today);
  if (!current) return refuse('not-found', 'no-guide', '今天还没有指引。');
  const { portals, copies, visits } = await services.db.read({ sees: 'none' }, async (tx) => ({
    portals: await readPortals(tx, today),
    copies: Map.groupBy(await readCopies(tx), (one) => one.channel),
    visits: Map.groupBy(await readVisits(tx, today, addDays(today, 1 - recentDays)), (one) => one.channel),
  }));
  const pageNames = pageNamesOf(catalog, today);
  return {
    today,
    current: toEdition(current),
    portals: portals.map(({ channel, name, kind }) => {
      const seen = visits.get(channel) ?? [];
      return {
        channel,
        name,
        kind,
        copies: (copies.get(channel) ?? []).map((copy) => toCopy(copy, editions, catalog, today)),
        visits: sumOf(seen.filter((one) => openedByPeople.test(one.page))),
        applications: sumOf(seen.filter((one) => one.page === 'application')),
        pages: seen
          .filter((one) => one.page !== 'application')
          .map((one) => ({ name: pageNames(one.page), visits: one.recent })),
        ...snippetOf(services.config.publicUrl, channel),
      };
    }),
  };
}

function sumOf(rows: readonly VisitRow[]): { today: number; last30Days: number } {
  return {
    today: rows.reduce((total, row) => total + row.today, 0),
    last30Days: rows.reduce((total, row) => total + row.recent, 0),
  };
}

function toCopy(copy: CopyRow, editions: readonly Edition[], catalog: Catalog, today: PlainDate): GuideCopy {
  const spans: readonly GuideEdition[] = copy.part ? matterEditions(editions, copy.part) : editions;
  const held = spans.findLast((one) => one.digest === copy.digest);
  const now = versionOn(spans, today);
  const isCurrent = held !== undefined && held.digest === now?.digest;
  return {
    form: copy.form,
    matterKey: copy.part || null,
    matterName: copy.part ? matterNameOf(catalog, copy.part, today) : null,
    version: copy.version,
    digest: copy.digest,
    isCurrent,
    daysStale: isCurrent ? 0 : held ? daysStale(held, today) : null,
    fetchedAt: copy.fetchedAt,
  };
}

/** What a portal pastes into its page, and the links for where frames are not wanted. */
function snippetOf(
  publicUrl: string,
  channel: string,
): Pick<PortalView, 'snippet' | 'link' | 'entrySnippet' | 'appLink'> {
  const base = publicUrl.replace(/\/$/, '');
  const link = `${base}/guide?channel=${channel}`;
  const frame = (path: string, title: string, height: number) =>
    [
      `<iframe src="${base}${path}?channel=${channel}" title="${title}" loading="lazy"`,
      `  style="width:100%;height:${height}px;border:0"></iframe>`,
    ].join('\n');
  return {
    link,
    snippet: `${frame('/embed/guide', '信用修复一件事指引', 720)}\n<p><a href="${link}" target="_blank" rel="noopener">信用修复一件事：指引和办理入口</a></p>`,
    entrySnippet: `${frame('/embed/entry', '信用修复一件事', 460)}\n<p><a href="${base}/?channel=${channel}">信用修复一件事：办理入口</a></p>`,
    appLink: `${base}/?from=${channel}`,
  };
}
