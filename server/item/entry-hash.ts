import { createHash } from 'node:crypto';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { LedgerActor } from '../platform/actor.ts';
import { chainHash, sm3Prefix } from '../platform/chain-hash.ts';

/** Everything a row of the ledger says, as it is hashed. */
export interface HashedRow {
  readonly subjectKey: string;
  readonly itemId: string;
  readonly version: number;
  readonly type: string;
  readonly payload: unknown;
  readonly actor: LedgerActor;
  readonly unitId: string;
  readonly regionCode: string;
  readonly windowUnitId: string | null;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly at: Date;
  readonly cites: readonly string[];
  readonly requestId: string | null;
  readonly prevHash: string;
}

/** How a row was hashed. New rows are hashed with SM3; SHA-256 stays readable for those written before. */
export type HashAlgorithm = 'sm3' | 'sha256';

/** The algorithm travels with the hash: `sm3:<hex>`, or plain hex for SHA-256. */
export function algorithmOf(hash: string): HashAlgorithm {
  return hash.startsWith(sm3Prefix) ? 'sm3' : 'sha256';
}

/** The 32 bytes of a row's hash. */
export function hashBytes(hash: string): Buffer {
  return Buffer.from(hash.startsWith(sm3Prefix) ? hash.slice(sm3Prefix.length) : hash, 'hex');
}

/** The hash of a row over all of its columns and the hash before it. */
export function hashRow(row: HashedRow): string {
  return chainHash({ ...row, at: row.at.toISOString() });
}

/** As rows were hashed before SM3: without request, unit, region and window. Only to check what was written then. */
export function hashRowBefore(row: HashedRow): string {
  const { requestId: _request, unitId: _unit, regionCode: _region, windowUnitId: _window, ...hashed } = row;
  return createHash('sha256')
    .update(canonicalJson({ ...hashed, at: row.at.toISOString() }))
    .digest('hex');
}
