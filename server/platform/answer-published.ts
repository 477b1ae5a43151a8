import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/**
 * Answers something that is the same for everybody: with an ETag of its bytes, 304 where the caller holds these bytes, and readable
 * from other sites. `no-cache`: may be kept, must be asked about before it is used again, so that nobody shows an old text unaware.
 */
export function sendPublished(reply: FastifyReply, bytes: Buffer, ifNoneMatch: string | undefined): FastifyReply {
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
  reply
    .header('etag', etag)
    .header('cache-control', 'public, no-cache')
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin');
  return holds(ifNoneMatch, etag) ? reply.code(304).send() : reply.send(bytes);
}

/** Whether an If-None-Match names the tag; proxies that compress make tags weak on their way. */
function holds(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
