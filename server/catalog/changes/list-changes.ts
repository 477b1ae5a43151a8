import type * as contract from '#contract/catalog-changes.ts';
import type { ReplyOf } from '#contract/endpoint.ts';
import type { Matter } from '#domain/catalog/catalog.ts';
import { diffMatter } from '#domain/catalog/changes/diff-matter.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Officer } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { decodeCursor, encodeCursor, pageSize } from '../../platform/paging.ts';
import { readCatalog } from '../catalog-store.ts';
import { matterOf } from '../matter-content.ts';
import { readVersions } from '../store.ts';
import { readApproved, readChanges } from './change-store.ts';
import { titleOf, toChangeView } from './change-view.ts';

type Query = { kind?: string; state?: string; target?: string; cursor?: string };

/** Filings, the latest day first, in pages. */
export async function listChanges(
  services: Services,
  officer: Officer,
  { cursor, ...search }: Query,
): Promise<ReplyOf<typeof contract.listCatalogChanges>> {
  const after = decodeCursor(cursor, 2) as [string, string] | undefined;
  const today = services.clock.today();
  const keeper = officer.roles.includes('catalog-keeper') ? officer : null;
  return services.db.read({ sees: 'none' }, async (tx) => {
    const rows = await readChanges(tx, { ...search, after: after ?? null, limit: pageSize + 1 });
    const catalog = await readCatalog(tx);
    const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
    return {
      changes: rows.slice(0, pageSize).map((row) => toChangeView(catalog, row, today, keeper)),
      next: last ? encodeCursor([last.effective_on, last.change_id]) : null,
    };
  });
}

/** What has been published: approved changes with what they change; units' telephones are no news. */
export async function listAnnouncements(services: Services): Promise<ReplyOf<typeof contract.listAnnouncements>> {
  const catalog = await services.catalog();
  const today = services.clock.today();
  const rows = await services.db.read({ sees: 'none' }, (tx) =>
    readApproved(tx, ['matter', 'confirmation', 'class-standard', 'calendar-year', 'calendar-day']),
  );
  return {
    announcements: rows
      .toReversed()
      .slice(0, 200)
      .map((row) => ({
        changeId: row.change_id,
        kind: row.kind,
        target: row.target,
        title: titleOf(catalog, row),
        effectiveOn: row.effective_on,
        basis: row.basis,
        announcedAt: row.decided_at ?? row.filed_at,
        inForce: row.effective_on <= today,
        diff: row.diff.map((line) => ({ ...line })),
      })),
  };
}

/** Every version of a matter, newest first, each with what it changed and the filing behind it. */
export async function listVersions(
  services: Services,
  matterKey: string,
): Promise<ReplyOf<typeof contract.listMatterVersions> | Refusal> {
  const { rows, filings } = await services.db.read({ sees: 'none' }, async (tx) => ({
    rows: (await readVersions(tx)).filter((row) => row.matter_key === matterKey),
    filings: new Map((await readApproved(tx, ['matter'])).map((row) => [row.change_id, row])),
  }));
  if (rows.length === 0) return refuse('not-found', 'matter-not-listed', `目录中没有事项“${matterKey}”。`);
  const versions: Matter[] = rows.map(matterOf);
  return {
    versions: rows.map((row, index) => {
      const filing = row.change_id === null ? undefined : filings.get(row.change_id);
      const matter = versions[index]!;
      return {
        version: row.version,
        name: row.name,
        validFrom: row.valid_from,
        validTo: row.valid_to,
        changeId: row.change_id,
        basis: filing?.basis ?? null,
        filedBy: filing?.filed_by ?? null,
        diff: diffMatter(versions[index + 1], matter),
      };
    }),
  };
}
