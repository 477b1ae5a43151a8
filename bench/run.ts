import { execFileSync } from 'node:child_process';
import { type BenchPlatform, openBenchPlatform } from './bench-platform.ts';
import { benchOfficers } from './officers.ts';
import { benchPapers } from './papers.ts';
import { benchQueue } from './queue.ts';
import { benchReads } from './reads.ts';
import { benchStart } from './start.ts';
import { benchSubmissions } from './submissions.ts';

/** `npm run bench [part …]`: every published figure, in one run, each part on a database of its own. */
const parts: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  start: benchStart,
  papers: benchPapers,
  submissions: () => onPlatform(benchSubmissions),
  reads: () => onPlatform(benchReads),
  queue: () => onPlatform(benchQueue),
  officers: () => onPlatform(benchOfficers),
  // In processes of their own, so that their peak memory is their own.
  import: async () => [execFileSync(process.execPath, ['bench/import.ts'], { encoding: 'utf8' }).trimEnd()],
  assess: async () => [execFileSync(process.execPath, ['bench/assess.ts'], { encoding: 'utf8' }).trimEnd()],
};

async function onPlatform(bench: (platform: BenchPlatform) => Promise<string[]>): Promise<string[]> {
  const platform = await openBenchPlatform();
  try {
    return await bench(platform);
  } finally {
    await platform.end();
  }
}

const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const line of await bench()) console.log(line);
}
