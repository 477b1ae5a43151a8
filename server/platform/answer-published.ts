import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply } from 'fastify';

const squeeze = promisify(gzip);
/** Below this a reply fits into a packet or two whatever is done to it. */
const worthwhile = 2_000;
/** What was squeezed, by its tag: the same catalogue is asked for all day. */
const squeezed = new Map<string, Buffer>();

/** What the caller says it holds and can unpack. */
interface Asked {
  readonly 'if-none-match'?: string | undefined;
  readonly 'accept-encoding'?: string | string[] | undefined;
}

/**
 * Answers something that is the same for everybody: with an ETag of its bytes, 304 where the caller holds these bytes, readable
 * from other sites, and squeezed where the caller can unpack it (nothing secret stands in it, so its length betrays nothing).
 * `no-cache`: may be kept, must be asked about before it is used again, so that nobody shows an old text unaware.
 */
export async function sendPublished(reply: FastifyReply, bytes: Buffer, asked: Asked): Promise<FastifyReply> {
  const tag = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const etag = `"${tag}"`;
  const isText = /^(application\/json|text\/)/.test(String(reply.getHeader('content-type')));
  reply
    .header('cache-control', 'public, no-cache')
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin');
  if (isText) reply.header('vary', 'accept-encoding');
  if (holds(asked['if-none-match'], etag)) return reply.header('etag', etag).code(304).send();
  if (!isText || bytes.length < worthwhile || !/\bgzip\b/.test(String(asked['accept-encoding'] ?? '')))
    return reply.header('etag', etag).send(bytes);
  // The same text in other bytes: a weak tag.
  return reply
    .header('etag', `W/${etag}`)
    .header('content-encoding', 'gzip')
    .send(await squeezedOf(tag, bytes));
}

async function squeezedOf(tag: string, bytes: Buffer): Promise<Buffer> {
  const kept = squeezed.get(tag);
  if (kept) return kept;
  const made = await squeeze(bytes);
  if (squeezed.size >= 100) squeezed.clear();
  squeezed.set(tag, made);
  return made;
}

/** Whether an If-None-Match names the tag; proxies that compress make tags weak on their way. */
function holds(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
