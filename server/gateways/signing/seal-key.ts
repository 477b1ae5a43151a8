import { createPrivateKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import type { CertificateAuthorityPort } from './certificate-authority-port.ts';
import { type CertificateSubject, certificateRequest } from './certificate-request.ts';
import { pem, readPem } from './der.ts';
import { type KeyFolder, openKeyFolder } from './key-folder.ts';
import { SigningFailure } from './signer.ts';

/** A unit's key with the certificate it was given, DER, the own one first. */
export interface SealKey {
  readonly key: KeyObject;
  readonly chain: readonly Buffer[];
  /** Number of the certificate, hex. */
  readonly number: string;
}

/** A certificate that ends within so many days is replaced. */
export const renewalDays = 30;

const file = 'seal.pem';
/** A new key waits here until its certificate comes, so that a request that is repeated is the same request. */
const waitingFile = 'seal-request.pem';

/**
 * The key and certificate of a unit that are good at an instant: the kept ones, or new ones from the authority. While the authority is
 * away, a certificate that is still good goes on being used. Throws SigningFailure.
 */
export async function openSealKey(
  dataDir: string,
  subject: CertificateSubject,
  at: Date,
  authority: CertificateAuthorityPort | undefined,
): Promise<SealKey> {
  const folder = openKeyFolder(dataDir, subject.unitId);
  const kept = readKept(folder, subject);
  if (kept && isGood(kept, at, renewalDays)) return kept;
  try {
    const renewed = await request(folder, subject, authority);
    if (!isGood(renewed, at, 0)) throw refused('签发的证书在今天无效');
    return renewed;
  } catch (failure) {
    if (kept && isGood(kept, at, 0)) return kept;
    throw failure;
  }
}

/** Whether it is good from `at` on, for at least so many days. */
function isGood({ chain }: SealKey, at: Date, days: number): boolean {
  const { validFromDate, validToDate } = new X509Certificate(chain[0]!);
  return validFromDate <= at && validToDate.getTime() > at.getTime() + days * 86_400_000;
}

/** The kept one; one that bears another name (the unit was renamed) or cannot be read is not taken. */
function readKept(folder: KeyFolder, subject: CertificateSubject): SealKey | undefined {
  const text = folder.read(file);
  if (text === undefined) return undefined;
  try {
    return checked(text, subject);
  } catch {
    return undefined;
  }
}

async function request(
  folder: KeyFolder,
  subject: CertificateSubject,
  authority: CertificateAuthorityPort | undefined,
): Promise<SealKey> {
  if (!authority) throw new SigningFailure('authority-unreachable', `${subject.name}还没有签章证书`);
  const secret = folder.read(waitingFile) ?? folder.keepFirst(waitingFile, newKey());
  const key = createPrivateKey(secret);
  const outcome = await authority.issue({ unitId: subject.unitId, request: certificateRequest(subject, key) });
  if (!outcome.ok)
    throw new SigningFailure(
      outcome.kind === 'refused' ? 'certificate-refused' : 'authority-unreachable',
      `没有取得${subject.name}的签章证书：${outcome.text}`,
    );
  const text =
    secret +
    outcome.certificates
      .flatMap((one) => readPem('CERTIFICATE', one))
      .map(asPem)
      .join('');
  const issued = checked(text, subject);
  folder.replace(file, text);
  folder.remove(waitingFile);
  return issued;
}

const asPem = (certificate: Buffer) => pem('CERTIFICATE', certificate);

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
}

/** Reads key and chain and sees that they belong together: our key, our name, each certificate signed by the next. */
function checked(text: string, subject: CertificateSubject): SealKey {
  const key = createPrivateKey(text);
  const chain = readPem('CERTIFICATE', text);
  const certificates = chain.map((one) => new X509Certificate(one));
  const [own] = certificates;
  if (!own?.checkPrivateKey(key)) throw refused('签发的证书与密钥不符');
  if (!own.subject.split('\n').includes(`CN=${subject.name}`)) throw refused('签发的证书上的单位名称不符');
  for (const [index, one] of certificates.entries()) {
    const above = certificates[index + 1] ?? one;
    if (above !== one && !one.verify(above.publicKey)) throw refused('证书链不完整');
  }
  return { key, chain, number: own.serialNumber.toLowerCase() };
}

const refused = (text: string) => new SigningFailure('certificate-refused', `证书机构${text}`);
