import { call, type ReplyTo } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { sm3 } from '../ui/sm3.ts';
import { digestOf } from '../ui/upload-digest.ts';
import { endsBefore } from './pdf-ends.ts';

type Paper = ReplyTo<'verifyPaper'>;

/** What a chosen file turned out to be. Its digests were computed here; the file stays on this device. */
export type FileFinding = {
  readonly name: string;
  readonly sha256: string;
  readonly sm3: string;
} & (
  | { readonly kind: 'original'; readonly paper: Paper }
  /** The very file of a paper, but of another than the one that was asked for. */
  | { readonly kind: 'another'; readonly paper: Paper }
  /** Begins with the bytes of a paper and goes on with something else. */
  | { readonly kind: 'added-to'; readonly paper: Paper }
  | { readonly kind: 'unknown' }
);

/** Larger files are none of ours: a paper has some 100 KB. */
export const largestPaper = 30_000_000;

const asks = 3;

/**
 * Asks whether the file is one of ours, by its digest alone. Of a file that is not, the parts up to each end mark of a PDF but the last
 * are asked for as well: whoever changes a signed PDF with a common program adds to its end. `asked`: the paper whose code was given.
 */
export async function checkFile(file: File, asked: Paper | undefined): Promise<FileFinding> {
  const content = new Uint8Array(await file.arrayBuffer());
  const own = { name: file.name, sha256: await digestOf(file), sm3: sm3(content) };
  if (asked?.digest === own.sha256) return { ...own, kind: 'original', paper: asked };
  const found = await lookUp(own.sha256);
  if (found) return { ...own, kind: asked ? 'another' : 'original', paper: found };
  for (const end of endsBefore(content).slice(0, asks)) {
    const before = await lookUp(await digestOf(new Blob([content.subarray(0, end)])));
    if (before) return { ...own, kind: 'added-to', paper: before };
  }
  return { ...own, kind: 'unknown' };
}

async function lookUp(digest: string): Promise<Paper | undefined> {
  try {
    return await call('verifyFile', { params: { digest } });
  } catch (error) {
    if (asProblem(error).status === 404) return undefined;
    throw error;
  }
}
