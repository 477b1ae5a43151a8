import { expect, test } from 'vitest';
import { checkCitizenId } from '#domain/citizen-id.ts';
import { checkUscc } from '#domain/uscc.ts';
import { demoAccounts } from './accounts.ts';

test('every account has a valid identifier, and nothing is given twice', () => {
  for (const { userType, identifier, enterprises } of demoAccounts) {
    expect([identifier, (userType === 'person' ? checkCitizenId(identifier) : checkUscc(identifier)).ok]).toEqual([
      identifier,
      true,
    ]);
    for (const { uscc } of enterprises) expect([uscc, checkUscc(uscc).ok]).toEqual([uscc, true]);
  }
  for (const field of ['sub', 'username', 'identifier'] as const) {
    expect(new Set(demoAccounts.map((account) => account[field])).size).toBe(demoAccounts.length);
  }
});
