import { endorse, toSign } from '#domain/casework/sign-off.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { Services } from '../platform/app-context.ts';
import { orderJobs } from '../platform/outbox.ts';
import { decide, drawNumber } from './decisions.ts';
import { type DeskRequest, deskAct } from './desk-act.ts';

/**
 * 签发: the act's own decision, taken today on what was proposed; the number is drawn here. Where the decision itself is refused today,
 * the proposal stays, and who proposed is told why.
 */
export async function sign(services: Services, request: DeskRequest & { readonly body: { readonly note: string } }) {
  let refused: Refusal | undefined;
  const done = await deskAct(services, request, async (desk, context) => {
    const it = toSign(desk);
    if (isRefusal(it)) return it;
    const event = await decide(it.desk, context, it.proposal, drawNumber(it.desk, context));
    if (!isRefusal(event)) return it.signed(event, request.body.note.trim());
    refused = event;
    return event;
  });
  if (refused) await orderTelling(services, request, refused);
  return done;
}

async function orderTelling(services: Services, { params, body }: DeskRequest, { code, text }: Refusal): Promise<void> {
  const payload = { itemId: params.itemId, version: body.version, code, text };
  await services.db.read({ sees: 'all' }, (tx) =>
    orderJobs(tx, params.subjectKey, [{ task: 'tell-unsigned', payload }], services.clock.now()),
  );
}

/** 审核通过. */
export function endorseProposal(
  services: Services,
  request: DeskRequest & { readonly body: { readonly note: string } },
) {
  return deskAct(services, request, (desk) => endorse(desk, { note: request.body.note }));
}
