import type { LawEntryKey } from '#law/matter-keys.ts';
import { checkAction } from '../item/available-actions.ts';
import type { EventOf } from '../item/events.ts';
import type { ProposalContents } from '../item/proposal.ts';
import type { PlainDate } from '../plain-date.ts';
import { revocationConsequences } from '../record/orders/revocation-consequences.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { checkReasons, checkText, type Desk } from './deciding.ts';

/**
 * 撤销修复 of a repair that was granted. What follows is what the clauses of today state for the track (107号第二十三条, 36号第二十五条, a list's
 * own rule), and is kept with the event; what no clause states follows from nothing and is kept as an open point.
 */
export function revokeItem(
  desk: Desk,
  input: {
    readonly content: ProposalContents['revoke'];
    readonly docNumber: string;
    readonly entry: LawEntryKey;
    readonly grant: { readonly on: PlainDate; readonly docNumber: string };
  },
): EventOf<'revoked'> | Refusal {
  const { item, who, today } = desk;
  const { ground, serious, finding, reasons, heard, outsideNumber } = input.content;
  const consequences = revocationConsequences(input.entry, { ground, serious }, today);
  const cites = [...new Set(consequences.said.flatMap((one) => one.cites))];
  const refusal =
    checkAction(item, 'revoke', who) ??
    checkText('finding', '查明的情况', finding) ??
    checkReasons(reasons, cites) ??
    (heard.trim() === '' ? null : checkText('heard', '陈述、申辩的情况', heard)) ??
    checkOutsideNumber(desk, outsideNumber);
  if (refusal) return refusal;
  return {
    type: 'revoked',
    on: today,
    cites,
    payload: {
      docNumber: outsideNumber?.trim() || input.docNumber,
      grantedOn: input.grant.on,
      grantDocNumber: input.grant.docNumber,
      ground,
      finding: finding.trim(),
      reasons: [...reasons],
      heard: heard.trim(),
      consequences,
    },
  };
}

/** A decision made on the market platform bears that platform's number; one of our desk is given its own. */
function checkOutsideNumber({ item }: Desk, given: string | undefined): Refusal | null {
  if (item.decider !== 'outside') return null;
  return given?.trim()
    ? null
    : refuse(
        'invalid',
        'number-missing',
        '这一件在市场监管信用修复全国统一平台办理，请填写那里作出的撤销决定的文号。',
        {
          cite: ['samr107:23'],
          fields: [{ field: 'outsideNumber', text: '请填写撤销决定的文号。' }],
        },
      );
}
