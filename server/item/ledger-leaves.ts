import { createHash } from 'node:crypto';
import { algorithmOf, hashBytes } from './entry-hash.ts';

/** One entry of a closed day, as a head knows it. */
export interface Leaf {
  /** 0: the ledger of the items; n: the nth of those the head covers beside it. */
  readonly ledger: number;
  readonly subject_key: string;
  readonly item_id: string;
  readonly version: number;
  readonly hash: string;
}

const leafBytes = 69;
/** Leaves in a part: 276 KB, so that a day of a million entries never lies in memory at once. */
export const leavesInPart = 4096;

/** Leaves as bytes, in the order given. */
export function packLeaves(leaves: readonly Leaf[]): Buffer {
  const packed = Buffer.alloc(leaves.length * leafBytes);
  for (const [index, leaf] of leaves.entries()) {
    const start = index * leafBytes;
    packed.write(leaf.subject_key.replaceAll('-', ''), start, 'hex');
    packed.write(leaf.item_id.replaceAll('-', ''), start + 16, 'hex');
    packed.writeUInt32BE(leaf.version, start + 32);
    packed[start + 36] = leaf.ledger * 2 + (algorithmOf(leaf.hash) === 'sm3' ? 1 : 0);
    hashBytes(leaf.hash).copy(packed, start + 37);
  }
  return packed;
}

const uuidText = (hex: string) =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');

/** The leaves of a part again. */
export function unpackLeaves(packed: Buffer): Leaf[] {
  return Array.from({ length: Math.floor(packed.length / leafBytes) }, (_, index) => {
    const one = packed.subarray(index * leafBytes, (index + 1) * leafBytes);
    const hash = one.toString('hex', 37);
    const mark = one.readUInt8(36);
    return {
      ledger: mark >> 1,
      subject_key: uuidText(one.toString('hex', 0, 16)),
      item_id: uuidText(one.toString('hex', 16, 32)),
      version: one.readUInt32BE(32),
      hash: mark % 2 === 1 ? `sm3:${hash}` : hash,
    };
  });
}

/** Where a leaf stands among the others: negative, zero or positive, as for a sort. */
export function compareLeaves(one: Leaf, other: Leaf): number {
  if (one.ledger !== other.ledger) return one.ledger - other.ledger;
  if (one.subject_key !== other.subject_key) return one.subject_key < other.subject_key ? -1 : 1;
  if (one.item_id !== other.item_id) return one.item_id < other.item_id ? -1 : 1;
  return one.version - other.version;
}

/** SM3 of bytes, hex. */
export function sm3(bytes: Uint8Array | string): string {
  return createHash('sm3').update(bytes).digest('hex');
}

/** The digest of a day from those of its parts. */
export function digestOfParts(parts: readonly string[]): string {
  return sm3(Buffer.from(parts.join(''), 'hex'));
}
