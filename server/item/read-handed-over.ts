import type { LedgerHead } from './ledger-head.ts';

const texts = ['day', 'until', 'digest', 'head', 'signature', 'publicKey', 'keyId', 'madeAt'] as const;

/** Heads as they were handed over, one JSON object a line. @throws Error in Chinese that names the line. */
export function readHandedOver(text: string): LedgerHead[] {
  return text
    .split('\n')
    .map((line, index) => ({ line: line.trim(), index }))
    .filter(({ line }) => line !== '')
    .map(({ line, index }) => {
      try {
        const head = JSON.parse(line) as LedgerHead;
        if (texts.every((key) => typeof head[key] === 'string') && Number.isInteger(head.entries))
          return { ...head, covers: head.covers ?? null };
      } catch {
        // Said below.
      }
      throw new Error(`文件第 ${index + 1} 行不是日封`);
    });
}

/** One head as a line of such a file. */
export function headLine(head: LedgerHead): string {
  const {
    day,
    from,
    until,
    entries,
    covers,
    digest,
    previous,
    madeAt,
    head: own,
    algorithm,
    signature,
    publicKey,
    keyId,
  } = head;
  return `${JSON.stringify({ day, from, until, entries, ...(covers && { covers }), digest, previous, madeAt, head: own, algorithm, signature, publicKey, keyId })}\n`;
}
