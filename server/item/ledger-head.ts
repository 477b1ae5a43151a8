import { canonicalJson } from '#domain/canonical-json.ts';
import type { DetachedSignature } from '../gateways/signing/signer.ts';
import type { Tx } from '../platform/database.ts';
import type { CoveredLedger } from './covered-ledger.ts';
import { sm3 } from './ledger-leaves.ts';

/** The head of one closed day, as it is kept, handed over and checked. */
export interface LedgerHead {
  /** Last day covered, YYYY-MM-DD in Asia/Shanghai. */
  readonly day: string;
  /** Entries from this instant on (ISO 8601); null: from the very first. */
  readonly from: string | null;
  /** Entries before this instant. */
  readonly until: string;
  readonly entries: number;
  /** Ledgers covered beside that of the items; null in heads made before there were any. */
  readonly covers: readonly CoveredLedger[] | null;
  /** SM3 over the digests of the parts, hex. */
  readonly digest: string;
  /** `head` of the head before; null for the first. */
  readonly previous: string | null;
  /** SM3 of the signed text, hex. */
  readonly head: string;
  readonly algorithm: string;
  /** DER, base64. */
  readonly signature: string;
  /** PEM. */
  readonly publicKey: string;
  readonly keyId: string;
  readonly madeAt: string;
}

/** What of a head is signed. */
export type HeadContent = Pick<
  LedgerHead,
  'day' | 'from' | 'until' | 'entries' | 'covers' | 'digest' | 'previous' | 'madeAt'
>;

/** The signed text: canonical JSON (sorted keys, no blanks, UTF-8) of these members, `covers` only where there is something in it. */
export function headText({ day, from, until, entries, covers, digest, previous, madeAt }: HeadContent): string {
  return canonicalJson({ day, from, until, entries, digest, previous, madeAt, ...(covers && { covers }) });
}

/** A head from its content and the signature over its text. */
export function signedHead(content: HeadContent, signed: DetachedSignature): LedgerHead {
  return { ...content, head: sm3(headText(content)), ...signed };
}

/** The signature of a head, as it is verified. */
export function signatureOf(head: LedgerHead): DetachedSignature {
  const { signature, publicKey, keyId } = head;
  return { algorithm: 'SM2-SM3', signature, publicKey, keyId };
}

const columns = `day, from_at as "from", until_at as "until", entries, covers, digest, previous, head, algorithm, signature,
  public_key as "publicKey", key_id as "keyId", made_at as "madeAt"`;

/** Heads in order of their days, from a day on. */
export async function listHeads(tx: Tx, from = '0001-01-01', limit = 100_000): Promise<LedgerHead[]> {
  return tx.query<LedgerHead>(
    'ledger-heads',
    `select ${columns} from ledger_head where day >= $1 order by day limit $2`,
    [from, limit],
  );
}

/** The newest head. */
export async function findLastHead(tx: Tx): Promise<LedgerHead | undefined> {
  const rows = await tx.query<LedgerHead>(
    'ledger-head-last',
    `select ${columns} from ledger_head order by day desc limit 1`,
  );
  return rows[0];
}

/** Writes a head; a second one of the same day, or after the same predecessor, is a conflict. */
export async function recordHead(tx: Tx, head: LedgerHead): Promise<void> {
  await tx.change(
    'ledger-head-insert',
    `insert into ledger_head (day, from_at, until_at, entries, digest, previous, head, algorithm, signature, public_key, key_id, made_at, covers)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      head.day,
      head.from,
      head.until,
      head.entries,
      head.digest,
      head.previous,
      head.head,
      head.algorithm,
      head.signature,
      head.publicKey,
      head.keyId,
      head.madeAt,
      head.covers && JSON.stringify(head.covers),
    ],
  );
}
