import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Provider } from 'oidc-provider';
import { demoAccounts } from './accounts.ts';
import type { Collection } from './collection.ts';
import { offerControl } from './control/control-routes.ts';
import type { ReceivedCall } from './exchange/call-log.ts';
import { type Door, openDoor } from './exchange/door.ts';
import type { ModeSetting } from './exchange/modes.ts';
import { offerIdentity } from './oidc/identity-routes.ts';
import { openSigningKeys } from './oidc/signing-keys.ts';
import { offerInbox } from './pages/inbox-routes.ts';
import { type Delays, defaultDelays, openSurroundings, type Surroundings } from './surroundings.ts';
import { type CertificateAuthority, offerCertificateAuthority } from './systems/certificate-authority.ts';
import { offerCourt } from './systems/court.ts';
import { offerCreditChina } from './systems/credit-china.ts';
import { offerEffects } from './systems/effects.ts';
import { offerMarketPlatform } from './systems/market-platform.ts';
import { type KeptMessage, offerMessages } from './systems/messages.ts';
import { outsideSystems, type SystemId } from './systems/outside-systems.ts';
import { offerRegistrations } from './systems/registrations.ts';
import { offerSharedData, offerSharedDataControl, putSharedFacts, type SharedFacts } from './systems/shared-data.ts';
import { offerTimeStamps } from './systems/time-stamp-authority.ts';

/** Settings of the sandbox. */
export interface SandboxOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** Default 127.0.0.1. The controls are unsigned: not for any other interface than loopback. */
  readonly host?: string;
  /** State goes to its subfolder `sandbox`. */
  readonly dataDir: string;
  /** Secret that signs calls at the exchange platform. */
  readonly gatewayKey: string;
  /** The product's address as people see it; logins return there. Any loopback port is allowed as well. */
  readonly publicUrl: string;
  readonly oidcClient: { readonly id: string; readonly secret: string };
  /** Issuer of the identity service, where a proxy stands in front. Default `<own url>/oidc`. */
  readonly issuer?: string;
  readonly delays?: Partial<Delays>;
}

/** The controls, for tests that run in the same process; the same as below /control. */
export interface SandboxControl {
  setMode(system: SystemId, setting: ModeSetting): void;
  /** Tells a system what to decide about a matter known by any of its numbers, `*` for all. */
  script(system: SystemId, match: string, outcome: string, reasons?: readonly string[]): void;
  calls(system?: SystemId): readonly ReceivedCall[];
  messages(system: 'sms' | 'ganfutong'): readonly KeptMessage[];
  /** Moves the stand-ins' clock forward: what would take its time is done. */
  advance(milliseconds: number): void;
  /** Puts in what other offices share about a subject. */
  share(facts: SharedFacts): void;
  reset(): void;
}

/** A running sandbox. */
export interface Sandbox {
  /** e.g. `http://127.0.0.1:8081`. */
  readonly url: string;
  readonly control: SandboxControl;
  close(): Promise<void>;
}

/** Starts the stand-ins of all outside systems on one port. */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const folder = join(options.dataDir, 'sandbox');
  const around = openSurroundings(folder, {
    gatewayKey: options.gatewayKey,
    delays: { ...defaultDelays, ...options.delays },
  });
  // Listening comes first: the issuer of the identity service names the port.
  const app = Fastify({ bodyLimit: 1_048_576 });
  const server = createServer((request, response) => void app.ready().then(() => app.routing(request, response)));
  const url = await listen(server, options.port, options.host ?? '127.0.0.1').catch((error: unknown) => {
    around.close();
    throw error;
  });
  acceptForms(app);
  const shared = around.collection<SharedFacts>('shared-data');
  const inboxes = offerSystems(app, around, shared);
  app.register(async (scope) => offerControl(scope, around));
  app.register(async (scope) => offerSharedDataControl(scope, shared));
  const proven = new Set<string>();
  offerIdentity(app, lateProvider(options, url, folder, proven), demoAccounts, around, proven);
  await app.ready();
  return { url, control: controlOf(around, inboxes, shared), close: () => close(server, app, around) };
}

/** The provider's library is a third of the sandbox's memory and start: it is loaded when the first login comes. */
function lateProvider(
  options: SandboxOptions,
  url: string,
  folder: string,
  proven: ReadonlySet<string>,
): () => Promise<Provider> {
  let opened: Promise<Provider> | undefined;
  const open = async () => {
    const { openProvider } = await import('./oidc/open-provider.ts');
    return openProvider({
      issuer: options.issuer ?? `${url}/oidc`,
      publicUrl: options.publicUrl,
      client: options.oidcClient,
      accounts: demoAccounts,
      keys: openSigningKeys(folder),
      proven,
    });
  };
  return () => {
    opened ??= open();
    return opened;
  };
}

type Inboxes = Readonly<Record<'sms' | 'ganfutong', Collection<KeptMessage>>>;

function offerSystems(app: FastifyInstance, around: Surroundings, shared: Collection<SharedFacts>): Inboxes {
  const behindDoor = (system: SystemId, offer: (door: Door) => void) =>
    app.register(async (scope) => offer(openDoor(scope, system, around)), { prefix: outsideSystems[system].prefix });
  behindDoor('credit-china', (door) => offerCreditChina(door, around));
  behindDoor('gsxt', (door) => offerEffects(door, 'gsxt', around));
  behindDoor('province', (door) => {
    offerEffects(door, 'province', around);
    offerRegistrations(door);
  });
  behindDoor('shared-data', (door) => offerSharedData(door, shared));
  behindDoor('market-platform', (door) => offerMarketPlatform(door, around));
  behindDoor('court', (door) => offerCourt(door, around));
  const authority = around.collection<CertificateAuthority>('certificate-authority');
  behindDoor('certificate-authority', (door) => {
    offerCertificateAuthority(door, authority, around);
    offerTimeStamps(door, authority);
  });
  const openInbox = (system: 'sms' | 'ganfutong') => {
    const messages = around.collection<KeptMessage>(`${system}-messages`);
    behindDoor(system, (door) => offerMessages(door, system, messages, around));
    app.register(async (scope) => offerInbox(scope, system, messages, around));
    return messages;
  };
  return { sms: openInbox('sms'), ganfutong: openInbox('ganfutong') };
}

function controlOf(around: Surroundings, inboxes: Inboxes, shared: Collection<SharedFacts>): SandboxControl {
  return {
    setMode: around.modes.set,
    script: (system, match, outcome, reasons = []) =>
      around.scripts.set(system, match, { outcome, reasons, at: around.now() }),
    calls: around.calls.list,
    messages: (system) => [...inboxes[system].values()],
    advance: around.advance,
    share: (facts) => putSharedFacts(shared, facts),
    reset: around.reset,
  };
}

function acceptForms(app: FastifyInstance): void {
  const type = 'application/x-www-form-urlencoded';
  app.addContentTypeParser(type, { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(body as string))),
  );
}

async function listen(server: Server, port: number, host: string): Promise<string> {
  server.listen(port, host);
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;
}

async function close(server: Server, app: FastifyInstance, around: Surroundings): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
  await app.close();
  around.close();
}
