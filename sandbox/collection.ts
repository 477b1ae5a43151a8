import { closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Named values that survive a restart. Written through at once: a receipt given is a receipt kept. */
export interface Collection<T> {
  readonly size: number;
  get(key: string): T | undefined;
  values(): IterableIterator<T>;
  /** Sets the value and appends it to the journal. */
  put(key: string, value: T): void;
  clear(): void;
  close(): void;
}

/**
 * Opens `folder/name.jsonl`: one `{"k","v"}` a line, the last line of a key counts. A torn last line (the process was
 * killed while writing) is passed over. The file is rewritten at opening once more than half of it is outdated.
 */
export function openCollection<T>(folder: string, name: string): Collection<T> {
  const file = join(folder, `${name}.jsonl`);
  const entries = new Map<string, T>();
  const lines = readLines(file);
  const parsed = lines.map((line) => parseLine<T>(line)).filter((entry) => entry !== undefined);
  for (const { k, v } of parsed) entries.set(k, v);
  if (parsed.length < lines.length || parsed.length > entries.size * 2) rewrite(file, entries);
  const handle = openSync(file, 'a', 0o600);
  return {
    get size() {
      return entries.size;
    },
    get: (key) => entries.get(key),
    values: () => entries.values(),
    put(key, value) {
      entries.set(key, value);
      writeSync(handle, `${JSON.stringify({ k: key, v: value })}\n`);
    },
    clear() {
      entries.clear();
      writeFileSync(file, '');
    },
    close: () => closeSync(handle),
  };
}

function readLines(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').filter(Boolean);
}

function parseLine<T>(line: string): { k: string; v: T } | undefined {
  try {
    return JSON.parse(line) as { k: string; v: T };
  } catch {
    return undefined;
  }
}

function rewrite<T>(file: string, entries: ReadonlyMap<string, T>): void {
  const text = [...entries].map(([k, v]) => `${JSON.stringify({ k, v })}\n`).join('');
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
