import type { Outcome } from '../exchange/outcome.ts';

/** A certificate with those above it, PEM, the own one first. */
export interface IssuedChain {
  readonly certificates: readonly string[];
}

/** The licensed authority that issues a certificate to each unit. */
export interface CertificateAuthorityPort {
  /** Asks for a certificate by a PKCS #10 request (PEM). The same request again gets the same certificate. */
  issue(request: { readonly unitId: string; readonly request: string }): Promise<Outcome<IssuedChain>>;
}
