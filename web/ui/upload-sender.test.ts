import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ApiProblem } from '../api-problem.ts';
import { sha256 } from './upload-digest.ts';
import { sendInPieces, type UploadPort, type UploadProgress } from './upload-sender.ts';

const lost = (code = 'offline') => new ApiProblem({ status: 0, code, detail: '' }, true);
const refused = (status: number, code: string) => new ApiProblem({ status, code, detail: '' });

/** A server that keeps pieces as the real one does, and a list of what goes wrong with the next requests. */
function server(faults: (Error | 'answer-lost' | null)[] = []) {
  const kept: number[] = [];
  const asked: string[] = [];
  let finished = 0;
  let size = 0;
  const answer = async <T>(what: string, act: () => T | Promise<T>): Promise<T> => {
    asked.push(what);
    const fault = faults.shift();
    if (fault instanceof Error) throw fault;
    const said = await act();
    if (fault === 'answer-lost') throw lost();
    return said;
  };
  const port: UploadPort<string> = {
    begin: ({ bytes }) =>
      answer('begin', () => {
        size = bytes;
        return { uploadId: 'u', received: kept.length, chunkBytes: 64 * 1024 };
      }),
    put: (_id, at, piece) =>
      answer(`put ${at}`, async () => {
        const bytes = new Uint8Array(await piece.arrayBuffer());
        if (at + bytes.length <= kept.length) return { received: kept.length };
        if (at !== kept.length) throw refused(409, 'upload-gap');
        for (const byte of bytes) kept.push(byte);
        return { received: kept.length };
      }),
    finish: () =>
      answer('finish', () => {
        if (kept.length < size) throw refused(409, 'upload-incomplete');
        finished += 1;
        return 'kept';
      }),
  };
  return { port, kept, asked, finished: () => finished };
}

const content = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 31) % 251);
const file = new Blob([content]);
const rest = async () => {};

test('goes piece by piece and says how far it is', async () => {
  const { port, kept, asked } = server();
  const said: UploadProgress[] = [];
  expect(await sendInPieces(port, file, 'a.pdf', { rest, onProgress: (one) => said.push(one) })).toBe('kept');
  expect(asked).toEqual(['begin', 'put 0', 'put 65536', 'put 131072', 'put 196608', 'finish']);
  expect(Uint8Array.from(kept)).toEqual(content);
  expect(said.map((one) => one.sent)).toEqual([0, 65_536, 131_072, 196_608, 200_000]);
  expect(said.at(-1)!.state).toBe('checking');
});

test.each([
  ['the line breaks before a piece', [null, null, lost(), lost(), lost()]],
  ['the answer to a piece is lost', [null, 'answer-lost', null]],
  ['the answer to the beginning is lost', ['answer-lost']],
  ['the answer to the end is lost', [null, null, null, null, null, 'answer-lost']],
  ['the server is told to slow down', [null, refused(429, 'too-many')]],
] as const)('%s: it goes on and the file is whole', async (_what, faults) => {
  const { port, kept } = server([...faults]);
  const states: string[] = [];
  expect(await sendInPieces(port, file, 'a.pdf', { rest, onProgress: (one) => states.push(one.state) })).toBe('kept');
  expect(Uint8Array.from(kept)).toEqual(content);
  expect(states).toContain('waiting');
});

test('the end is asked about again, not everything sent again', async () => {
  const { port, asked } = server([null, null, null, null, null, lost()]);
  await sendInPieces(port, file, 'a.pdf', { rest });
  expect(asked.filter((one) => one === 'begin')).toHaveLength(1);
  expect(asked.slice(-2)).toEqual(['finish', 'finish']);
});

test('begun again it goes on where the server is; very slow lines get smaller pieces', async () => {
  const { port, kept, asked } = server([null, lost('too-slow'), lost('too-slow')]);
  kept.push(...content.subarray(0, 100_000));
  await sendInPieces(port, file, 'a.pdf', { rest });
  expect(asked.slice(0, 5)).toEqual(['begin', 'put 100000', 'put 100000', 'put 100000', 'put 132768']);
  expect(Uint8Array.from(kept)).toEqual(content);
});

test('what is refused for good ends it at once; a loss ends it after many tries', async () => {
  const infected = server([null, null, null, null, null, refused(400, 'file-infected')]);
  await expect(sendInPieces(infected.port, file, 'a.pdf', { rest })).rejects.toMatchObject({ code: 'file-infected' });
  expect(infected.asked.filter((one) => one === 'finish')).toHaveLength(1);
  const dead = server(Array.from({ length: 100 }, () => lost()));
  await expect(sendInPieces(dead.port, file, 'a.pdf', { rest })).rejects.toMatchObject({ lost: true });
  expect(dead.asked.length).toBe(35);
});

test('stopped by the person while it waits, it stops', async () => {
  const stop = new AbortController();
  const { port, asked } = server([null, lost()]);
  const sending = sendInPieces(port, file, 'a.pdf', { signal: stop.signal, rest: async () => stop.abort() });
  await expect(sending).rejects.toMatchObject({ name: 'AbortError' });
  expect(asked).toEqual(['begin', 'put 0']);
});

test.each([0, 1, 55, 56, 63, 64, 65, 1_000, 200_000])(
  'the digest of %i bytes, counted without the browser',
  (length) => {
    const bytes = content.slice(0, length);
    expect(Buffer.from(sha256(bytes)).toString('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
  },
);
