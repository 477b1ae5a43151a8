import { checkSteps, runStep } from './check-steps.ts';

/** `npm run check`: everything that fails fast; under a minute. */
let failed = 0;
for (const step of checkSteps) if (!(await runStep(step))) failed += 1;
process.stdout.write(`${checkSteps.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
