import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import Type from 'typebox';
import { sha256Algorithm, signContent } from '#server/gateways/signing/cms.ts';
import { der, integer, octets, oid, printable, readPem, sequence, setOf, utf8 } from '#server/gateways/signing/der.ts';
import { readTimeStampRequest, timeStampContent } from '#server/gateways/signing/time-stamp.ts';
import type { Collection } from '../collection.ts';
import { answer, problem } from '../exchange/answer.ts';
import type { Door } from '../exchange/door.ts';
import { authorityIn, type CertificateAuthority, certifyTimeStamps } from './certificate-authority.ts';

const Request = Type.Object({ request: Type.String({ minLength: 1, maxLength: 2_000 }) });
/** A policy below the number that is set aside for examples (RFC 5612). */
const policy = oid('1.3.6.1.4.1.32473.1');
const ownName = sequence(
  setOf(sequence(oid('2.5.4.6'), printable('CN'))),
  setOf(sequence(oid('2.5.4.3'), utf8('仿真时间戳服务（仅供演示）'))),
);

/** Offers POST /time-stamps {request}: a time stamp (RFC 3161) under a certificate of the same root, valid for nothing else. */
export function offerTimeStamps(door: Door, kept: Collection<CertificateAuthority>): void {
  door.act<{ request: string }>('POST', '/time-stamps', Request, ({ body, now }) => {
    const asked = readTimeStampRequest(Buffer.from(body.request, 'base64'));
    if (!asked) return problem(422, 'request-unreadable', '时间戳请求不完整，或者摘要算法不支持');
    const root = authorityIn(kept, now);
    const own = kept.get('time-stamps') ?? newAuthority(kept, root, now);
    const content = sequence(
      integer(1),
      policy,
      sequence(sha256Algorithm, octets(asked.digest)),
      integer(BigInt(`0x40${randomBytes(15).toString('hex')}`)),
      generalizedTime(new Date(now)),
      integer(asked.nonce),
    );
    const chain = [own.certificate, root.certificate].map((one) => readPem('CERTIFICATE', one)[0]!);
    const token = signContent(timeStampContent, content, createPrivateKey(own.key), chain);
    return answer({ response: sequence(sequence(integer(0)), token).toString('base64') }, 201);
  });
}

function newAuthority(kept: Collection<CertificateAuthority>, root: CertificateAuthority, now: number) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const keyInfo = publicKey.export({ type: 'spki', format: 'der' });
  const authority = {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    certificate: certifyTimeStamps(root, { subject: ownName, publicKey: keyInfo }, now),
  };
  kept.put('time-stamps', authority);
  return authority;
}

const generalizedTime = (at: Date) => der(0x18, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`));
