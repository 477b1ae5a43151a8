import { type ChildProcess, fork } from 'node:child_process';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { PressAnswer, PressOrder } from './press-process.ts';

const documentsFolder = fileURLToPath(new URL('../../../documents', import.meta.url));

/** What a press may be told; all of it has a default. */
export interface PressSettings {
  /** Folders with the office's own faces (仿宋, 小标宋, 楷体): setting FONT_DIRS. */
  readonly fontDirs?: readonly string[];
  /** Folder of the templates; the product's own unless a test brings others. */
  readonly documents?: string;
  /** A paper that takes longer is given up and the press restarted. Default 20 000. */
  readonly timeLimitMs?: number;
  /** An unused press ends after this long and gives its memory back. Default 60 000. */
  readonly idleMs?: number;
}

/** Why there is no paper. A job that fails with it is tried again like any other. */
export class PaperFailure extends Error {
  readonly reason: 'template' | 'timeout' | 'crash' | 'closed';
  constructor(reason: PaperFailure['reason'], text: string) {
    super(text);
    this.name = 'PaperFailure';
    this.reason = reason;
  }
}

/** A printed paper. */
export interface Printed {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** Compiles papers one at a time in a process that is started when needed and ended when idle. */
export interface PaperPress {
  print(order: Omit<PressOrder, 'order'>): Promise<Printed>;
  /** The press's process id while it runs. */
  pid(): number | undefined;
  close(): void;
}

interface Waiting {
  readonly order: PressOrder;
  readonly done: (printed: Printed) => void;
  readonly failed: (failure: PaperFailure) => void;
}

/** Opens a press. Nothing is started before the first paper. */
export function openPaperPress(settings: PressSettings = {}): PaperPress {
  return new Press(settings);
}

class Press implements PaperPress {
  readonly #settings: PressSettings;
  readonly #queue: Waiting[] = [];
  #child: ChildProcess | undefined;
  #current: Waiting | undefined;
  #timer: NodeJS.Timeout | undefined;
  #count = 0;
  #closed = false;

  constructor(settings: PressSettings) {
    this.#settings = settings;
  }

  pid(): number | undefined {
    return this.#child?.pid;
  }

  print(order: Omit<PressOrder, 'order'>): Promise<Printed> {
    return new Promise((done, failed) => {
      if (this.#closed) return failed(new PaperFailure('closed', 'the press is closed'));
      this.#queue.push({ order: { ...order, order: ++this.#count }, done, failed });
      this.#next();
    });
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#end();
    const left = [this.#current, ...this.#queue.splice(0)];
    this.#current = undefined;
    for (const waiting of left) waiting?.failed(new PaperFailure('closed', 'the press is closed'));
  }

  #next(): void {
    if (this.#current || this.#closed) return;
    clearTimeout(this.#timer);
    this.#current = this.#queue.shift();
    if (!this.#current) {
      this.#rest();
      return;
    }
    this.#child ??= this.#start();
    this.#child.ref();
    this.#child.channel?.ref();
    const limit = this.#settings.timeLimitMs ?? 20_000;
    this.#timer = setTimeout(() => {
      this.#end();
      this.#finish((waiting) => waiting.failed(new PaperFailure('timeout', `no paper after ${limit} ms`)));
    }, limit);
    this.#child.send(this.#current.order);
  }

  #finish(settle: (waiting: Waiting) => void): void {
    const waiting = this.#current;
    this.#current = undefined;
    if (waiting) settle(waiting);
    this.#next();
  }

  /** An idle press keeps no program alive, and ends after a while. */
  #rest(): void {
    this.#child?.unref();
    this.#child?.channel?.unref();
    this.#timer = setTimeout(() => this.#end(), this.#settings.idleMs ?? 60_000);
    this.#timer.unref();
  }

  #end(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #start(): ChildProcess {
    const child = startProcess(this.#settings);
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-1000);
    });
    child.on('message', (answer: PressAnswer) => {
      if (answer.order !== this.#current?.order.order) return;
      this.#finish((waiting) =>
        'failure' in answer
          ? waiting.failed(new PaperFailure('template', answer.failure))
          : waiting.done({ pdf: answer.pdf, pages: answer.pages }),
      );
    });
    // A child that was ended on purpose, or has already been reported, says nothing more.
    const ended = (how: string) => {
      if (this.#child !== child) return;
      this.#child = undefined;
      clearTimeout(this.#timer);
      this.#finish((waiting) => waiting.failed(new PaperFailure('crash', `the press ended: ${how} ${said}`.trim())));
    };
    child.on('error', (error) => ended(error.message));
    child.on('close', (code, signal) => ended(signal ?? `code ${code}`));
    return child;
  }
}

function startProcess(settings: PressSettings): ChildProcess {
  const folders = [settings.documents ?? documentsFolder, ...(settings.fontDirs ?? [])];
  const child = fork(fileURLToPath(new URL('./press-process.ts', import.meta.url)), folders, {
    serialization: 'advanced',
    // V8 lets its young generation grow to 16 MB and never gives it back: after a thousand papers 13 MB that looked like a leak.
    execArgv: ['--max-semi-space-size=1', '--v8-pool-size=1'],
    // No setting of the server, least of all a password, is visible where other people's text is typeset.
    env: process.env.SYSTEMROOT ? { SYSTEMROOT: process.env.SYSTEMROOT } : {},
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  (child.stderr as Socket | null)?.unref();
  return child;
}
