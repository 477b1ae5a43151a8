import type { grantItem as grantContract, refuseItem as refuseContract } from '#contract/casework.ts';
import type { BodyOf } from '#contract/endpoint.ts';
import {
  grantItem as decideGrant,
  refuseItem as decideRefusal,
  type GrantObstacle,
} from '#domain/casework/decide-item.ts';
import type { Desk } from '#domain/casework/deciding.ts';
import { findMatterVersion, type MatterCondition } from '#domain/catalog/catalog.ts';
import { checkAction } from '#domain/item/available-actions.ts';
import type { ConditionFinding } from '#domain/item/events.ts';
import { findSubject } from '../access/subject-store.ts';
import type { ActContext } from '../item/act-on-item.ts';
import type { Services } from '../platform/app-context.ts';
import { assessRecord } from '../record/assess-record.ts';
import { findRecord } from './casework-store.ts';
import { type DeskRequest, deskAct } from './desk-act.ts';
import { grantSeries, unitNumber } from './unit-number.ts';

/** What the law says about granting today: only a bar that was read in its clause stands in the way (law: sure V). */
async function obstacleTo(desk: Desk, { tx, today, catalog }: ActContext): Promise<GrantObstacle | null> {
  const record = await findRecord(tx, desk.item.subjectKey, desk.item.recordId);
  const subject = await findSubject(tx, desk.item.subjectKey);
  if (!record || !subject) return { text: '找不到这一件所依据的失信信息，不能作出决定。', cite: [] };
  const verdict = assessRecord(catalog, record, subject.kind, today);
  if (verdict.verdict !== 'not-yet' && verdict.verdict !== 'barred') return null;
  return {
    text: `依法现在还不能准予修复：${verdict.reasons.map((one) => one.text).join('')}`,
    cite: verdict.reasons.map((one) => one.cite),
  };
}

type Findings = BodyOf<typeof grantContract>['findings'];

/** Findings in the words of the matter as it was when the item began: what is printed in a decision is not the browser's to choose. */
function findingsOn(conditions: readonly MatterCondition[], given: Findings): ConditionFinding[] {
  return conditions.flatMap(({ key, text }) => {
    const found = given.find((one) => one.key === key);
    return found ? [{ key, text, met: found.met, evidence: found.evidence.trim() }] : [];
  });
}

function conditionsOf(desk: Desk, context: ActContext): readonly MatterCondition[] {
  const { matterKey, matterVersion } = desk.item;
  return findMatterVersion(context.catalog, matterKey, matterVersion, context.today)?.conditions ?? [];
}

/** 准予修复: every sure condition of the matter as it was when the item began must be found met. */
export function grant(services: Services, request: DeskRequest & { body: BodyOf<typeof grantContract> }) {
  return deskAct(services, request, async (desk, context) => {
    const early = checkAction(desk.item, 'grant', desk.who);
    if (early) return early;
    const conditions = conditionsOf(desk, context);
    return decideGrant(desk, {
      findings: findingsOn(conditions, request.body.findings),
      note: request.body.note.trim(),
      required: conditions.filter((one) => one.sure),
      obstacle: await obstacleTo(desk, context),
      docNumber: await unitNumber(desk, context, grantSeries(desk, context)),
    });
  });
}

/** 不予修复, with reasons. */
export function refuseRepair(services: Services, request: DeskRequest & { body: BodyOf<typeof refuseContract> }) {
  return deskAct(services, request, async (desk, context) => {
    const early = checkAction(desk.item, 'refuse', desk.who);
    if (early) return early;
    const { reasons, findings } = request.body;
    return decideRefusal(desk, {
      reasons: reasons.map(({ code, text }) => ({ code, text })),
      findings: findingsOn(conditionsOf(desk, context), findings),
      docNumber: await unitNumber(desk, context, 'refusal-decision'),
    });
  });
}
