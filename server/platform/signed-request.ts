import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SignedRequest } from './route.ts';

/** Bodies of signed requests as they came, beside what they were parsed into. */
const bodies = new WeakMap<object, string>();

/** The parser of JSON that every server has, which also keeps the text where a signature was made over it. */
export function keepSignedBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const { signed } = request.routeOptions.config as { signed?: boolean };
    if (signed) bodies.set(request.raw, body as string);
    void parse(request, body as string, done);
  });
}

/** The request as it came, for an endpoint that is `signed`. */
export function signedRequest(request: FastifyRequest): SignedRequest {
  const { method, headers, url } = request;
  return { method, path: url.split('?')[0]!, headers, body: bodies.get(request.raw) ?? '' };
}
