import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isMissingPart, noteMissingParts, reloadOnce } from './missing-part.ts';

const kept = new Map<string, string>();
const reload = vi.fn();

beforeEach(() => {
  kept.clear();
  reload.mockReset();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  vi.stubGlobal('location', { reload });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a page is loaded anew once, and again only after a while', () => {
  vi.useFakeTimers({ now: 1_000_000 });
  expect(reloadOnce()).toBe(true);
  expect(reloadOnce()).toBe(false);
  expect(reload).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(61_000);
  expect(reloadOnce()).toBe(true);
});

test('where nothing can be kept the page is not loaded anew, so that it never goes round', () => {
  vi.stubGlobal('sessionStorage', {
    getItem: () => {
      throw new Error('denied');
    },
  });
  expect(reloadOnce()).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});

test('scripts are known by what browsers say, styles by the event; other faults are not missing parts', () => {
  const target = new EventTarget();
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
  noteMissingParts();
  const style = new Error('Unable to preload CSS for /assets/gone.css');
  expect(isMissingPart(style)).toBe(false);
  target.dispatchEvent(Object.assign(new Event('vite:preloadError'), { payload: style }));
  expect(isMissingPart(style)).toBe(true);
  for (const said of [
    'Failed to fetch dynamically imported module: http://x/assets/a.js',
    'error loading dynamically imported module: http://x/assets/a.js',
    'Importing a module script failed.',
  ])
    expect(isMissingPart(new TypeError(said)), said).toBe(true);
  expect(isMissingPart(new TypeError('x is not a function'))).toBe(false);
  expect(isMissingPart(undefined)).toBe(false);
});
