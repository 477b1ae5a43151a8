import { endWithNpm } from '#server/platform/follow-npm.ts';
import { loadConfigOrExit } from '#server/platform/load-config.ts';
import { openSandbox } from './open-sandbox.ts';

const config = loadConfigOrExit();
const sandbox = await openSandbox({
  port: config.sandboxPort,
  dataDir: config.dataDir,
  gatewayKey: config.gatewayKey,
  publicUrl: config.publicUrl,
  issuer: config.oidcIssuer,
  oidcClient: { id: config.oidcClientId, secret: config.oidcClientSecret },
});
process.stdout.write(`sandbox ${sandbox.url}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
}
endWithNpm();
