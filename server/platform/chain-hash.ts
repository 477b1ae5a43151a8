import { createHash } from 'node:crypto';
import { canonicalJson } from '#domain/canonical-json.ts';

/** Hash of the first row's predecessor, in every chained ledger. */
export const chainStart = '0'.repeat(64);

/** What hashes of SM3 begin with: the algorithm travels with the hash. */
export const sm3Prefix = 'sm3:';

/** `sm3:<hex>` over everything a row says, the hash of the row before it included. */
export function chainHash(row: object): string {
  return sm3Prefix + createHash('sm3').update(canonicalJson(row)).digest('hex');
}
