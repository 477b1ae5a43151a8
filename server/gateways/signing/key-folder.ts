import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SigningFailure, type SigningParty } from './signer.ts';

/** Where one party's keys lie: files of 0600 in a folder of 0700. */
export interface KeyFolder {
  /** The kept text, undefined where there is none. */
  read(name: string): string | undefined;
  /** Keeps a text that was not there; where another process was quicker, its text is given back. */
  keepFirst(name: string, text: string): string;
  /** Puts a text in the place of another, at once or not at all. */
  replace(name: string, text: string): void;
  remove(name: string): void;
}

/** The folder of a party below DATA_DIR/signing. @throws SigningFailure where it cannot be read or written. */
export function openKeyFolder(dataDir: string, party: SigningParty): KeyFolder {
  const folder = join(
    dataDir,
    'signing',
    /^[A-Za-z0-9_-]{1,80}$/.test(party) ? party : Buffer.from(party).toString('hex'),
  );
  const draft = (name: string, text: string) => {
    const path = join(folder, `.${name}.${process.pid}`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    rmSync(path, { force: true });
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  const read = (name: string) => {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  };
  return {
    read: (name) => orFail(folder, () => read(name)),
    keepFirst: (name, text) =>
      orFail(folder, () => {
        const path = draft(name, text);
        try {
          linkSync(path, join(folder, name));
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        } finally {
          rmSync(path, { force: true });
        }
        return read(name) ?? text;
      }),
    remove: (name) => orFail(folder, () => rmSync(join(folder, name), { force: true })),
    replace: (name, text) => orFail(folder, () => renameSync(draft(name, text), join(folder, name))),
  };
}

function orFail<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new SigningFailure('keys-unreadable', `签名密钥所在的目录 ${folder} 不能读写：${(error as Error).message}`);
  }
}
