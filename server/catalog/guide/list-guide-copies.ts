import type { ReplyOf } from '#contract/endpoint.ts';
import type { listGuideCopies as contract, GuideCopy, GuideEdition, PortalView } from '#contract/guide.ts';
import { type Catalog, mattersOn } from '#domain/catalog/catalog.ts';
import { versionOn } from '#domain/catalog/guide-versions.ts';
import { addDays, type PlainDate } from '#domain/plain-date.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Services } from '../../platform/app-context.ts';
import { daysStale } from './check-guide-copy.ts';
import { matterNameOf } from './find-edition.ts';
import { type Edition, editionsOf, matterEditions } from './guide-editions.ts';
import { toEdition } from './guide-view.ts';
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
        visits: { today: sum(seen, 'today'), last30Days: sum(seen, 'recent') },
        pages: seen.map((one) => ({ name: pageNames(one.page), visits: one.recent })),
        ...snippetOf(services.config.publicUrl, channel),
      };
    }),
  };
}

/** Pages that people open; a portal's own fetching and checking is told apart from them. */
const openedByPeople = /^(landing|guide|block)(:|$)/;

function sum(rows: readonly VisitRow[], key: 'today' | 'recent'): number {
  return rows.filter((row) => openedByPeople.test(row.page)).reduce((total, row) => total + row[key], 0);
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

const pageWords: Readonly<Record<string, string>> = {
  landing: '首页',
  guide: '指引清单',
  block: '嵌入的小页面',
  data: '取用数据',
  paper: '印刷版',
  check: '核对副本',
};

/** What a counted page is called: 指引（重大税收违法失信主体名单）. */
function pageNamesOf(catalog: Catalog, today: PlainDate): (page: string) => string {
  const names = new Map(mattersOn(catalog, today).map((one) => [one.matterKey, one.name]));
  return (page) => {
    const [kind = '', key] = page.split(':');
    const word = key && kind === 'guide' ? '指引' : (pageWords[kind] ?? '其他');
    return key ? `${word}（${names.get(key) ?? '已取消的事项'}）` : word;
  };
}

/** What a portal pastes into its page, and the link for where frames are not wanted. */
function snippetOf(publicUrl: string, channel: string): Pick<PortalView, 'snippet' | 'link'> {
  const base = publicUrl.replace(/\/$/, '');
  const link = `${base}/guide?channel=${channel}`;
  return {
    link,
    snippet: [
      `<iframe src="${base}/embed/guide?channel=${channel}" title="信用修复一件事指引" loading="lazy"`,
      '  style="width:100%;height:720px;border:0"></iframe>',
      `<p><a href="${link}" target="_blank" rel="noopener">信用修复一件事：指引和办理入口</a></p>`,
    ].join('\n'),
  };
}
