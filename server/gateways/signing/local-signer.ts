import { openTimeStamping } from './ask-time-stamp.ts';
import type { CertificateAuthorityPort } from './certificate-authority-port.ts';
import { signCms } from './cms.ts';
import { openKeyFolder } from './key-folder.ts';
import { signPdf } from './pdf-signature.ts';
import { openSealKey, type SealKey } from './seal-key.ts';
import { type SealedPdf, type SealOrder, type Signer, SigningFailure, type SigningParty } from './signer.ts';
import { makeSm2Pem, readSm2Pem, type Sm2KeyPair, signWithSm2, verifyDetached } from './sm2-key.ts';
import type { TimeStampPort } from './time-stamp-port.ts';

const sm2File = 'sm2.pem';
/** A certificate is looked at again after this long: another process may have renewed it, its unit may have been renamed. */
const rememberedMs = 10 * 60_000;

export interface SignerSettings {
  /** Keys lie below its folder `signing`. */
  readonly dataDir: string;
  /** Without one nothing is requested: kept certificates seal until they end. Detached signatures need none. */
  readonly authority?: CertificateAuthorityPort;
  /** Stamps the time of a seal; without it, or while it is away, seals go without (B-B). */
  readonly timeStamps?: TimeStampPort;
}

/** The shipped provider: keys of its own under DATA_DIR/signing. Nothing is made or read before the first signature. */
export function openLocalSigner({ dataDir, authority, timeStamps }: SignerSettings): Signer {
  const pairs = new Map<SigningParty, Sm2KeyPair>();
  const pairOf = (party: SigningParty): Sm2KeyPair => {
    const kept = pairs.get(party) ?? openPair(dataDir, party);
    pairs.set(party, kept);
    return kept;
  };
  const sealKeyOf = rememberSealKeys(dataDir, authority);
  const stamp = openTimeStamping(timeStamps);
  return {
    sealPdf: async (order) => sealWith(await sealKeyOf(order), order, timeStamps ? stamp : undefined),
    signDetached: async ({ unitId, bytes }) => signWithSm2(pairOf(unitId), bytes),
    verifyDetached,
  };
}

/** What a signature takes beside its certificates: its attributes, names and numbers, twice the 700 bytes seen. */
const besideCertificates = 1400;
/** What a time stamp takes at most, its certificates included: twice the 1 700 bytes seen. */
const roomOfStamp = 3400;

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

async function sealWith(
  { key, chain, number }: SealKey,
  order: SealOrder,
  stamp: ReturnType<typeof openTimeStamping> | undefined,
): Promise<SealedPdf> {
  const { pdf, unitName: name, reason, at } = order;
  const room = chain.reduce((sum, one) => sum + one.length, besideCertificates) + (stamp ? roomOfStamp : 0);
  let timeStampedAt: Date | null = null;
  const stamping = async (digest: Buffer) => {
    const found = await stamp?.(digest);
    if (!found || found.token.length > roomOfStamp) return undefined;
    timeStampedAt = found.at;
    return found.token;
  };
  try {
    const sealed = await signPdf(pdf, { name, reason, at, room }, (digest) => signCms(digest, key, chain, stamping));
    return { pdf: sealed, certificate: number, timeStampedAt };
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
