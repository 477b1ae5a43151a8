import type * as contract from '#contract/catalog-changes.ts';
import type { ReplyOf } from '#contract/endpoint.ts';
import { type Catalog, fieldName, type Matter } from '#domain/catalog/catalog.ts';
import { diffMatter } from '#domain/catalog/changes/diff-matter.ts';
import { sayBands } from '#domain/catalog/changes/plan-class-standard.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { className } from '#law/classes.ts';
import { points, sayAnswer } from '#law/points.ts';
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

/** The points the texts leave open, each with the confirmation in force on a day. */
export function listPoints(catalog: Catalog, on: PlainDate): ReplyOf<typeof contract.listLawPoints> {
  return {
    on,
    points: points.map((point) => {
      const row = catalog.law.confirmed(point.key, on);
      return {
        key: point.key,
        name: point.name,
        question: point.question,
        whoAnswers: point.sectors.map((sector) => fieldName(catalog, sector)).join('、'),
        answer: point.answer,
        choices: point.choices.map((one) => ({ ...one })),
        until: point.until,
        confirmed: row
          ? { text: sayAnswer(point, row.value), from: row.from, to: row.to, paper: { ...row.paper } }
          : null,
      };
    }),
  };
}

/** The fields with the class standard in force on a day; those without one are classified case by case. */
export function listStandards(catalog: Catalog, on: PlainDate): ReplyOf<typeof contract.listClassStandards> {
  const outside = ['window', 'gov-service', 'court', 'market', 'drug'];
  const sectors = [...new Set([...catalog.units.values()].map((unit) => unit.sector))].filter(
    (sector) => !outside.includes(sector),
  );
  return {
    on,
    sectors: sectors.map((sector) => {
      const row = catalog.law.standard(sector, on);
      return {
        sector,
        name: fieldName(catalog, sector),
        standard: row
          ? {
              fines: sayBands(row.fines),
              personFines: row.personFines.length > 0 ? sayBands(row.personFines) : null,
              kinds: Object.entries(row.kinds).map(([kind, of]) => ({ kind, class: className[of!] })),
              from: row.from,
              to: row.to,
              paper: { ...row.paper },
            }
          : null,
      };
    }),
  };
}
