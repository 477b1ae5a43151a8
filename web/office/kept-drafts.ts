/** What was typed and not carried out, under the names of its controls. Only what JSON can hold: words, ticks, ids. */
export type Kept = Readonly<Record<string, unknown>>;

/** Where drafts outlast a reload: the tab's own storage, which ends with the tab. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'kept-draft:';
/** Stands in where the browser gives no storage (full, or switched off): then a draft outlasts the drawer, not the reload. */
const inMemory = new Map<string, Kept>();

/** The draft under a key; empty where there is none or what is stored cannot be read. */
export function readKept(store: DraftStore | null, key: string): Kept {
  const held = inMemory.get(key);
  if (held) return held;
  try {
    const read: unknown = JSON.parse(store?.getItem(prefix + key) ?? '{}');
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Kept) : {};
  } catch {
    return {};
  }
}

/** Keeps the draft; an empty one is taken away. */
export function writeKept(store: DraftStore | null, key: string, kept: Kept): void {
  const empty = Object.keys(kept).length === 0;
  if (empty) inMemory.delete(key);
  else inMemory.set(key, kept);
  try {
    if (empty) store?.removeItem(prefix + key);
    else store?.setItem(prefix + key, JSON.stringify(kept));
  } catch {
    // Full storage: memory holds it.
  }
}

/** One control's value put into a draft; what is as it was at the start is no change and leaves the draft. */
export function withValue<T>(kept: Kept, name: string, start: T, value: T): Kept {
  const { [name]: _, ...rest } = kept;
  return JSON.stringify(value) === JSON.stringify(start) ? rest : { ...rest, [name]: value };
}

/** Takes every draft away: who signs out leaves nothing for whoever signs in at the same tab. */
export function forgetAllKept(store: DraftStore | null): void {
  inMemory.clear();
  if (!store) return;
  const keys = Array.from({ length: store.length }, (_, at) => store.key(at));
  for (const key of keys) if (key?.startsWith(prefix)) store.removeItem(key);
}

/** The tab's storage, or none where the browser forbids it. */
export function tabStorage(): DraftStore | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
