import { describe, expect, it } from 'vitest';
import { checkArchivable } from './archivable.ts';

const granted = { number: 'XF1-1', state: 'completed' } as const;
const printed = { state: 'printed' };

describe('the archive package', () => {
  it('waits for every item of the application and names the open ones', () => {
    const refusal = checkArchivable([granted, { number: 'XF1-2', state: 'lodged' }], [printed]);
    expect(refusal).toMatchObject({ code: 'not-closed' });
    expect(refusal?.text).toContain('XF1-2');
    expect(refusal?.text).not.toContain('XF1-1');
  });

  it('waits for every paper', () => {
    expect(checkArchivable([granted], [printed, { state: 'ordered' }])).toMatchObject({ code: 'papers-not-ready' });
    expect(checkArchivable([granted], [printed])).toBeNull();
  });
});
