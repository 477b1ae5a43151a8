/** Who signs: a unit of the catalogue, by its id, or the platform itself (heads of the ledger, manifests of archives). */
export type SigningParty = string | 'platform';

/** One paper to be sealed. */
export interface SealOrder {
  /** The unit in whose name the paper is issued; `platform` for an applicant's own papers that no window made. */
  readonly unitId: SigningParty;
  /** Name of the unit, as it stands in its certificate. */
  readonly unitName: string;
  /** A whole PDF as the press made it. */
  readonly pdf: Uint8Array;
  /** What the signature is for, in Chinese: shown by readers, e.g. 准予信用修复决定书. */
  readonly reason: string;
  readonly at: Date;
}

/** A sealed paper. */
export interface SealedPdf {
  /** The order's bytes, unchanged, with the signature behind them. */
  readonly pdf: Uint8Array;
  /** Number of the certificate, hex. */
  readonly certificate: string;
  /** The instant that the time-stamp authority vouches for; null where it could not be asked. */
  readonly timeStampedAt: Date | null;
}

/** A signature beside what it signs. */
export interface DetachedSignature {
  readonly algorithm: 'SM2-SM3';
  /** DER `SEQUENCE { r, s }` of GM/T 0009, base64. */
  readonly signature: string;
  /** SubjectPublicKeyInfo, PEM. Keep it where the signature is kept: keys change, signatures stay. */
  readonly publicKey: string;
  /** First 16 hex digits of the SM3 of the key's SubjectPublicKeyInfo (DER). */
  readonly keyId: string;
}

/**
 * Why nothing was signed. Not a refusal: whoever asked is a job, which tries again. `text` is Chinese and fit for a desk.
 */
export class SigningFailure extends Error {
  readonly reason: 'authority-unreachable' | 'certificate-refused' | 'keys-unreadable' | 'not-a-paper';
  constructor(reason: SigningFailure['reason'], text: string) {
    super(text);
    this.name = 'SigningFailure';
    this.reason = reason;
  }
}

/**
 * Seals and signs in the name of units and of the platform. Keys never leave the provider; with the shipped one they lie under
 * DATA_DIR/signing (0600), with a licensed provider in its machine. Throws SigningFailure.
 */
export interface Signer {
  /** Signs a PDF (PAdES baseline B-T, `ETSI.CAdES.detached`; B-B while no time stamp is to be had). What the paper looks like stays as it is. */
  sealPdf(order: SealOrder): Promise<SealedPdf>;
  /** SM2 with SM3 over the bytes, user id 1234567812345678 (GM/T 0009). */
  signDetached(order: { readonly unitId: SigningParty; readonly bytes: Uint8Array }): Promise<DetachedSignature>;
  /**
   * Whether the signature is one of these bytes and its own public key. Whose key that is, is another question: compare `keyId` with one
   * that is known.
   */
  verifyDetached(signed: DetachedSignature, bytes: Uint8Array): boolean;
}
