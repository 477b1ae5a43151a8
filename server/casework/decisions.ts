import { acceptItem } from '#domain/casework/accept-item.ts';
import { type GrantObstacle, grantItem, refuseItem } from '#domain/casework/decide-item.ts';
import type { Desk } from '#domain/casework/deciding.ts';
import { declineItem } from '#domain/casework/decline-item.ts';
import { extendItem } from '#domain/casework/extend-item.ts';
import { requestCorrection } from '#domain/casework/request-correction.ts';
import type { ChainedEvent } from '#domain/casework/sign-off.ts';
import { findMatterVersion, type MatterCondition } from '#domain/catalog/catalog.ts';
import { checkAction } from '#domain/item/available-actions.ts';
import type { ProposedAct } from '#domain/item/proposal.ts';
import type { Refusal } from '#domain/refusal.ts';
import { findSubject } from '../access/subject-store.ts';
import type { NumberedPaper } from '../catalog/document-number.ts';
import type { ActContext } from '../item/act-on-item.ts';
import { assessRecord } from '../record/assess-record.ts';
import { findRecord } from './casework-store.ts';
import { extraFieldsOf } from './correct.ts';
import { takeBack } from './take-back.ts';
import { unitNumber } from './unit-number.ts';

/** What the law says about granting today: only a bar that was read in its clause stands in the way (law: sure V). */
export async function obstacleTo(desk: Desk, { tx, today, catalog }: ActContext): Promise<GrantObstacle | null> {
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

/** The conditions of the matter as they were when the item began. */
export function conditionsOf({ item }: Desk, { catalog, today }: ActContext): readonly MatterCondition[] {
  return findMatterVersion(catalog, item.matterKey, item.matterVersion, today)?.conditions ?? [];
}

/** Gives a decision its number; on trial there is none, so that no number is drawn before signing. */
export type Numbering = (kind: NumberedPaper) => Promise<string>;

/** The number of the deciding unit's own series, drawn inside the act. */
export const drawNumber =
  (desk: Desk, context: ActContext): Numbering =>
  (kind) =>
    unitNumber(desk, context, kind);
/** For a decision that is only tried. */
export const noNumber: Numbering = async () => '';

/** Takes a decision as its act takes it, whether by one hand or as the last step of a chain. */
export async function decide(
  desk: Desk,
  context: ActContext,
  proposed: ProposedAct,
  number: Numbering,
): Promise<ChainedEvent | Refusal> {
  // Before a number is drawn: the series' row stays locked until the transaction ends.
  const early = checkAction(desk.item, proposed.act, desk.who, desk.today, desk.moot);
  if (early) return early;
  switch (proposed.act) {
    case 'accept':
      return acceptItem(desk);
    case 'decline':
      return declineItem(desk, { reasons: [...proposed.content.reasons], docNumber: await number('decline-notice') });
    case 'request-correction':
      return requestCorrection(desk, {
        missing: [...proposed.content.missing],
        extraFields: extraFieldsOf(desk, context),
      });
    case 'extend':
      return extendItem(desk, proposed.content);
    case 'grant': {
      const { findings, note } = proposed.content;
      return grantItem(desk, {
        findings: [...findings],
        note,
        required: conditionsOf(desk, context).filter((one) => one.sure),
        obstacle: await obstacleTo(desk, context),
        docNumber: await number('grant-decision'),
      });
    }
    case 'refuse': {
      const { findings, reasons, note } = proposed.content;
      return refuseItem(desk, {
        reasons: [...reasons],
        findings: [...findings],
        ...(note ? { note } : {}),
        docNumber: await number('refusal-decision'),
      });
    }
    case 'revoke':
      return takeBack(desk, context, proposed.content, number);
  }
}
