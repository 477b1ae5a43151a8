import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface LockedPackage {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * Optional packages that the lock names but does not hold. `npm install` leaves out, without a word, what it cannot find
 * (a platform package that was not published with its version), and `npm ci` then always fails. One sentence for each.
 */
export function findUnlockedPackages(packages: Readonly<Record<string, LockedPackage>>): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !foldersAbove(path).some((folder) => packages[`${folder}node_modules/${name}`] !== undefined))
      .map(
        (name) =>
          `package-lock.json 缺 ${name}（${path || '本项目'} 的可选依赖）：npm ci 会失败，换一个各平台都有的版本`,
      ),
  );
}

/** Reads the project's lock and looks through it. */
export async function findLockFaults(): Promise<string[]> {
  const text = readFileSync(resolve(import.meta.dirname, '../package-lock.json'), 'utf8');
  return findUnlockedPackages((JSON.parse(text) as { packages: Record<string, LockedPackage> }).packages);
}

/** Where a package is looked for: beneath the one that wants it, then beneath each package around it. */
function foldersAbove(path: string): string[] {
  const parts = path === '' ? [] : path.split(/(?<=^|\/)node_modules\//).slice(1);
  const folders = [''];
  for (const part of parts) folders.push(`${folders.at(-1)}node_modules/${part.replace(/\/$/, '')}/`);
  return folders;
}
