import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { ReplyOf } from '#contract/endpoint.ts';
import { handInRecords, listPartnerKeys, makePartnerKey, revokePartnerKey } from '#contract/partner.ts';
import { addDays } from '#domain/plain-date.ts';
import { newDecision } from './new-decision.ts';
import { officerOf, type Road } from './road.ts';
import { check, type Note, need } from './steps.ts';

interface Key {
  readonly keyId: string;
  readonly secret: string;
}

/** One request as a unit's own system signs it: five lines, HMAC-SHA256, Base64. */
async function send(road: Road, { keyId, secret }: Key, records: readonly object[], nonce: string = randomUUID()) {
  road.platform.called.add(handInRecords.name);
  const body = JSON.stringify({ records });
  const timestamp = String(Date.now());
  const digest = createHash('sha256').update(body).digest('hex');
  const lines = [handInRecords.method, handInRecords.path, timestamp, nonce, digest].join('\n');
  const reply = await fetch(new URL(handInRecords.path, road.platform.url), {
    method: handInRecords.method,
    headers: {
      'content-type': 'application/json',
      'x-partner-key': keyId,
      'x-partner-timestamp': timestamp,
      'x-partner-nonce': nonce,
      'x-partner-digest': digest,
      'x-partner-signature': createHmac('sha256', secret).update(lines).digest('base64'),
    },
    body,
  });
  return { status: reply.status, body: (await reply.json()) as ReplyOf<typeof handInRecords> & { code?: string } };
}

/** A unit's system hands in decisions with a key that the operator made and ends again. */
export async function partnerSystem(road: Road, note: Note): Promise<void> {
  const operator = await officerOf(road, 'operator');
  const today = need(road.today, '今天的日期');
  const { key, secret } = await operator.ask(makePartnerKey, {
    body: { unitId: 'emergency-360100', label: `演练执法系统 ${road.run}` },
  });
  const own: Key = { keyId: key.keyId, secret };
  const organ = '南昌市应急管理局';
  const decision = (serial: number) =>
    newDecision(organ, `洪应急罚〔${today.slice(0, 4)}〕${road.run}${serial}号`, addDays(today, -1));
  const records = [decision(40), { ...decision(41), 处罚决定日期: '2026-02-30' }];
  const nonce = randomUUID();
  const first = await send(road, own, records, nonce);
  check(first.status === 200, `推送没有被接受：${first.status} ${first.body.code}`);
  const [good, bad] = first.body.records;
  check(good?.outcome === 'recorded' && good.notice, '好的一条没有登记，或者没有告知书');
  check(bad?.outcome === 'rejected' && bad.faults[0]?.field === '处罚决定日期', '错的一条没有指出是哪一栏');
  const again = await send(road, own, records);
  check(again.body.records[0]?.outcome === 'known', '重复推送又登记了一次');
  const replayed = await send(road, own, records, nonce);
  check(replayed.status === 409 && replayed.body.code === 'request-replayed', '重放的请求没有被拒绝');
  const forged = await send(road, { ...own, secret: `${secret}x` }, records);
  check(forged.status === 401 && forged.body.code === 'signature-wrong', '签名不对的请求没有被拒绝');
  const { keys } = await operator.ask(listPartnerKeys, {});
  check(
    keys.some((one) => one.keyId === own.keyId && one.lastUsedAt !== null),
    '密钥的最近使用没有记上',
  );
  await operator.ask(revokePartnerKey, { params: { keyId: own.keyId } });
  check((await send(road, own, records)).status === 401, '停用的密钥还能推送');
  note(
    `两条：一条登记并制作${good.notice.number ?? '告知书'}，一条指出“${bad.faults[0].text}”；重放、伪造、停用的都被拒绝`,
  );
}
