import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type { batchAct as contract } from '#contract/sign-off.ts';
import { verifyItem } from '#domain/casework/verify-item.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Officer } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { grantAlike } from './decide.ts';
import { type DeskRequest, deskAct } from './desk-act.ts';
import { actOrPropose } from './propose.ts';
import { endorseProposal, sign } from './sign-item.ts';

type Body = BodyOf<typeof contract>;
type Reply = ReplyOf<typeof contract>;
type Done = Awaited<ReturnType<typeof deskAct>>;

/**
 * The same act over many items: each in a transaction and ledger entry of its own, one after another. What one refuses is told beside it
 * and stops nothing; a repeated request finds each item's own request id and acts no second time.
 */
export async function batchAct(services: Services, officer: Officer, body: Body): Promise<Reply | Refusal> {
  const missing = missingWords(body);
  if (missing) return missing;
  const doubled = new Set(body.items.map((one) => one.itemId)).size !== body.items.length;
  if (doubled) return refuse('invalid', 'item-twice', '同一件列了两次，请重新选择。');
  const results: Reply['results'] = [];
  for (const { subjectKey, itemId, requestId, version } of body.items) {
    const request: DeskRequest = { actor: officer, params: { subjectKey, itemId }, body: { requestId, version } };
    const done = await actOn(services, request, body);
    results.push(
      isRefusal(done)
        ? { itemId, done: false, stateText: null, why: done.text, code: done.code }
        : { itemId, done: true, stateText: done.item.stateText, why: null, code: null },
    );
  }
  return { results };
}

function actOn(services: Services, request: DeskRequest, body: Body): Promise<Done> {
  const note = body.note?.trim() ?? '';
  const finding = body.finding?.trim() ?? '';
  const noted = { ...request, body: { ...request.body, note } };
  switch (body.act) {
    case 'accept':
      return actOrPropose(services, request, () => ({ act: 'accept', content: {} }));
    case 'verify':
      return deskAct(services, request, (desk) => verifyItem(desk, { method: body.method ?? 'shared-data', finding }));
    case 'grant':
      return grantAlike(services, request, { evidence: finding, note });
    case 'endorse':
      return endorseProposal(services, noted);
    case 'sign':
      return sign(services, noted);
  }
}

/** What must be said once for all of them. */
function missingWords({ act, finding }: Body): Refusal | null {
  if ((act !== 'verify' && act !== 'grant') || finding?.trim()) return null;
  const text = act === 'verify' ? '请写明核实情况。' : '请写明各项条件是凭什么核实的，它会写进每一份决定书。';
  return refuse('invalid', 'text-missing', text, { fields: [{ field: 'finding', text }] });
}
