/** Contradictions the engine is known to make. Each names a case that shows it, and leaves this list once that case no longer does. */
import type { CaseInput } from '../assess-case.ts';

export interface AwaitedContradiction {
  readonly why: string;
  readonly covers: (input: CaseInput) => boolean;
  readonly example: CaseInput;
}

const listed = {
  id: null,
  subjectType: 'organisation',
  penalties: [],
  dutiesPerformed: true,
} as const;

export const awaitedContradictions: readonly AwaitedContradiction[] = [
  {
    why: '44号 art 16(3): the verdict asks an office, the route says apply',
    covers: (one) => one.matter === 'market-serious' && one.samePenaltyAgain === true && one.on < '2025-12-25',
    example: {
      ...listed,
      matter: 'market-serious',
      findingDate: '2024-05-10',
      publishedDate: '2024-05-20',
      samePenaltyAgain: true,
      on: '2025-06-01',
    },
  },
  {
    why: '54号 art 17 beside 36号 art 12: the maximum shown is over, the record is still on display',
    covers: (one) => one.matter === 'tax-serious',
    example: {
      ...listed,
      matter: 'tax-serious',
      findingDate: '2026-04-10',
      publishedDate: '2026-05-01',
      dutiesPerformed: false,
      on: '2029-04-20',
    },
  },
  {
    why: 'a fraud and a new offence together: the day named is that of the fraud alone',
    covers: (one) => one.samePenaltyAgain === true && one.fraudFoundOn !== undefined,
    example: {
      ...listed,
      matter: 'wage-arrears',
      findingDate: '2027-04-24',
      publishedDate: '2027-06-02',
      samePenaltyAgain: true,
      fraudFoundOn: '2026-06-15',
      on: '2029-04-19',
    },
  },
];

/** Whether a case is one of which a contradiction is awaited. */
export function isAwaited(input: CaseInput): boolean {
  return awaitedContradictions.some((one) => one.covers(input));
}
