/** Something did not come out as the road asks; the message is a Chinese sentence for whoever reads the run. */
export class Fault extends Error {}

/** Fails the step unless something holds. */
export function check(holds: unknown, otherwise: string): asserts holds {
  if (!holds) throw new Fault(otherwise);
}

/** What an earlier step should have left behind; without it this one cannot be tried. */
export function need<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Fault(`前面没有得到${what}，这一步走不了`);
  return value;
}

/** Asks again and again until there is an answer. `seconds`: how long at most. */
export async function until<T>(what: string, seconds: number, ask: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Fault(`等了 ${seconds} 秒，${what}`);
    await new Promise((done) => setTimeout(done, 400));
  }
}

/** Prints one figure or finding of the running step. */
export type Note = (text: string) => void;

/** One step of the road: a title and what is done; it fails by throwing. */
export type Step = readonly [title: string, run: (note: Note) => Promise<void>];

/** How the whole run came out. */
export interface Outcome {
  readonly passed: number;
  readonly failed: readonly string[];
}

/** Runs the steps in their order. A failed one does not stop the others: what they need of it they will miss by name. */
export async function runSteps(steps: readonly Step[], print: (line: string) => void): Promise<Outcome> {
  const failed: string[] = [];
  for (const [index, [title, run]] of steps.entries()) {
    const number = String(index + 1).padStart(2, ' ');
    const notes: string[] = [];
    const startedAt = performance.now();
    const fault = await run((text) => notes.push(text)).then(
      () => undefined,
      (error: unknown) => error,
    );
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    print(`${fault === undefined ? '✓' : '✗'} ${number} ${title}（${seconds} 秒）`);
    for (const text of notes) print(`       ${text}`);
    if (fault === undefined) continue;
    failed.push(`${number.trim()} ${title}`);
    print(`       没有完成：${fault instanceof Fault ? fault.message : ((fault as Error).stack ?? String(fault))}`);
  }
  return { passed: steps.length - failed.length, failed };
}
