import { openKeyFolder } from './key-folder.ts';
import { type DetachedSignature, type Signer, SigningFailure, type SigningParty } from './signer.ts';
import { makeSm2Pem, readSm2Pem, type Sm2KeyPair, signWithSm2, verifyDetached } from './sm2-key.ts';

const sm2File = 'sm2.pem';

/** Where the shipped provider keeps its keys. */
export interface SignerSettings {
  readonly dataDir: string;
}

/** The shipped provider: keys of its own under DATA_DIR/signing. Nothing is made or read before the first signature. */
export function openLocalSigner({ dataDir }: SignerSettings): Signer {
  const pairs = new Map<SigningParty, Sm2KeyPair>();
  const pairOf = (party: SigningParty): Sm2KeyPair => {
    const kept = pairs.get(party) ?? openPair(dataDir, party);
    pairs.set(party, kept);
    return kept;
  };
  return {
    sealPdf: async () => {
      throw new SigningFailure('authority-unreachable', '文书签章服务尚未启用');
    },
    signDetached: async ({ unitId, bytes }): Promise<DetachedSignature> => signWithSm2(pairOf(unitId), bytes),
    verifyDetached,
  };
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
