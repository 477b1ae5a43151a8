import { openBenchPlatform } from './bench-platform.ts';
import { benchReads } from './reads.ts';
import { benchSubmissions } from './submissions.ts';

/** `npm run bench [part …]`: every published figure, in one run, on a database of its own. */
const parts = { submissions: benchSubmissions, reads: benchReads };
const wanted = process.argv.slice(2);
const platform = await openBenchPlatform();
try {
  for (const [name, bench] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const line of await bench(platform)) console.log(line);
  }
} finally {
  await platform.end();
}
