import type { EffectKind } from '#domain/item/item.ts';
import { systemName } from '../casework/exchange-words.ts';
import { dayInShanghai } from '../platform/clock.ts';
import { settled } from '../platform/task.ts';
import { type ExchangeRow, findExchange, markRepaired, noteConfirmed, noteFailed } from './exchange-store.ts';
import { outsideActor, type Publication, platformAct } from './publication-context.ts';
import { effectsPort, failed, orderConfirmation } from './send-exchange.ts';

/** Days a taken request may stay unconfirmed before it stands on the desk. 107号第十七条 gives three working days for the data work. */
const patienceDays = 5;

/** Reads whether a requested effect is done; when the last request of an effect is, the effect is entered in the ledger. */
export async function confirmExchange(
  publication: Publication,
  subjectKey: string,
  exchangeId: string,
  asked: number,
): Promise<void> {
  const { services, gateways } = publication;
  const row = await services.db.read({ sees: 'all' }, (tx) => findExchange(tx, subjectKey, exchangeId));
  if (row?.state !== 'sent' || !row.receipt?.receiptNo) return;
  const outcome = await effectsPort(gateways, row.system).readEffect(row.receipt.receiptNo);
  if (!outcome.ok) return failed(publication, row, outcome);
  if (outcome.state === 'failed') return giveToPerson(publication, row, outcome.reason ?? '对方未能完成');
  if (outcome.state === 'accepted') {
    const waited = services.clock.now().getTime() - new Date(row.sent_at ?? row.requested_at).getTime();
    if (waited > patienceDays * 86_400_000)
      return giveToPerson(publication, row, `对方收到已 ${patienceDays} 天，仍未确认完成`);
    return orderConfirmation(publication, row, asked);
  }
  await enterEffect(publication, row, {
    receiptNo: row.receipt.receiptNo,
    confirmedAt: outcome.confirmedAt ?? services.clock.now().toISOString(),
  });
}

async function giveToPerson({ services }: Publication, row: ExchangeRow, reason: string): Promise<void> {
  settled(
    await services.db.transaction({ sees: 'all' }, (tx) => noteFailed(tx, row, reason, true, services.clock.now())),
  );
}

async function enterEffect(
  publication: Publication,
  row: ExchangeRow,
  receipt: { receiptNo: string; confirmedAt: string },
): Promise<void> {
  const effect = row.kind as EffectKind;
  await platformAct(
    publication,
    { subjectKey: row.subject_key, itemId: row.item_id, actor: outsideActor(row.system, systemName(row.system)) },
    async (item, { tx, today, now }) => {
      await noteConfirmed(tx, row, receipt, now);
      const open = await tx.query<{ n: number }>(
        'effect-open',
        `select count(*) as n from exchange where subject_key = $1 and item_id = $2 and kind = $3 and state <> 'confirmed'`,
        [row.subject_key, row.item_id, row.kind],
      );
      if (open[0]!.n > 0 || item.state !== 'granted' || item.effects[effect]?.confirmedOn) return null;
      if (effect === 'end-publication') await markRepaired(tx, item, today, now);
      return {
        type: 'effect-confirmed',
        on: today,
        cites: ['ndrc36:3'],
        payload: {
          effect,
          system: row.system,
          receiptNo: receipt.receiptNo,
          confirmedOn: dayInShanghai(new Date(receipt.confirmedAt)),
        },
      };
    },
  );
}
