import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PressAnswer, PressOrder } from './press-process.ts';

/** What a press may be told; all of it has a default. */
export interface PressSettings {
  /** Folders with the office's own faces (仿宋, 小标宋, 楷体): setting FONT_DIRS. */
  readonly fontDirs?: readonly string[];
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
  const queue: Waiting[] = [];
  let child: ChildProcess | undefined;
  let current: Waiting | undefined;
  let timer: NodeJS.Timeout | undefined;
  let number = 0;
  let closed = false;

  const finish = (settle: (waiting: Waiting) => void) => {
    clearTimeout(timer);
    const waiting = current;
    current = undefined;
    if (waiting) settle(waiting);
    next();
  };
  const drop = () => {
    const dropped = child;
    child = undefined;
    dropped?.removeAllListeners();
    dropped?.kill('SIGKILL');
  };
  const start = () => {
    child = startProcess(settings.fontDirs ?? [], {
      answered: (answer) =>
        finish((waiting) =>
          'failure' in answer
            ? waiting.failed(new PaperFailure('template', answer.failure))
            : waiting.done({ pdf: answer.pdf, pages: answer.pages }),
        ),
      ended: (said) => {
        child = undefined;
        finish((waiting) => waiting.failed(new PaperFailure('crash', `the press ended: ${said}`)));
      },
    });
  };
  const next = () => {
    if (current) return;
    current = queue.shift();
    if (!current) {
      timer = setTimeout(drop, settings.idleMs ?? 60_000);
      timer.unref();
      if (child) rest(child);
      return;
    }
    if (!child) start();
    child!.ref();
    child!.channel?.ref();
    const limit = settings.timeLimitMs ?? 20_000;
    timer = setTimeout(() => {
      drop();
      finish((waiting) => waiting.failed(new PaperFailure('timeout', `no paper after ${limit} ms`)));
    }, limit);
    child!.send(current.order);
  };

  return {
    pid: () => child?.pid,
    print: (order) =>
      new Promise((done, failed) => {
        if (closed) return failed(new PaperFailure('closed', 'the press is closed'));
        queue.push({ order: { ...order, order: ++number }, done, failed });
        if (!current) clearTimeout(timer);
        next();
      }),
    close: () => {
      closed = true;
      drop();
      for (const waiting of queue.splice(0)) waiting.failed(new PaperFailure('closed', 'the press is closed'));
      finish((waiting) => waiting.failed(new PaperFailure('closed', 'the press is closed')));
      clearTimeout(timer);
    },
  };
}

/** An idle press keeps no program alive. */
function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

interface Listener {
  answered(answer: PressAnswer): void;
  ended(said: string): void;
}

function startProcess(fontDirs: readonly string[], listener: Listener): ChildProcess {
  const child = fork(fileURLToPath(new URL('./press-process.ts', import.meta.url)), [...fontDirs], {
    serialization: 'advanced',
    execArgv: [],
    // No setting of the server, least of all a password, is visible where other people's text is typeset.
    env: { RUST_BACKTRACE: '0', SYSTEMROOT: process.env.SYSTEMROOT },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-1000);
  });
  (child.stderr as (NodeJS.ReadableStream & { unref?: () => void }) | null)?.unref?.();
  child.on('message', (answer: PressAnswer) => listener.answered(answer));
  child.on('error', (error) => listener.ended(error.message));
  child.once('exit', (code, signal) => listener.ended(`${signal ?? `code ${code}`} ${said}`.trim()));
  return child;
}
