/** SQL of what platforms are asked because of an order. */
import type { AskedEffect } from '#domain/record/orders/order-effects.ts';
import type { OrderEffect, OrderSystem } from '#domain/record/orders/record-order.ts';
import { insertRows, type Tx } from '../../platform/database.ts';
import { v7 } from '../../platform/uuid.ts';
import type { OrderRow } from './order-store.ts';

/** One platform asked because of an order. */
export interface EffectRow {
  readonly subject_key: string;
  readonly effect_id: string;
  readonly order_id: string;
  readonly system: OrderSystem;
  readonly effect: OrderEffect;
  readonly state: 'requested' | 'sent' | 'confirmed' | 'stuck';
  readonly attempts: number;
  readonly receipt: { readonly receiptNo?: string } | null;
  readonly last_error: string | null;
  readonly requested_at: string;
  readonly sent_at: string | null;
  readonly confirmed_at: string | null;
}

const effectColumns =
  'subject_key, effect_id, order_id, system, effect, state, attempts, receipt, last_error, requested_at, sent_at, confirmed_at';

/** Notes what each platform is asked; gives the ids. */
export async function insertEffects(
  tx: Tx,
  order: OrderRow,
  asked: readonly AskedEffect[],
  now: Date,
): Promise<string[]> {
  const rows = asked.map(({ system, effect }) => [
    order.subject_key,
    v7(now),
    order.order_id,
    system,
    effect,
    'requested',
    order.unit_id,
    order.region_code,
    now,
  ]);
  await insertRows(
    tx,
    'record_order_effect',
    ['subject_key', 'effect_id', 'order_id', 'system', 'effect', 'state', 'unit_id', 'region_code', 'requested_at'],
    rows,
  );
  return rows.map((row) => row[1] as string);
}

export async function listEffects(tx: Tx, subjectKey: string, orderIds: readonly string[]): Promise<EffectRow[]> {
  return tx.query<EffectRow>(
    'order-effects',
    `select ${effectColumns} from record_order_effect where subject_key = $1 and order_id = any ($2::uuid[]) order by effect_id`,
    [subjectKey, orderIds],
  );
}

export async function findEffect(tx: Tx, subjectKey: string, effectId: string): Promise<EffectRow | undefined> {
  const rows = await tx.query<EffectRow>(
    'order-effect',
    `select ${effectColumns} from record_order_effect where subject_key = $1 and effect_id = $2`,
    [subjectKey, effectId],
  );
  return rows[0];
}

/** How a request stands after a try. */
export async function noteEffect(
  tx: Tx,
  row: EffectRow,
  to: {
    readonly state: EffectRow['state'];
    readonly receipt?: object;
    readonly error?: string;
    readonly tried?: boolean;
  },
  now: Date,
): Promise<void> {
  await tx.change(
    'order-effect-note',
    `update record_order_effect set state = $3, receipt = coalesce($4::jsonb, receipt), last_error = $5,
       attempts = case when $6 then attempts + 1 else attempts end,
       sent_at = case when $3 in ('sent', 'confirmed') then coalesce(sent_at, $7) else sent_at end,
       confirmed_at = case when $3 = 'confirmed' then coalesce(confirmed_at, $7) else confirmed_at end, last_try_at = $7
     where subject_key = $1 and effect_id = $2 and state <> 'confirmed'`,
    [
      row.subject_key,
      row.effect_id,
      to.state,
      to.receipt ? JSON.stringify(to.receipt) : null,
      to.error?.slice(0, 500) ?? null,
      to.tried ?? false,
      now,
    ],
  );
}
