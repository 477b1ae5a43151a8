import { endorse, toSign } from '#domain/casework/sign-off.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { Services } from '../platform/app-context.ts';
import { decide, drawNumber } from './decisions.ts';
import { type DeskRequest, deskAct } from './desk-act.ts';

/** 签发: the act's own decision, taken today on what was proposed; the number is drawn here. */
export function sign(services: Services, request: DeskRequest & { readonly body: { readonly note: string } }) {
  return deskAct(services, request, async (desk, context) => {
    const it = toSign(desk);
    if (isRefusal(it)) return it;
    const event = await decide(it.desk, context, it.proposal, drawNumber(it.desk, context));
    return isRefusal(event) ? event : it.signed(event, request.body.note.trim());
  });
}

/** 审核通过. */
export function endorseProposal(
  services: Services,
  request: DeskRequest & { readonly body: { readonly note: string } },
) {
  return deskAct(services, request, (desk) => endorse(desk, { note: request.body.note }));
}
