import type { CertificateAuthorityPort } from './certificate-authority-port.ts';
import { signCms } from './cms.ts';
import { openKeyFolder } from './key-folder.ts';
import { signPdf } from './pdf-signature.ts';
import { openSealKey, type SealKey } from './seal-key.ts';
import { type SealedPdf, type SealOrder, type Signer, SigningFailure, type SigningParty } from './signer.ts';
import { makeSm2Pem, readSm2Pem, type Sm2KeyPair, signWithSm2, verifyDetached } from './sm2-key.ts';

const sm2File = 'sm2.pem';
/** A certificate is looked at again after this long: another process may have renewed it, its unit may have been renamed. */
const rememberedMs = 10 * 60_000;

export interface SignerSettings {
  /** Keys lie below its folder `signing`. */
  readonly dataDir: string;
  /** Without one nothing is requested: kept certificates seal until they end. Detached signatures need none. */
  readonly authority?: CertificateAuthorityPort;
}

/** The shipped provider: keys of its own under DATA_DIR/signing. Nothing is made or read before the first signature. */
export function openLocalSigner({ dataDir, authority }: SignerSettings): Signer {
  const pairs = new Map<SigningParty, Sm2KeyPair>();
  const pairOf = (party: SigningParty): Sm2KeyPair => {
    const kept = pairs.get(party) ?? openPair(dataDir, party);
    pairs.set(party, kept);
    return kept;
  };
  const sealKeyOf = rememberSealKeys(dataDir, authority);
  return {
    sealPdf: async (order) => sealWith(await sealKeyOf(order), order),
    signDetached: async ({ unitId, bytes }) => signWithSm2(pairOf(unitId), bytes),
    verifyDetached,
  };
}

/** What a signature takes beside its certificates: its attributes, names and numbers, twice the 700 bytes seen. */
const besideCertificates = 1400;

/** One request at a time for each unit, however many papers wait for it. */
function rememberSealKeys(dataDir: string, authority: CertificateAuthorityPort | undefined) {
  const opened = new Map<string, { readonly at: number; readonly key: Promise<SealKey> }>();
  return ({ unitId, unitName, at }: SealOrder): Promise<SealKey> => {
    const name = JSON.stringify([unitId, unitName]);
    const known = opened.get(name);
    if (known && Math.abs(at.getTime() - known.at) < rememberedMs) return known.key;
    const key = openSealKey(dataDir, { unitId, name: unitName }, at, authority);
    opened.set(name, { at: at.getTime(), key });
    key.catch(() => opened.delete(name));
    return key;
  };
}

function sealWith({ key, chain, number }: SealKey, order: SealOrder): SealedPdf {
  const { pdf, unitName: name, reason, at } = order;
  const room = chain.reduce((sum, one) => sum + one.length, besideCertificates);
  try {
    return {
      pdf: signPdf(pdf, { name, reason, at, room }, (digest) => signCms(digest, key, chain)),
      certificate: number,
    };
  } catch (error) {
    throw new SigningFailure('not-a-paper', `这份文书签不上：${(error as Error).message}`);
  }
}

function openPair(dataDir: string, party: SigningParty): Sm2KeyPair {
  const folder = openKeyFolder(dataDir, party);
  const text = folder.read(sm2File) ?? folder.keepFirst(sm2File, makeSm2Pem());
  try {
    return readSm2Pem(text);
  } catch (error) {
    throw new SigningFailure('keys-unreadable', `签名密钥 ${party}/${sm2File} 已损坏：${(error as Error).message}`);
  }
}
