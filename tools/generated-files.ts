import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { withClient } from '#server/platform/postgres/with-client.ts';
import { startTestCluster } from '#server/testing/test-cluster.ts';
import { databaseOn } from '#server/testing/test-templates.ts';
import { actsPage } from './acts/acts-page.ts';
import { articleList } from './article-list.ts';
import { dumpSchema } from './dump-schema.ts';
import { otherStates } from './other-states.ts';
import { roleTable } from './role-table.ts';
import { scenarioTable } from './scenario-table.ts';
import { settingsTable } from './settings-table.ts';
import { stateDiagram } from './state-diagram.ts';

/** A file, or a marked part of one, that is made from something else and committed. */
interface GeneratedFile {
  readonly file: string;
  /** The part between `<!-- <mark>:begin -->` and `<!-- <mark>:end -->`; without it the whole file. */
  readonly mark?: string;
  produce(): string | Promise<string>;
}

/** Everything that is generated and committed. `npm run generate` writes it, `npm run check` compares it. */
export const generatedFiles: readonly GeneratedFile[] = [
  { file: 'docs/operations.md', mark: 'settings', produce: settingsTable },
  { file: 'law/articles.ts', produce: articleList },
  { file: 'db/schema.sql', produce: schemaNow },
  { file: 'docs/states.md', produce: () => stateDiagram() + otherStates() },
  { file: 'docs/acts.md', produce: actsPage },
  { file: 'docs/roles.md', produce: roleTable },
  { file: 'docs/scenarios.md', produce: scenarioTable },
];

const root = resolve(import.meta.dirname, '..');

/** Compares each with what would be generated now; one Chinese sentence for each that differs. */
export async function findStaleFiles(): Promise<string[]> {
  const stale: string[] = [];
  for (const generated of generatedFiles) {
    const path = resolve(root, generated.file);
    const now = existsSync(path) ? readFileSync(path, 'utf8') : '';
    if (now !== (await renewed(generated, now)))
      stale.push(`${generated.file} 与来源不符：执行 npm run generate 后提交`);
  }
  return stale;
}

async function renewed({ file, mark, produce }: GeneratedFile, now: string): Promise<string> {
  const made = await produce();
  if (mark === undefined) return made;
  const [begin, end] = [`<!-- ${mark}:begin -->`, `<!-- ${mark}:end -->`];
  const [from, to] = [now.indexOf(begin), now.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} 里没有 ${begin} 和 ${end}`);
  return `${now.slice(0, from + begin.length)}\n${made}\n${now.slice(to)}`;
}

async function schemaNow(): Promise<string> {
  const cluster = await startTestCluster();
  try {
    return await withClient(databaseOn(cluster.adminUrl, cluster.bare), dumpSchema);
  } finally {
    await cluster.remove();
  }
}

if (import.meta.main) {
  for (const generated of generatedFiles) {
    const path = resolve(root, generated.file);
    const now = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const next = await renewed(generated, now);
    if (next === now) continue;
    writeFileSync(path, next);
    process.stdout.write(`${generated.file} 已更新\n`);
  }
}
