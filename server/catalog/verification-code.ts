import { createHmac } from 'node:crypto';
import { normaliseCode } from '#domain/uscc.ts';

// Stands in catalog, as document-number.ts and order-paper.ts do: papers are ordered in the name of a unit of the catalogue, and the
// first module that orders one (record, the repair notice) can import from no later module.

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const shape = /^[0-9A-Z]{12}$/;

/**
 * The code on a paper, e.g. `K7QM-2X9D-HT4R`: twelve characters that cannot be mistaken for one another (60 bits), derived from the
 * paper and the platform's secret, so that a job that runs twice prints the same code and nobody can guess one.
 */
export function verificationCode(secret: string, subjectKey: string, paperId: string): string {
  const digest = createHmac('sha256', secret).update(`paper:${subjectKey}:${paperId}`).digest();
  return grouped([...digest.subarray(0, 12)].map((byte) => alphabet[byte % alphabet.length]).join(''));
}

/** A code as somebody typed it: any case, with or without hyphens and blanks, full-width too. Undefined where it cannot be one. */
export function readVerificationCode(typed: string): string | undefined {
  const plain = normaliseCode(typed).replace(/[-‐-―−]/g, '');
  return shape.test(plain) ? grouped(plain) : undefined;
}

const grouped = (plain: string) => plain.match(/.{4}/g)!.join('-');
