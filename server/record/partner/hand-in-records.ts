import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type { handInRecords as contract } from '#contract/partner.ts';
import type { Unit } from '#domain/catalog/catalog.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Services } from '../../platform/app-context.ts';
import type { SignedRequest } from '../../platform/route.ts';
import { recordDecision } from '../record-one.ts';
import { isSignedBy, partnerSecret, readSigned, toleranceMs } from './partner-signature.ts';
import { findPartnerKey, takeNonce } from './partner-store.ts';

/**
 * A unit's system hands in decisions. Each is answered by itself, in the order given; one that was handed in before is answered with
 * what stands. A request is heard once: with a nonce used before, or a time too far off, it is refused and nothing is read.
 */
export async function handInRecords(
  services: Services,
  request: SignedRequest | undefined,
  body: BodyOf<typeof contract>,
): Promise<ReplyOf<typeof contract> | Refusal> {
  const sender = await whoSigned(services, request);
  if (isRefusal(sender)) return sender;
  const records: ReplyOf<typeof contract>['records'] = [];
  for (const cells of body.records) {
    const made = await recordDecision(services, sender, cells);
    records.push(
      isRefusal(made)
        ? {
            outcome: 'rejected',
            subjectKey: null,
            recordId: null,
            docNumber: null,
            faults: [{ field: '整条', text: made.text }],
            warnings: [],
            notice: null,
            noticeText: null,
          }
        : made,
    );
  }
  return { records };
}

async function whoSigned(
  services: Services,
  request: SignedRequest | undefined,
): Promise<{ readonly unit: Unit; readonly by: string } | Refusal> {
  const signed = readSigned(request);
  if (isRefusal(signed)) return signed;
  const wrong = refuse(
    'unauthenticated',
    'signature-wrong',
    '签名不对，或者密钥不存在、已停用。请核对密钥、时间戳和报文摘要。',
  );
  const now = services.clock.now();
  const key = await services.db.read({ sees: 'none' }, (tx) => findPartnerKey(tx, signed.keyId));
  // A key that is not there is computed with all the same, so that the time taken says nothing.
  const fits = isSignedBy(partnerSecret(services.config.appSecret, signed.keyId), signed, request!);
  if (!key || key.revoked_at !== null || !fits) return wrong;
  if (Math.abs(now.getTime() - Number(signed.timestamp)) > toleranceMs)
    return refuse('unauthenticated', 'timestamp-off', '时间戳与平台相差超过 5 分钟，请校准时钟后重新签名。');
  const unit = (await services.catalog()).units.get(key.unit_id);
  if (!unit) return wrong;
  const taken = await services.db.transaction({ sees: 'none' }, (tx) =>
    takeNonce(tx, {
      keyId: key.key_id,
      nonce: signed.nonce,
      at: now,
      forgetBefore: new Date(now.getTime() - 3 * toleranceMs),
    }),
  );
  if (taken !== true) return refuse('conflict', 'request-replayed', '这个请求已经处理过，请换一个随机数重新签名。');
  return { unit, by: `partner:${key.key_id}` };
}
