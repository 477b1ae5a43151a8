import { createHash } from 'node:crypto';
import type { BodyOf } from '#contract/endpoint.ts';
import type { submitApplication } from '#contract/intake.ts';
import { canonicalJson } from '#domain/canonical-json.ts';

/**
 * SHA-256 of what a submission says. Left out is what may differ between two tries of the same one: the draft, which is gone after the
 * first, and the versions that were shown.
 */
export function submissionDigest(body: BodyOf<typeof submitApplication>): string {
  const { form, items, commitment, visit } = body;
  return createHash('sha256')
    .update(canonicalJson({ form, items, commitment, visit: visit ?? null }))
    .digest('hex');
}
