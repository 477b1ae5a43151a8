import { openApp } from './app.ts';
import { openIdentityClient } from './gateways/identity/openid-client.ts';
import { openServices } from './open-services.ts';
import { endWithNpm } from './platform/follow-npm.ts';
import { loadConfigOrExit } from './platform/load-config.ts';

const config = loadConfigOrExit();
const services = openServices(config, 'server');
const identity = openIdentityClient({
  issuer: config.oidcIssuer,
  clientId: config.oidcClientId,
  clientSecret: config.oidcClientSecret,
  timeoutMs: config.gatewayTimeoutMs,
});
const app = await openApp(services, identity);

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await app.close();
  await services.db.close();
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
endWithNpm();

await app.listen({ host: config.host, port: config.port });
services.log.info({ host: config.host, port: config.port }, 'server listening');
