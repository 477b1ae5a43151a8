import type { Static } from 'typebox';
import type { LawArticle } from '#contract/catalog.ts';
import type { MatterContent } from '#domain/catalog/changes/catalog-change.ts';
import { sayDiff } from '#domain/catalog/changes/diff-matter.ts';
import { formatChineseShort } from '#domain/plain-date.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { formatCitation } from '#law/cite.ts';
import { namePaper, type OfficePaper } from '#law/law-book.ts';
import type { Services } from '../../platform/app-context.ts';
import { readCatalog } from '../catalog-store.ts';
import { findChange } from './change-store.ts';
import { titleOf } from './change-view.ts';

/** What a citation of a row points at (`confirmation:<id>`, `standard:<id>`, `filing:<id>`): the office's paper and what it settled. */
export async function getRowArticle(services: Services, id: string): Promise<Static<typeof LawArticle> | Refusal> {
  const changeId = id.slice(id.indexOf(':') + 1);
  const unknown = refuse('not-found', 'no-such-citation', `没有登记“${id}”这条引用。`);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(changeId)) return unknown;
  return services.db.read({ sees: 'none' }, async (tx) => {
    const row = await findChange(tx, changeId);
    const paper = (row?.content as { paper?: OfficePaper } | undefined)?.paper;
    if (row?.state !== 'approved' || !paper) return unknown;
    const title = titleOf(await readCatalog(tx), row);
    const said = row.kind === 'matter' ? sayFiled(row.content as MatterContent) : row.diff.map(sayDiff);
    return {
      id,
      citation: `${formatCitation(id)}：${namePaper(paper)}`,
      source: {
        id,
        title: paper.title,
        number: paper.number,
        issuer: paper.office,
        inForce: row.effective_on,
        repealed: null,
      },
      summary: [`${title}，自${formatChineseShort(row.effective_on)}起。`, ...said.map((one) => `- ${one}`)].join('\n'),
    };
  });
}

function sayFiled({ conditions = [], materials = [] }: MatterContent): string[] {
  const cited = (one: { readonly cites: readonly string[] }) => one.cites.includes('filing');
  return [
    ...conditions.filter(cited).map((one) => `条件：${one.text}`),
    ...materials.filter(cited).map((one) => `材料：${one.name}。${one.why}`),
  ];
}
