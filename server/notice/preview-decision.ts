import type { previewDecision as contract } from '#contract/decision-preview.ts';
import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import { paperTitles } from '#contract/paper-models.ts';
import type { Desk } from '#domain/casework/deciding.ts';
import { evolve } from '#domain/item/evolve.ts';
import type { ConditionFinding } from '#domain/item/grounds.ts';
import type { ProposedAct } from '#domain/item/proposal.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { decide, noNumber } from '../casework/decisions.ts';
import { findingsOn } from '../casework/findings.ts';
import { readMoot } from '../casework/moot.ts';
import { findItem } from '../item/ledger.ts';
import { type Actor, actingPerson, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { readItemFile } from './item-file.ts';
import { itemPaper } from './item-papers.ts';
import { partsOf } from './paper-in-words.ts';

type Body = BodyOf<typeof contract>;
type Reply = ReplyOf<typeof contract>;

const titles: Readonly<Record<ProposedAct['act'], keyof typeof paperTitles>> = {
  accept: 'acceptance-notice',
  decline: 'decline-notice',
  'request-correction': 'correction-notice',
  extend: 'extension-notice',
  grant: 'grant-decision',
  refuse: 'refusal-decision',
  revoke: 'revocation-decision',
};

/** The words of the paper that a decision of today would lead to, from the very model it would be printed from. Writes nothing. */
export async function previewDecision(
  services: Services,
  actor: Actor,
  key: { readonly subjectKey: string; readonly itemId: string },
  body: Body,
): Promise<Reply | Refusal> {
  const catalog = await services.catalog();
  const today = services.clock.today();
  const stored = await services.db.read(scopeOf(actor, ['unit']), (tx) => findItem(tx, key.subjectKey, key.itemId));
  if (!stored) return refuse('not-found', 'item-not-found', '没有找到这个办件，或者您无权查看它。');
  const { proposal, returned: _returned, ...rest } = stored;
  const item = { ...rest, holder: null };
  return services.db.read({ sees: 'all' }, async (tx) => {
    const context = { tx, catalog, today, now: services.clock.now() };
    const moot = await readMoot(tx, catalog, item, today);
    const desk: Desk = { item, who: actingPerson(actor), today, calendar: catalog.calendar, moot };
    const found = await findingsOn(desk, context, body.findings ?? []);
    if (isRefusal(found)) return found;
    const act = body.act ? proposedBy(body, found) : proposal;
    if (!act) return refuse('conflict', 'no-proposal', '这一件现在没有等待审核或者签发的提请，请刷新后再看。');
    const head: Reply = {
      title: paperTitles[titles[act.act]],
      organName: catalog.units.get(item.unitId)?.name ?? '',
      issuedOn: today,
      parts: [],
      refused: null,
    };
    const event = await decide(desk, context, act, noNumber);
    if (isRefusal(event)) return { ...head, refused: event.text };
    const file = await readItemFile(tx, catalog, { ...key, version: item.version });
    const draft = itemPaper({ ...file, event, before: item, item: evolve(item, event) }, catalog);
    return draft ? { ...head, title: paperTitles[draft.content.kind], parts: partsOf(draft.content) } : head;
  });
}

/** What was typed so far as an act; conditions in the words of the matter, as in the decision itself. */
function proposedBy(body: Body, findings: readonly ConditionFinding[]): ProposedAct {
  const reasons = (body.reasons ?? []).map(({ code, text }) => ({ code, text }));
  const note = body.note?.trim() ?? '';
  switch (body.act!) {
    case 'accept':
      return { act: 'accept', content: {} };
    case 'decline':
      return { act: 'decline', content: { reasons } };
    case 'request-correction':
      return { act: 'request-correction', content: { missing: body.missing ?? [] } };
    case 'extend':
      return { act: 'extend', content: { reason: body.reason ?? '' } };
    case 'grant':
      return { act: 'grant', content: { findings, note } };
    case 'refuse':
      return { act: 'refuse', content: { findings, reasons, ...(note ? { note } : {}) } };
    case 'revoke': {
      const {
        ground = 'false-papers',
        serious = false,
        finding = '',
        heard = '',
        outsideNumber,
      } = body.revocation ?? {};
      const number = outsideNumber === undefined ? {} : { outsideNumber };
      return { act: 'revoke', content: { ground, serious, finding, heard, reasons, ...number } };
    }
  }
}
