import type { Desk } from '#domain/casework/deciding.ts';
import { revokeItem } from '#domain/casework/revoke-item.ts';
import { lawEntryOf } from '#domain/catalog/catalog.ts';
import type { EventOf } from '#domain/item/events.ts';
import type { ProposalContents } from '#domain/item/proposal.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { NumberedPaper } from '../catalog/document-number.ts';
import type { ActContext } from '../item/act-on-item.ts';
import { listEvents } from '../item/ledger.ts';

/** 撤销修复: the grant it takes back is read from the item's own ledger. */
export async function takeBack(
  desk: Desk,
  context: ActContext,
  content: ProposalContents['revoke'],
  number: (kind: NumberedPaper) => Promise<string>,
): Promise<EventOf<'revoked'> | Refusal> {
  const { item } = desk;
  const events = await listEvents(context.tx, item.subjectKey, item.itemId);
  const granted = events.findLast((event) => event.type === 'granted' || event.type === 'outside-granted');
  return revokeItem(desk, {
    content,
    entry: lawEntryOf(context.catalog, item.matterKey),
    grant: { on: granted?.day ?? item.openedOn, docNumber: item.decisionNumber ?? '' },
    docNumber: item.decider === 'outside' ? '' : await number('revocation-decision'),
  });
}
