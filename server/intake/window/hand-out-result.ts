import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type { handOutResult as contract } from '#contract/window.ts';
import { itemStates } from '#domain/item/states.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { findItem } from '../../item/ledger.ts';
import { type Actor, ledgerActor, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import type { Tx } from '../../platform/database.ts';
import { documentText } from './visit-record.ts';

/** How a result reached the visitor. */
const ways = {
  window: '当面领取',
  mail: '邮寄',
  online: '自己在网上下载',
  told: '已告知（文书由办理单位送达）',
} as const;

export interface HandOutRow {
  readonly item_id: string;
  readonly way: keyof typeof ways;
  readonly received_by: string;
  readonly document: string | null;
  readonly note: string;
  readonly handed_by: { readonly name: string };
  readonly handed_at: string;
}

type View = ReplyOf<typeof contract>;

export const handOutView = (row: HandOutRow): View => ({
  itemId: row.item_id,
  way: row.way,
  wayText: ways[row.way],
  receivedBy: row.received_by,
  document: row.document,
  note: row.note,
  by: row.handed_by.name,
  at: row.handed_at,
});

const columns = 'item_id, way, received_by, document, note, handed_by, handed_at';

/** The results of an application that were handed out. */
export async function listHandOuts(tx: Tx, subjectKey: string, applicationId: string): Promise<HandOutRow[]> {
  return tx.query<HandOutRow>(
    'hand-outs-application',
    `select ${columns} from window_hand_out where subject_key = $1 and application_id = $2 order by handed_at`,
    [subjectKey, applicationId],
  );
}

async function findHandOut(tx: Tx, subjectKey: string, itemId: string): Promise<HandOutRow | undefined> {
  const rows = await tx.query<HandOutRow>(
    'hand-out-find',
    `select ${columns} from window_hand_out where subject_key = $1 and item_id = $2`,
    [subjectKey, itemId],
  );
  return rows[0];
}

const settledStates: readonly string[] = ['granted', 'completed', 'declined', 'refused', 'left-to-court'];

/** Notes that a result was given to the visitor. Once an item: a second try gives what was noted first. */
export async function handOutResult(
  services: Services,
  actor: Actor,
  params: { readonly subjectKey: string; readonly itemId: string },
  body: BodyOf<typeof contract>,
): Promise<View | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const { subjectKey, itemId } = params;
  if (body.way === 'window' && !body.signature)
    return refuse('invalid', 'signature-missing', '当面领取的要签收。', {
      fields: [{ field: 'signature', text: '请领取人签收。' }],
    });
  return services.db.transaction(scopeOf(actor, ['window']), async (tx): Promise<View | Refusal> => {
    const item = await findItem(tx, subjectKey, itemId);
    if (!item) return refuse('not-found', 'item-not-found', '没有找到这个办件，或者它不由本窗口跟进。');
    if (!settledStates.includes(item.state))
      return refuse(
        'conflict',
        'no-result-yet',
        `这一件现在是“${itemStates[item.state].office}”，还没有结果可以发放。`,
      );
    const papers = await tx.query<{ paper_id: string }>(
      'hand-out-papers',
      'select paper_id from paper where subject_key = $1 and application_id = $2 and item_id = $3',
      [subjectKey, item.applicationId, itemId],
    );
    await tx.change(
      'hand-out-insert',
      `insert into window_hand_out (subject_key, item_id, application_id, window_unit_id, way, received_by, document, signature, note,
         paper_ids, handed_by, handed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (subject_key, item_id) do nothing`,
      [
        subjectKey,
        itemId,
        item.applicationId,
        actor.unit.unitId,
        body.way,
        body.receivedBy.trim(),
        documentText(body.document, body.documentNumber),
        body.signature ? JSON.stringify(body.signature) : null,
        body.note.trim(),
        papers.map((one) => one.paper_id),
        JSON.stringify(ledgerActor(actor)),
        services.clock.now(),
      ],
    );
    return handOutView((await findHandOut(tx, subjectKey, itemId))!);
  });
}
