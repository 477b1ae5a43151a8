import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import Type from 'typebox';
import { ecdsaWithSha256, readCertificateRequest } from '#server/gateways/signing/certificate-request.ts';
import {
  bits,
  explicit,
  instantOf,
  integer,
  isTrue,
  octets,
  oid,
  pem,
  printable,
  sequence,
  setOf,
  utf8,
} from '#server/gateways/signing/der.ts';
import type { Collection } from '../collection.ts';
import { answer, problem } from '../exchange/answer.ts';
import type { Door } from '../exchange/door.ts';
import type { Surroundings } from '../surroundings.ts';

/** The authority's own key and certificate, PEM. */
export interface CertificateAuthority {
  readonly key: string;
  readonly certificate: string;
}

const Request = Type.Object({
  unitId: Type.String({ minLength: 1, maxLength: 80 }),
  request: Type.String({ maxLength: 10_000 }),
});

const dayMs = 86_400_000;
/** A demonstration may stand still on a day gone by: its papers must not be older than their certificates. */
const backdatedDays = 800;
const validDays = 400;

/**
 * Offers POST /certificates {unitId, request}: a certificate for whoever proves to hold the key. A licensed authority looks at the unit's
 * papers first; this one believes everybody, and says so in its name.
 */
export function offerCertificateAuthority(
  door: Door,
  kept: Collection<CertificateAuthority>,
  around: Surroundings,
): void {
  door.act<{ unitId: string; request: string }>('POST', '/certificates', Request, ({ body, now }) => {
    const asked = readCertificateRequest(body.request);
    if (!asked) return problem(422, 'request-unreadable', '证书请求不完整，或者签名不对');
    const authority = authorityIn(kept, now);
    const certificate = issue(authority, asked, now);
    return answer({ certificates: [certificate, authority.certificate] }, 201);
  });
  door.ask('/certificate', () => {
    const authority = authorityIn(kept, around.now());
    return answer({ certificate: authority.certificate });
  });
}

/** The authority, made at its first errand. */
export function authorityIn(kept: Collection<CertificateAuthority>, now: number): CertificateAuthority {
  return kept.get('authority') ?? newAuthority(kept, now);
}

const ownName = sequence(
  setOf(sequence(oid('2.5.4.6'), printable('CN'))),
  setOf(sequence(oid('2.5.4.10'), utf8('仿真证书机构（仅供演示）'))),
  setOf(sequence(oid('2.5.4.3'), utf8('仿真签章根证书（仅供演示）'))),
);

function newAuthority(kept: Collection<CertificateAuthority>, now: number): CertificateAuthority {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const keyInfo = publicKey.export({ type: 'spki', format: 'der' });
  const own = { subject: ownName, publicKey: keyInfo };
  const certificate = certificateOf(
    key,
    own,
    [now - 3650 * dayMs, now + 3650 * dayMs],
    [
      extension('2.5.29.19', true, sequence(isTrue)),
      // keyCertSign and cRLSign.
      extension('2.5.29.15', true, bits(Buffer.from([0x06]), 1)),
      extension('2.5.29.14', false, octets(keyIdOf(keyInfo))),
    ],
  );
  const authority = { key, certificate };
  kept.put('authority', authority);
  return authority;
}

function issue(authority: CertificateAuthority, asked: Asked, now: number): string {
  const above = createPublicKey(authority.certificate).export({ type: 'spki', format: 'der' });
  return certificateOf(
    authority.key,
    asked,
    [now - backdatedDays * dayMs, now + validDays * dayMs],
    [
      extension('2.5.29.19', true, sequence()),
      // digitalSignature and nonRepudiation.
      extension('2.5.29.15', true, bits(Buffer.from([0xc0]), 6)),
      extension('2.5.29.14', false, octets(keyIdOf(asked.publicKey))),
      extension('2.5.29.35', false, sequence(Buffer.concat([Buffer.from([0x80, 20]), keyIdOf(above)]))),
    ],
  );
}

/** A certificate for time stamps and nothing else (RFC 3161 §2.3: the one extended use, critical). */
export function certifyTimeStamps(authority: CertificateAuthority, asked: Asked, now: number): string {
  return certificateOf(
    authority.key,
    asked,
    [now - 3650 * dayMs, now + 3650 * dayMs],
    [
      extension('2.5.29.19', true, sequence()),
      extension('2.5.29.15', true, bits(Buffer.from([0xc0]), 6)),
      extension('2.5.29.37', true, sequence(oid('1.3.6.1.5.5.7.3.8'))),
      extension('2.5.29.14', false, octets(keyIdOf(asked.publicKey))),
    ],
  );
}

interface Asked {
  readonly subject: Buffer;
  readonly publicKey: Buffer;
}

/** An X.509 certificate, version 3 (RFC 5280), PEM. */
function certificateOf(
  key: string,
  { subject, publicKey }: Asked,
  [from, to]: readonly [number, number],
  extensions: readonly Buffer[],
): string {
  const serial = BigInt(`0x40${randomBytes(15).toString('hex')}`);
  const content = sequence(
    explicit(0, integer(2)),
    integer(serial),
    ecdsaWithSha256,
    ownName,
    sequence(instantOf(new Date(from)), instantOf(new Date(to))),
    subject,
    publicKey,
    explicit(3, sequence(...extensions)),
  );
  return pem('CERTIFICATE', sequence(content, ecdsaWithSha256, bits(sign('sha256', content, createPrivateKey(key)))));
}

const extension = (id: string, critical: boolean, value: Buffer) =>
  sequence(oid(id), ...(critical ? [isTrue] : []), octets(value));

/** 20 bytes that name a key (RFC 7093 §2, method 1). */
const keyIdOf = (publicKey: Uint8Array) => createHash('sha256').update(publicKey).digest().subarray(0, 20);
