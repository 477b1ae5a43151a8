/** `npm run bench assess`: a million random cases through the door and the engine; nothing may crash, nothing may contradict itself. */
import { assess } from '#domain/record/assess.ts';
import type { CaseInput } from '#domain/record/assess-case.ts';
import { isUnreadable, parseCase } from '#domain/record/parse-case.ts';
import { findBrokenPromises } from '#domain/record/scenarios/find-broken-promises.ts';
import { findContradictions } from '#domain/record/scenarios/find-contradictions.ts';
import { randomBook } from './random-books.ts';
import { randomFrom, type SentCase, sendCase } from './random-cases.ts';

const CASES = Number(process.env.CASES ?? 1_000_000);
const SEED = Number(process.env.SEED ?? 20_261_123);
const BATCH = 10_000;

/** What a run found, with one example of each fault. */
interface Tally {
  readonly faults: Map<string, { count: number; example: string }>;
  readonly verdicts: Map<string, number>;
  refused: number;
  promises: number;
}

function note(tally: Tally, fault: string, example: string): void {
  const known = tally.faults.get(fault);
  if (known) known.count += 1;
  else tally.faults.set(fault, { count: 1, example });
}

function sayBook(law: Book): string {
  return law ? ` under ${JSON.stringify(law.confirmations.map((one) => [one.point, one.value]))}` : '';
}

function milliseconds(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** The book a batch is judged by; undefined: the texts alone. */
type Book = CaseInput['law'];

/** Looks through a batch once more, outside the measured time: refusals, contradictions, and for each fourth case its promises. */
function judge(batch: readonly SentCase[], tally: Tally, law?: Book): void {
  for (const [index, { text, rubbish }] of batch.entries()) {
    const read = parseCase(JSON.parse(text));
    if (isUnreadable(read)) {
      tally.refused += 1;
      if (!rubbish) note(tally, `refused although it can be read: ${read.error.code}`, text);
      if (!read.error.text.endsWith('。')) note(tally, 'refused without a sentence', text);
      continue;
    }
    if (rubbish) note(tally, 'read although it is rubbish', text);
    const input = { ...read, law };
    const answer = assess(input);
    tally.verdicts.set(answer.verdict, (tally.verdicts.get(answer.verdict) ?? 0) + 1);
    const faults = findContradictions(input, answer);
    if (index % 4 === 0) {
      tally.promises += 1;
      faults.push(...findBrokenPromises(input, answer, assess));
    }
    for (const fault of faults) note(tally, fault, text + sayBook(law));
  }
}

const emptyTally = (): Tally => ({ faults: new Map(), verdicts: new Map(), refused: 0, promises: 0 });

function run(): readonly string[] {
  const random = randomFrom(SEED);
  const tally = emptyTally();
  let [floor, whole] = [0, 0];
  for (let done = 0; done < CASES; done += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, CASES - done) }, () => sendCase(random));
    // Turn by turn within one run: the machine's speed drifts.
    floor += milliseconds(() => {
      for (const { text } of batch) parseCase(JSON.parse(text));
    });
    whole += milliseconds(() => {
      for (const { text } of batch) {
        const input = parseCase(JSON.parse(text));
        if (!isUnreadable(input)) assess(input as CaseInput);
      }
    });
    judge(batch, tally);
  }
  return [...report(tally, floor, whole), ...runWithBooks()];
}

/** The same under what offices may have confirmed: a tenth as many cases, a book for each hundred. */
function runWithBooks(): readonly string[] {
  const random = randomFrom(SEED + 1);
  const tally = emptyTally();
  for (let done = 0; done < CASES / 10; done += 100)
    judge(
      Array.from({ length: 100 }, () => sendCase(random)),
      tally,
      randomBook(random),
    );
  const head = `assess: ${CASES / 10} cases more under random confirmations of offices, no crash, ${tally.faults.size} kinds of contradiction`;
  return [head, ...sayFaults(tally)];
}

function report({ faults, verdicts, refused, promises }: Tally, floor: number, whole: number): readonly string[] {
  const perSecond = (ms: number) => Math.round(CASES / (ms / 1000)).toLocaleString('en');
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  const counts = [...verdicts].sort((a, b) => b[1] - a[1]).map(([word, count]) => `${word} ${count}`);
  return [
    `assess: ${CASES} cases (seed ${SEED}), ${refused} refused as unreadable, no crash, ${faults.size} kinds of contradiction`,
    `assess: ${perSecond(whole)} cases/s read and assessed, ${Math.round((100 * floor) / whole)} % of reading alone (${perSecond(floor)}/s); peak memory ${memory} MB`,
    `assess: ${promises} of them asked again on the days and facts they name; verdicts: ${counts.join(', ')}`,
    ...sayFaults({ faults }),
  ];
}

function sayFaults({ faults }: Pick<Tally, 'faults'>): string[] {
  return [...faults].map(
    ([fault, { count, example }]) => `assess: CONTRADICTION ${count}× ${fault}\n        ${example}`,
  );
}

if (import.meta.main) {
  for (const line of run()) console.log(line);
}
