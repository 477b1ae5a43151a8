import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPaperPress, type PaperPress } from '#server/notice/papers/paper-press.ts';
import { printPaper } from '#server/notice/papers/render-paper.ts';
import { samplePapers } from '#server/notice/papers/sample-papers.ts';

// Papers through the press as the worker prints them. The floor is an empty page of the same press: process, compiler and PDF/A alone.

const papers = 200;
/** What a press prints in a busy day without ending: its memory is looked at again after them. */
const longRun = 2000;

/** Resident memory of a process in MB (Linux); undefined elsewhere. */
function memoryOf(pid: number | undefined): number | undefined {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
  } catch {
    return undefined;
  }
}

/** Processor time a process has used, in ms (Linux, 100 ticks a second). */
function processorOf(pid: number | undefined): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

/** Prints every sample in turn; mean and 95th percentile in ms from order to file, processor of the press in ms a paper. */
async function printAll(press: PaperPress, how: (press: PaperPress, i: number) => Promise<unknown>, count: number) {
  const times: number[] = [];
  const before = processorOf(press.pid());
  for (let i = 0; i < count; i++) {
    const began = performance.now();
    await how(press, i);
    times.push(performance.now() - began);
  }
  const sorted = [...times].sort((a, b) => a - b);
  return {
    mean: times.reduce((sum, one) => sum + one, 0) / count,
    p95: sorted[Math.floor(count * 0.95)]!,
    processor: (processorOf(press.pid()) - before) / count,
  };
}

const models = Object.values(samplePapers);
/** A paper of its own each time: another number, as it is in service. */
const printSample = (press: PaperPress, i: number) => {
  const model = models[i % models.length]!;
  const head = { ...model.head, docNumber: `示市监信修〔2026〕${i + 1}号` };
  return printPaper(model.kind, { ...model, head } as never, press);
};

export async function benchPapers(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-papers-'));
  writeFileSync(join(folder, 'empty.typ'), '#set page(paper: "a4")\n#json(bytes(sys.inputs.d)).text');
  const empty = openPaperPress({ documents: folder });
  const press = openPaperPress();
  try {
    const began = performance.now();
    await printSample(press, 0);
    const first = performance.now() - began;
    const printEmpty = (one: PaperPress, i: number) =>
      one.print({ template: 'empty.typ', model: { text: String(i) }, codes: [], timestamp: 1_776_686_400 });
    await printAll(press, printSample, models.length * 2);
    await printAll(empty, printEmpty, 20);
    const before = memoryOf(press.pid());
    const [rounds, floors] = [[], []] as { mean: number; p95: number; processor: number }[][];
    // Turn by turn, since the machine's speed drifts.
    for (let turn = 0; turn < 4; turn++) {
      rounds!.push(await printAll(press, printSample, papers / 4));
      floors!.push(await printAll(empty, printEmpty, papers / 4));
    }
    const after = memoryOf(press.pid());
    await printAll(press, printSample, longRun);
    const long = memoryOf(press.pid());
    const mean = (
      all: readonly { mean: number; p95: number; processor: number }[] | undefined,
      key: 'mean' | 'p95' | 'processor',
    ) => all!.reduce((sum, one) => sum + one[key], 0) / all!.length;
    const [paper, floor] = [mean(rounds, 'mean'), mean(floors, 'mean')];
    return [
      `papers: ${papers} of ${models.length} kinds: ${paper.toFixed(1)} ms each (p95 ${mean(rounds, 'p95').toFixed(1)}), processor of the press ${mean(rounds, 'processor').toFixed(1)} ms; an empty page ${floor.toFixed(1)} ms; ${(paper / floor).toFixed(1)} times the floor`,
      `papers: the first one, press started and fonts read: ${Math.round(first)} ms`,
      `papers: memory of the press before ${before?.toFixed(0)} MB, after ${papers} more ${after?.toFixed(0)} MB, after ${longRun} more ${long?.toFixed(0)} MB`,
    ];
  } finally {
    press.close();
    empty.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
