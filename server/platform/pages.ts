import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Serves the built web: the applicants' page for everything that is not the API, the offices' page below /office. */
export async function addPages(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder)) {
    app.setNotFoundHandler((request, reply) => notFound(request.url, reply));
    app.get('/', (_request, reply) =>
      reply.type('text/plain; charset=utf-8').send('网页还没有生成，请执行 npm run build。'),
    );
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      if (path.includes(`${join('dist', 'web', 'assets')}`))
        reply.header('cache-control', 'public, max-age=31536000, immutable');
    },
  });
  const page = async (name: string) => readFile(join(folder, name), 'utf8');
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0]!;
    const wantsPage =
      request.method === 'GET' &&
      !path.startsWith('/api/') &&
      !path.startsWith('/assets/') &&
      // No screen has a dot in its address: what has one is a file, and a file that is not there is not a page.
      !path.includes('.') &&
      (request.headers.accept ?? '*/*').match(/text\/html|\*\/\*/);
    if (!wantsPage) return notFound(path, reply);
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(await page(path === '/office' || path.startsWith('/office/') ? 'office.html' : 'index.html'));
  });
}

function notFound(path: string, reply: import('fastify').FastifyReply) {
  return reply
    .code(404)
    .type('application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        type: 'urn:credit-repair:problem:no-such-path',
        title: '没有找到',
        status: 404,
        code: 'no-such-path',
        detail: `没有这个地址：${path.split('?')[0]!.slice(0, 200)}`,
      }),
    );
}
