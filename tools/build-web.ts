import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';
import { isWebCurrent, webSources } from '#server/launch/prepare.ts';
import { hashFiles } from '#server/platform/hash-files.ts';

/** `npm run build`: bundles the web into dist/web, unless it was built from these very sources. */
const root = resolve(import.meta.dirname, '..');
if (!isWebCurrent()) {
  const sources = hashFiles(root, webSources);
  await build({ configFile: resolve(root, 'web/vite.config.ts'), logLevel: 'warn' });
  writeFileSync(resolve(root, 'dist/web/.sources'), sources);
}
