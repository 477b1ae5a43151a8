import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hashFiles } from '../platform/hash-files.ts';
import { runNode } from './run-node.ts';

const root = resolve(import.meta.dirname, '../..');
const programSources = ['{law,domain,contract,server,sandbox}/**/*.ts'];

/** What the bundle in dist/web is made of. */
export const webSources = ['web/**/*', '{law,domain,contract}/**/*.ts', 'package-lock.json'];

/** Migrates and seeds in a process of its own: it needs a hundred modules for a second, the launcher for days none. */
export async function prepareDatabase(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  await runNode([join(root, 'server/prepare-database.ts')], env, '数据库准备失败');
}

/** Builds the web if its sources changed since the last build. */
export async function prepareWeb(say: (line: string) => void): Promise<void> {
  if (!existsSync(join(root, 'web/vite.config.ts'))) return;
  if (isWebCurrent()) return;
  say('构建网页……');
  await runNode([join(root, 'tools/build-web.ts')], process.env, '网页构建失败');
}

/** Whether dist/web was built from the sources as they are now. */
export function isWebCurrent(): boolean {
  const marker = join(root, 'dist/web/.sources');
  return existsSync(marker) && readFileSync(marker, 'utf8') === hashFiles(root, webSources);
}

/**
 * Fills the compile cache before the processes start, once per version of the sources: each of them then starts without
 * the type stripper, faster and 18 MB smaller. All modules are loaded and linked in one process and none is evaluated,
 * because the first import throws.
 */
export async function warmUp(dataDir: string): Promise<void> {
  const marker = join(dataDir, 'compile-cache', 'warmed');
  const key = process.version + hashFiles(root, [...programSources, 'package-lock.json']);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === key) return;
  const files = globSync(programSources, { cwd: root }).filter((file) => !/\.test\.ts$|[\\/]testing[\\/]/.test(file));
  const imports = files.map((file) => `import '${pathToFileURL(join(root, file)).href}';`);
  const graph = ["import 'data:text/javascript,throw 0';", ...imports].join('\n');
  const code = `import(${JSON.stringify(`data:text/javascript,${encodeURIComponent(graph)}`)}).catch(() => {})`;
  await runNode(['--input-type=module', '-e', code], process.env, '预编译失败').catch(() => {});
  if (existsSync(join(dataDir, 'compile-cache'))) writeFileSync(marker, key);
}
