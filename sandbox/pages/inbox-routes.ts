import type { FastifyInstance } from 'fastify';
import type { Collection } from '../collection.ts';
import type { Surroundings } from '../surroundings.ts';
import { deliveryOf, type KeptMessage, type MessageSystem } from '../systems/messages.ts';
import { outsideSystems } from '../systems/outside-systems.ts';
import { inboxPage } from './inbox-page.ts';
import { pageHeaders } from './page.ts';

const MAX_SHOWN = 100;

/** Offers GET …/inbox: what a message gateway has sent, newest first, as a page or (Accept: application/json) as JSON. */
export function offerInbox(
  scope: FastifyInstance,
  system: MessageSystem,
  messages: Collection<KeptMessage>,
  around: Surroundings,
): void {
  const { title, prefix } = outsideSystems[system];
  scope.get<{ Querystring: { to?: string } }>(`${prefix}/inbox`, (request, reply) => {
    const to = request.query.to?.trim();
    const found = [...messages.values()].filter((message) => !to || message.to === to);
    const shown = found
      .slice(-MAX_SHOWN)
      .reverse()
      .map((message) => ({ ...message, state: deliveryOf(message, system, around).state }));
    if (request.headers.accept?.includes('text/html')) return reply.headers(pageHeaders).send(inboxPage(title, shown));
    return reply.send({ messages: shown });
  });
}
