/** SQL of the keys by which units' systems hand in records, and of the nonces they have used. */
import { insertRows, type Tx } from '../../platform/database.ts';

export interface PartnerKeyRow {
  readonly key_id: string;
  readonly unit_id: string;
  readonly label: string;
  readonly made_at: string;
  readonly last_used_at: string | null;
  readonly revoked_at: string | null;
}

const columns = 'key_id, unit_id, label, made_at, last_used_at, revoked_at';

export async function findPartnerKey(tx: Tx, keyId: string): Promise<PartnerKeyRow | undefined> {
  const rows = await tx.query<PartnerKeyRow>('partner-key', `select ${columns} from partner_key where key_id = $1`, [
    keyId,
  ]);
  return rows[0];
}

export async function listPartnerKeyRows(tx: Tx): Promise<PartnerKeyRow[]> {
  return tx.query<PartnerKeyRow>(
    'partner-keys',
    `select ${columns} from partner_key order by revoked_at desc nulls first, made_at desc limit 500`,
  );
}

export async function insertPartnerKey(
  tx: Tx,
  it: {
    readonly keyId: string;
    readonly unitId: string;
    readonly label: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  const row = [it.keyId, it.unitId, it.label, it.by, it.at];
  await insertRows(tx, 'partner_key', ['key_id', 'unit_id', 'label', 'made_by', 'made_at'], [row]);
}

/** Ends a key; one that is over stays as it ended. */
export async function revokeKey(tx: Tx, keyId: string, by: string, at: Date): Promise<PartnerKeyRow | undefined> {
  const rows = await tx.query<PartnerKeyRow>(
    'partner-key-revoke',
    `update partner_key set revoked_at = coalesce(revoked_at, $2), revoked_by = coalesce(revoked_by, $3)
     where key_id = $1 returning ${columns}`,
    [keyId, at, by],
  );
  return rows[0];
}

/**
 * Takes a nonce: false where this key has used it before. Those older than a request may be are forgotten on the way, and the key is
 * noted as used.
 */
export async function takeNonce(
  tx: Tx,
  it: { readonly keyId: string; readonly nonce: string; readonly at: Date; readonly forgetBefore: Date },
): Promise<boolean> {
  await tx.change('partner-nonces-forget', 'delete from partner_nonce where key_id = $1 and at < $2', [
    it.keyId,
    it.forgetBefore,
  ]);
  const taken = await tx.change(
    'partner-nonce-take',
    'insert into partner_nonce (key_id, nonce, at) values ($1, $2, $3) on conflict (key_id, nonce) do nothing',
    [it.keyId, it.nonce, it.at],
  );
  if (taken === 1)
    await tx.change('partner-key-used', 'update partner_key set last_used_at = $2 where key_id = $1', [
      it.keyId,
      it.at,
    ]);
  return taken === 1;
}
