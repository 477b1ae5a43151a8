import { beforeEach, describe, expect, it } from 'vitest';
import { type DraftStore, forgetAllKept, readKept, withValue, writeKept } from './kept-drafts.ts';

/** The tab's storage as the browser has it. */
function tab(): DraftStore & { readonly held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
    key: (at) => [...held.keys()][at] ?? null,
    get length() {
      return held.size;
    },
  };
}

/** The same tab after a reload: memory is gone, its storage is not. */
function reloaded(store: ReturnType<typeof tab>) {
  const copy = new Map(store.held);
  forgetAllKept(tab());
  const next = tab();
  for (const [key, value] of copy) next.held.set(key, value);
  return next;
}

describe('a draft of a drawer', () => {
  beforeEach(() => forgetAllKept(null));

  it('is there again when the drawer opens anew, and after a reload', () => {
    const store = tab();
    writeKept(store, 'a/1/extend', { reason: '需要实地核实' });
    expect(readKept(store, 'a/1/extend')).toEqual({ reason: '需要实地核实' });
    expect(readKept(reloaded(store), 'a/1/extend')).toEqual({ reason: '需要实地核实' });
    expect(readKept(store, 'a/2/extend')).toEqual({});
  });

  it('goes when it is empty, and all of them at signing out', () => {
    const store = tab();
    writeKept(store, 'a/1/extend', { reason: '一' });
    writeKept(store, 'a/1/extend', {});
    expect(store.length).toBe(0);
    writeKept(store, 'a/1/refuse', { note: '二' });
    writeKept(store, 'a/2/refuse', { note: '三' });
    store.setItem('other', 'stays');
    forgetAllKept(store);
    expect([...store.held.keys()]).toEqual(['other']);
    expect(readKept(store, 'a/1/refuse')).toEqual({});
  });

  it('holds in memory where the storage is full', () => {
    const full = tab();
    full.setItem = () => {
      throw new Error('QuotaExceededError');
    };
    writeKept(full, 'a/1/verify', { finding: '罚款已缴清' });
    expect(readKept(full, 'a/1/verify')).toEqual({ finding: '罚款已缴清' });
  });

  it('opens empty where what is stored cannot be read', () => {
    const store = tab();
    store.setItem('kept-draft:k', '{');
    expect(readKept(store, 'k')).toEqual({});
  });

  it('holds only what was changed', () => {
    const typed = withValue({}, 'reason', '', '因');
    expect(typed).toEqual({ reason: '因' });
    expect(withValue(typed, 'reason', '', '')).toEqual({});
    expect(withValue({}, 'lines', [], [{ key: 'a' }])).toEqual({ lines: [{ key: 'a' }] });
    expect(withValue({}, 'unit', undefined, undefined)).toEqual({});
  });
});
