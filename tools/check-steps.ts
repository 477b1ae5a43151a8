import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** One thing that is checked: a command, or a function that returns what is wrong in sentences. */
export interface Step {
  readonly name: string;
  readonly run: readonly string[] | (() => Promise<readonly string[]>);
}

const root = resolve(import.meta.dirname, '..');
const bin = (name: string) => resolve(root, 'node_modules/.bin', name);

/** What fails fast: `npm run check`. The order puts the cheapest and most telling first. */
export const checkSteps: readonly Step[] = [
  { name: 'types: law', run: [bin('tsc'), '-p', 'law'] },
  { name: 'types: domain', run: [bin('tsc'), '-p', 'domain'] },
  { name: 'types: server', run: [bin('tsc'), '-p', '.'] },
  { name: 'types: web', run: [bin('tsc'), '-p', 'web'] },
  {
    name: 'lint and format',
    run: [bin('biome'), 'ci', '--error-on-warnings', '--colors=off', '--max-diagnostics=30', '.'],
  },
  { name: 'imports, names, length', run: async () => (await import('./check-imports.ts')).findFaults() },
  { name: 'lock file', run: async () => (await import('./check-lock.ts')).findLockFaults() },
  { name: 'unused code', run: [bin('knip'), '--no-progress', '--no-config-hints'] },
  { name: 'generated files', run: async () => (await import('./generated-files.ts')).findStaleFiles() },
];

/** Runs one step, shows what is wrong, and says whether it passed. */
export async function runStep({ name, run }: Step): Promise<boolean> {
  const startedAt = performance.now();
  const faults =
    typeof run === 'function' ? await run().catch((error: Error) => [String(error.stack)]) : await output(run);
  const passed = faults.length === 0;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${passed ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`);
  for (const fault of faults) process.stdout.write(`     ${fault}\n`);
  return passed;
}

/** Runs a command; its output counts as one fault when it fails. */
function output([program = '', ...args]: readonly string[]): Promise<string[]> {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    const collect = (part: Buffer) => {
      text += part.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => done([`${program}: ${error.message}`]));
    child.once('close', (code) => done(code === 0 ? [] : [text.trim() || `${program}: exit code ${code}`]));
  });
}
