import type { BodyOf, QueryOf, ReplyOf } from '#contract/endpoint.ts';
import type { revokeItem as contract, previewRevocation as previewContract } from '#contract/record-orders.ts';
import { lawEntryOf } from '#domain/catalog/catalog.ts';
import { revocationConsequences, seriousnessAsked } from '#domain/record/orders/revocation-consequences.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { marketEntries } from '#law/tracks.ts';
import { findItem } from '../item/ledger.ts';
import { type Actor, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { citations } from '../platform/citations.ts';
import type { DeskRequest } from './desk-act.ts';
import { actOrPropose } from './propose.ts';

/** 撤销修复, or its proposal where the unit's order asks for more hands. */
export function revoke(services: Services, request: DeskRequest & { body: BodyOf<typeof contract> }) {
  const { ground, serious, finding, heard, outsideNumber, reasons } = request.body;
  return actOrPropose(services, request, () => ({
    act: 'revoke',
    content: {
      ground,
      serious,
      finding: finding.trim(),
      heard: heard.trim(),
      reasons: reasons.map(({ code, text }) => ({ code, text })),
      ...(outsideNumber?.trim() ? { outsideNumber: outsideNumber.trim() } : {}),
    },
  }));
}

/** What follows from a revocation of today, told before anybody decides: from the very lines the decision takes it from. */
export async function previewRevocation(
  services: Services,
  actor: Actor,
  key: { readonly subjectKey: string; readonly itemId: string },
  query: QueryOf<typeof previewContract>,
): Promise<ReplyOf<typeof previewContract> | Refusal> {
  const catalog = await services.catalog();
  const today = services.clock.today();
  const item = await services.db.read(scopeOf(actor, ['unit']), (tx) => findItem(tx, key.subjectKey, key.itemId));
  if (!item) return refuse('not-found', 'item-not-found', '没有找到这个办件，或者您无权查看它。');
  const entry = lawEntryOf(catalog, item.matterKey);
  const { said, open, bar } = revocationConsequences(
    entry,
    { ground: query.ground, serious: query.serious ?? false },
    today,
  );
  const marketKeys = catalog.matters
    .filter((one) => (marketEntries as readonly string[]).includes(one.lawEntry))
    .map((one) => one.matterKey);
  const others =
    bar?.scope === 'subject'
      ? await services.db.read({ sees: 'all' }, (tx) =>
          tx.query<{ n: number }>(
            'others-barred',
            `select count(*) as n from record where subject_key = $1 and record_id <> $2 and matter_key = any ($3) and repaired_on is null and held_back is distinct from 'annulled'`,
            [key.subjectKey, item.recordId, [...new Set(marketKeys)]],
          ),
        )
      : [];
  const view = (one: { readonly text: string; readonly cites: readonly string[] }) => ({
    text: one.text,
    cites: citations(one.cites),
  });
  return {
    said: said.map(view),
    open: open.map(view),
    asksSeriousness: query.ground === 'false-papers' ? seriousnessAsked(entry, today) : null,
    othersBarred: others[0]?.n ?? 0,
    outside: item.decider === 'outside',
  };
}
