import { describe, expect, test } from 'vitest';
import { checkPurpose, purposeLabel, purposesFor } from './reading-purpose.ts';

describe('why somebody reads personal data', () => {
  test('each role has its own short list, 其他 last', () => {
    expect(purposesFor(['window-clerk'])).toEqual(['visit', 'call', 'other']);
    expect(purposesFor(['supervisor'])).toEqual(['supervise', 'complaint', 'audit', 'other']);
    expect(purposesFor(['officer'])).toEqual([]);
    expect(purposesFor(['supervisor', 'operator']).at(-1)).toBe('other');
  });

  test('a purpose of another role is refused', () => {
    expect(checkPurpose('visit', '', ['supervisor'])).toMatchObject({ kind: 'forbidden', code: 'purpose-not-yours' });
    expect(checkPurpose('supervise', '', ['supervisor'])).toBeNull();
  });

  test('其他 says what it is', () => {
    expect(checkPurpose('other', '  看看 ', ['operator'])).toMatchObject({
      kind: 'invalid',
      code: 'purpose-unexplained',
    });
    expect(checkPurpose('other', '配合法院调查', ['operator'])).toBeNull();
  });

  test('in words', () => {
    expect(purposeLabel('case')).toBe('办理本单位的办件');
    expect(purposeLabel('supervise')).toBe('督办检查');
    expect(purposeLabel('gone')).toBe('gone');
  });
});
