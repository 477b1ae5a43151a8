import { randomBytes } from 'node:crypto';
import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type * as contract from '#contract/partner.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { partnerSecret } from './partner-signature.ts';
import * as store from './partner-store.ts';

/** Keys of every unit's systems, those in use first. */
export async function listPartnerKeys(services: Services): Promise<ReplyOf<typeof contract.listPartnerKeys>> {
  const catalog = await services.catalog();
  const rows = await services.db.read({ sees: 'none' }, (tx) => store.listPartnerKeyRows(tx));
  return { keys: rows.map((row) => toView(row, catalog)) };
}

/** Makes a key for a unit's system. Its secret is said here and nowhere else. */
export async function makePartnerKey(
  services: Services,
  actor: Actor,
  { unitId, label }: BodyOf<typeof contract.makePartnerKey>,
): Promise<ReplyOf<typeof contract.makePartnerKey> | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const catalog = await services.catalog();
  if (catalog.units.get(unitId)?.kind !== 'authority')
    return refuse('invalid', 'unit-unknown', '没有这个认定单位。', {
      fields: [{ field: 'unitId', text: '请选择认定单位。' }],
    });
  const keyId = `pk-${randomBytes(8).toString('hex')}`;
  const at = services.clock.now();
  return services.db.transaction({ sees: 'none' }, async (tx) => {
    await store.insertPartnerKey(tx, { keyId, unitId, label: label.trim(), by: actor.officerId, at });
    const row = await store.findPartnerKey(tx, keyId);
    return { key: toView(row!, catalog), secret: partnerSecret(services.config.appSecret, keyId) };
  });
}

/** Ends a key at once. */
export async function revokePartnerKey(
  services: Services,
  actor: Actor,
  keyId: string,
): Promise<ReplyOf<typeof contract.revokePartnerKey> | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const catalog = await services.catalog();
  const at = services.clock.now();
  return services.db.transaction({ sees: 'none' }, async (tx) => {
    const row = await store.revokeKey(tx, keyId, actor.officerId, at);
    return row ? toView(row, catalog) : refuse('not-found', 'key-unknown', '没有这个密钥。');
  });
}

function toView(row: store.PartnerKeyRow, catalog: Catalog): contract.PartnerKeyView {
  return {
    keyId: row.key_id,
    unitId: row.unit_id,
    unitName: catalog.units.get(row.unit_id)?.name ?? row.unit_id,
    label: row.label,
    madeAt: row.made_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
}
