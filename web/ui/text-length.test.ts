import { describe, expect, it } from 'vitest';
import { lengthOf, tooLongText } from './text-length.ts';

describe('a text longer than its field', () => {
  it('is told with how many characters are too many, never cut', () => {
    expect(tooLongText('字'.repeat(420), 100)).toBe('最多 100 个字，现在 420 个，多了 320 个，请删减。');
    expect(tooLongText('字'.repeat(100), 100)).toBeNull();
    expect(tooLongText('字'.repeat(420), undefined)).toBeNull();
  });

  it('counts a rare character once', () => {
    expect(lengthOf('𬭎堃')).toBe(2);
    expect(tooLongText('𬭎'.repeat(60), 60)).toBeNull();
    expect(tooLongText('𬭎'.repeat(61), 60)).toContain('多了 1 个');
  });
});
