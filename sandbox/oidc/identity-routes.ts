import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { InteractionDetails, Provider } from 'oidc-provider';
import type { DemoAccount } from '../accounts.ts';
import { pageHeaders } from '../pages/page.ts';
import type { Surroundings } from '../surroundings.ts';
import { facePage, loginPage, noticePage } from './login-page.ts';

const PREFIX = '/oidc';
/** 初级、高级实名, as acr names them. */
export const BASIC_ACR = 'urn:jiangxi:loa:basic';
export const HIGH_ACR = 'urn:jiangxi:loa:high';

interface LoginForm {
  readonly username?: string;
  readonly password?: string;
  /** Sent by the page of the face check. */
  readonly face?: string;
}

/** Mounts the identity provider below /oidc: its protocol endpoints, and the pages on which people sign in. */
export function offerIdentity(
  app: FastifyInstance,
  providerOf: () => Promise<Provider>,
  accounts: readonly DemoAccount[],
  around: Surroundings,
  proven: Set<string> = new Set(),
): void {
  app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => behave(request, reply, around));
    offerLogin(scope, providerOf, accounts, proven);
    scope.register(async (protocol) => offerProtocol(protocol, providerOf));
  });
}

/** The provider reads request bodies itself, so Fastify must leave them alone here. */
function offerProtocol(scope: FastifyInstance, providerOf: () => Promise<Provider>): void {
  let handle: ReturnType<Provider['callback']> | undefined;
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
  scope.all(`${PREFIX}/*`, async (request, reply) => {
    handle ??= (await providerOf()).callback();
    reply.hijack();
    // From both addresses the provider sees below which path it is mounted.
    const raw = request.raw as IncomingMessage & { originalUrl?: string };
    raw.originalUrl = raw.url;
    raw.url = (raw.url ?? '').slice(PREFIX.length);
    await handle(raw, reply.raw);
  });
}

function offerLogin(
  scope: FastifyInstance,
  providerOf: () => Promise<Provider>,
  accounts: readonly DemoAccount[],
  proven: Set<string>,
): void {
  const path = `${PREFIX}/interaction/:uid`;
  scope.get(path, async (request, reply) => {
    const provider = await providerOf();
    const interaction = await interactionOf(provider, request, reply);
    if (!interaction) return expired(reply);
    return reply.headers(pageHeaders).send(loginPage(accounts, { action: `${PREFIX}/interaction/${interaction.uid}` }));
  });
  scope.post<{ Body: LoginForm | undefined }>(path, async (request, reply) => {
    const provider = await providerOf();
    const interaction = await interactionOf(provider, request, reply);
    if (!interaction) return expired(reply);
    const { username = '', password = '', face } = request.body ?? {};
    const account = accounts.find((each) => each.username === username.trim());
    if (!account || !sameText(account.password, password)) {
      const action = `${PREFIX}/interaction/${interaction.uid}`;
      const shown = loginPage(accounts, { action, username, fault: '账号或密码不正确，请检查后再试。' });
      return reply.code(422).headers(pageHeaders).send(shown);
    }
    const known = account.loa === 'high' || proven.has(account.sub);
    const asked = String(interaction.params.acr_values ?? '').split(' ');
    if (!known && asked.includes(HIGH_ACR) && face === undefined) {
      const action = `${PREFIX}/interaction/${interaction.uid}`;
      return reply.headers(pageHeaders).send(facePage(account, action));
    }
    if (face === 'shown') proven.add(account.sub);
    const acr = known || face === 'shown' ? HIGH_ACR : BASIC_ACR;
    return finish(provider, request, reply, { login: { accountId: account.sub, remember: true, acr } });
  });
  scope.post(`${path}/abort`, async (request, reply) => {
    const provider = await providerOf();
    if (!(await interactionOf(provider, request, reply))) return expired(reply);
    return finish(provider, request, reply, { error: 'access_denied', error_description: 'cancelled by the user' });
  });
}

async function finish(provider: Provider, request: FastifyRequest, reply: FastifyReply, result: object) {
  return reply.redirect(await provider.interactionResult(request.raw, reply.raw, result), 303);
}

/** The login that is under way according to the cookie, or undefined where there is none any more. */
async function interactionOf(
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<InteractionDetails | undefined> {
  try {
    const details = await provider.interactionDetails(request.raw, reply.raw);
    return details.uid === (request.params as { uid: string }).uid ? details : undefined;
  } catch (error) {
    if (error instanceof Error && error.name === 'SessionNotFound') return undefined;
    throw error;
  }
}

function expired(reply: FastifyReply) {
  const shown = noticePage('这次登录已失效', '请回到原来的网站重新登录。');
  return reply.code(400).headers(pageHeaders).send(shown);
}

async function behave(request: FastifyRequest, reply: FastifyReply, around: Surroundings): Promise<void> {
  const fate = around.modes.fateOf('oidc');
  if (fate === 'pass') return;
  if (fate === 'slow') {
    await sleep(around.modes.of('oidc').delayMs ?? 30_000, undefined, { ref: false, signal: around.closing });
    return;
  }
  reply.hijack();
  request.raw.socket.destroy();
}

function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
