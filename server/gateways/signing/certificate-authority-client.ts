import { createHash } from 'node:crypto';
import Type from 'typebox';
import { type ExchangeTarget, signedFetch } from '../exchange/signed-fetch.ts';
import type { CertificateAuthorityPort } from './certificate-authority-port.ts';

const Issued = Type.Object({
  certificates: Type.Array(Type.String({ minLength: 1, maxLength: 10_000 }), { minItems: 1, maxItems: 5 }),
});

/** The certificate authority over HTTP. */
export function openCertificateAuthorityClient(target: ExchangeTarget): CertificateAuthorityPort {
  return {
    issue: (body) =>
      signedFetch(target, {
        method: 'POST',
        path: '/certificates',
        body,
        idempotencyKey: createHash('sha256').update(body.request).digest('hex'),
        reply: Issued,
      }),
  };
}
