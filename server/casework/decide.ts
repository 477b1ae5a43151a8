import type { grantItem as grantContract, refuseItem as refuseContract } from '#contract/casework.ts';
import type { BodyOf } from '#contract/endpoint.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { Services } from '../platform/app-context.ts';
import { conditionsOf } from './decisions.ts';
import type { DeskRequest } from './desk-act.ts';
import { findingsOn } from './findings.ts';
import { actOrPropose } from './propose.ts';

/** 准予修复: every sure condition of the matter as it was when the item began must be found met. */
export function grant(services: Services, request: DeskRequest & { body: BodyOf<typeof grantContract> }) {
  const { findings, note } = request.body;
  return actOrPropose(services, request, async (desk, context) => {
    const found = await findingsOn(desk, context, findings);
    return isRefusal(found) ? found : { act: 'grant', content: { findings: found, note: note.trim() } };
  });
}

/** 准予修复 of one of many alike: every condition is said to be met, on the evidence that was looked at for all of them. */
export function grantAlike(
  services: Services,
  request: DeskRequest,
  { evidence, note }: Record<'evidence' | 'note', string>,
) {
  return actOrPropose(services, request, (desk, context) => ({
    act: 'grant',
    content: {
      findings: conditionsOf(desk, context).map(({ key, text }) => ({ key, text, met: true, evidence })),
      note,
    },
  }));
}

/** 不予修复, with reasons. */
export function refuseRepair(services: Services, request: DeskRequest & { body: BodyOf<typeof refuseContract> }) {
  const { reasons, findings, note } = request.body;
  return actOrPropose(services, request, async (desk, context) => {
    const found = await findingsOn(desk, context, findings);
    if (isRefusal(found)) return found;
    return {
      act: 'refuse',
      content: {
        reasons: reasons.map(({ code, text }) => ({ code, text })),
        findings: found,
        ...(note?.trim() ? { note: note.trim() } : {}),
      },
    };
  });
}
