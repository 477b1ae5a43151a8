import { asProblem } from '../api-problem.ts';
import { digestOf } from './upload-digest.ts';

/** How far an upload is. `waiting`: the line is down, and it goes on by itself. */
export interface UploadProgress {
  readonly sent: number;
  readonly total: number;
  readonly state: 'sending' | 'waiting' | 'checking';
}

/** Where pieces go: three endpoints. Each may be asked twice. */
export interface UploadPort<T> {
  begin(
    file: { fileName: string; bytes: number; digest: string },
    signal?: AbortSignal,
  ): Promise<{ uploadId: string; received: number; chunkBytes: number }>;
  put(uploadId: string, at: number, piece: Blob, signal?: AbortSignal): Promise<{ received: number }>;
  finish(uploadId: string, signal?: AbortSignal): Promise<T>;
}

interface Options {
  readonly onProgress?: (progress: UploadProgress) => void;
  readonly signal?: AbortSignal | undefined;
  /** Rests before the next try; ends early when the line is back. */
  readonly rest?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

const rests = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
/** With the rests above a quarter of an hour without a word. */
const mostTries = 34;
const smallestPiece = 32 * 1024;
const mostRestarts = 3;

/**
 * Sends a file piece by piece. When the line breaks it waits and goes on where it stopped; begun again with the same file, by this page or
 * a later one, it goes on as well. Throws what the server refuses for good, and the loss itself after a quarter of an hour.
 */
export async function sendInPieces<T>(
  port: UploadPort<T>,
  file: Blob,
  fileName: string,
  { onProgress, signal, rest = untilOnline }: Options = {},
): Promise<T> {
  const total = file.size;
  const digest = await digestOf(file);
  let upload: { uploadId: string; received: number } | undefined;
  let piece = smallestPiece;
  let [tries, restarts] = [0, 0];
  const tell = (state: UploadProgress['state']) => onProgress?.({ sent: upload?.received ?? 0, total, state });
  for (;;) {
    try {
      if (!upload) {
        const begun = await port.begin({ fileName, bytes: total, digest }, signal);
        upload = begun;
        piece = begun.chunkBytes;
      }
      while (upload.received < total) {
        tell('sending');
        const at: number = upload.received;
        const { received } = await port.put(upload.uploadId, at, file.slice(at, at + piece), signal);
        upload = { uploadId: upload.uploadId, received };
        tries = 0;
      }
      tell('checking');
      return await port.finish(upload.uploadId, signal);
    } catch (error) {
      if (signal?.aborted) throw error;
      const problem = asProblem(error);
      if (problem.lost || problem.status === 429) {
        if (tries >= mostTries) throw problem;
        // A line so slow that a piece takes longer than one waits for an answer: smaller pieces.
        if (problem.code === 'too-slow') piece = Math.max(smallestPiece, Math.floor(piece / 2));
        tell('waiting');
        await rest(rests[Math.min(tries, rests.length - 1)]!, signal);
        signal?.throwIfAborted();
        tries += 1;
        continue;
      }
      if (!startsAnew.has(problem.code) || restarts >= mostRestarts) throw problem;
      restarts += 1;
      upload = undefined;
    }
  }
}

/** Refusals after which the same file is begun again: the server then says from where. */
const startsAnew = new Set(['upload-gap', 'upload-incomplete', 'upload-gone', 'digest-differs']);

function untilOnline(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    addEventListener('online', end);
    signal?.addEventListener('abort', end);
  });
}
