import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkSteps, runStep, type Step } from './check-steps.ts';

/**
 * `npm test`: the checks, then every test on a real PostgreSQL, then the journeys in a real browser. The last line is
 * `N passed, N failed`: each check counts as one, each test as one; the exit code is 0 only when nothing failed.
 */
interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const root = resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'credit-repair-report-'));

const tallies: Tally[] = [];
for (const step of checkSteps) tallies.push(asTally(await runStep(step)));
tallies.push(await runProjects('unit', 'slice'));
if (globSync('e2e/**/*.test.ts', { cwd: root }).length > 0) {
  const build: Step = { name: 'web bundle', run: [process.execPath, 'tools/build-web.ts'] };
  const built = await runStep(build);
  tallies.push(asTally(built));
  // Against an old bundle the journeys would say nothing.
  if (built) tallies.push(await runProjects('e2e'));
}
rmSync(scratch, { recursive: true, force: true });

const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exitCode = sum('failed') === 0 ? 0 : 1;

function asTally(passed: boolean): Tally {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
}

/** Runs projects of vitest.config.ts; a run that breaks off before it reports counts as a failure. */
async function runProjects(...projects: readonly string[]): Promise<Tally> {
  const report = join(scratch, `${projects.join('-')}.json`);
  // Loaded by node itself, the configuration needs no temporary file in node_modules, which may be read-only.
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--configLoader=native',
    ...projects.flatMap((name) => ['--project', name]),
  ];
  args.push('--reporter=default', '--reporter=json', `--outputFile.json=${report}`, '--passWithNoTests');
  const code = await new Promise<number | null>((done) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', () => done(1));
    child.once('close', done);
  });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    testResults: readonly { status: string; assertionResults: readonly unknown[] }[];
  };
  // Files that broke before their first test are in no test count.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failed = numFailedTests + broken.length;
  return { passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
}
