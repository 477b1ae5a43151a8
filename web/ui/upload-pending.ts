/** A file that was on its way when the page went: kept in this browser until it has arrived, or for a day. */
export interface PendingFile {
  readonly name: string;
  readonly file: Blob;
}

interface Row extends PendingFile {
  readonly key: string;
  readonly at: number;
}

const database = 'credit-repair-uploads';
const store = 'pending';
const keptMs = 24 * 3_600_000;

/** Keeps a file under a key; where the browser keeps nothing (private windows) the upload goes on all the same. */
export async function rememberPending(key: string, name: string, file: Blob): Promise<void> {
  await inStore('readwrite', (rows) => rows.put({ key, name, file, at: Date.now() } satisfies Row));
}

export async function forgetPending(key: string): Promise<void> {
  await inStore('readwrite', (rows) => rows.delete(key));
}

/** Everything goes: on a shared machine nothing of one person stays for the next. */
export async function forgetAllPending(): Promise<void> {
  await inStore('readwrite', (rows) => rows.clear());
}

/** The file that was on its way under this key, unless it is older than a day. */
export async function recallPending(key: string): Promise<PendingFile | undefined> {
  const row = await inStore<Row | undefined>('readonly', (rows) => rows.get(key));
  if (!row) return undefined;
  if (row.at > Date.now() - keptMs) return row;
  await forgetPending(key);
  return undefined;
}

function inStore<T>(
  mode: IDBTransactionMode,
  ask: (rows: IDBObjectStore) => IDBRequest<T> | IDBRequest<IDBValidKey> | IDBRequest<undefined>,
): Promise<T | undefined> {
  return new Promise((resolve) => {
    try {
      const opening = indexedDB.open(database, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(store, { keyPath: 'key' });
      opening.onerror = () => resolve(undefined);
      opening.onsuccess = () => {
        const transaction = opening.result.transaction(store, mode);
        const asked = ask(transaction.objectStore(store));
        transaction.oncomplete = () => {
          opening.result.close();
          resolve(asked.result as T | undefined);
        };
        transaction.onabort = () => {
          opening.result.close();
          resolve(undefined);
        };
      };
    } catch {
      resolve(undefined);
    }
  });
}
