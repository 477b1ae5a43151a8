/**
 * After an upgrade a page left open asks for parts that the server no longer has. Whoever goes to such a screen gets the page anew, once;
 * what was typed into a form stands in its draft. Merely pointing at a link never reloads: the failure is only noted then.
 */
const reloadedAt = 'reloaded-at';
const patience = 60_000;
const missing = new WeakSet<object>();

/** Notes every part that did not arrive, scripts and styles alike. */
export function noteMissingParts(): void {
  addEventListener('vite:preloadError', (event) => {
    const { payload } = event as Event & { payload?: unknown };
    if (typeof payload === 'object' && payload !== null) missing.add(payload);
  });
}

/** Whether a screen failed because a part of the program did not arrive. */
export function isMissingPart(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  return missing.has(error) || /dynamically imported module|importing a module/i.test(String((error as Error).message));
}

/** Loads the page anew; false when that was just tried and did not help. */
export function reloadOnce(): boolean {
  try {
    if (Date.now() - Number(sessionStorage.getItem(reloadedAt) ?? 0) < patience) return false;
    sessionStorage.setItem(reloadedAt, String(Date.now()));
  } catch {
    // Without a memory it would go round and round.
    return false;
  }
  location.reload();
  return true;
}
