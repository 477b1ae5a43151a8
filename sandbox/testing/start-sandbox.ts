import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSandbox, type Sandbox, type SandboxOptions } from '../open-sandbox.ts';
import { outsideSystems } from '../systems/outside-systems.ts';

/** A sandbox for one test file, on a free port with a folder of its own. */
export interface StartedSandbox extends Sandbox {
  readonly options: SandboxOptions;
  /** What openGateways wants to know, to reach this sandbox. */
  readonly gatewaySettings: {
    readonly creditChinaUrl: string;
    readonly gsxtUrl: string;
    readonly provinceUrl: string;
    readonly sharedDataUrl: string;
    readonly marketPlatformUrl: string;
    readonly courtUrl: string;
    readonly certificateAuthorityUrl: string;
    readonly smsUrl: string;
    readonly ganfutongUrl: string;
    readonly key: string;
    readonly timeoutMs: number;
  };
  /** What openIdentityClient wants to know. */
  readonly identitySettings: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly timeoutMs: number;
  };
  /** Closes it and removes its folder. */
  end(): Promise<void>;
}

/** Starts a sandbox. `end` it in afterAll. */
export async function startSandbox(overrides: Partial<SandboxOptions> = {}): Promise<StartedSandbox> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-'));
  const options: SandboxOptions = {
    port: 0,
    dataDir,
    gatewayKey: 'gateway-key-of-a-test',
    publicUrl: 'http://127.0.0.1:8080',
    oidcClient: { id: 'credit-repair', secret: 'client-secret-of-a-test-with-32-letters' },
    ...overrides,
  };
  const sandbox = await openSandbox(options);
  const urlOf = (system: keyof typeof outsideSystems) => sandbox.url + outsideSystems[system].prefix;
  return {
    ...sandbox,
    options,
    gatewaySettings: {
      creditChinaUrl: urlOf('credit-china'),
      gsxtUrl: urlOf('gsxt'),
      provinceUrl: urlOf('province'),
      sharedDataUrl: urlOf('shared-data'),
      marketPlatformUrl: urlOf('market-platform'),
      courtUrl: urlOf('court'),
      certificateAuthorityUrl: urlOf('certificate-authority'),
      smsUrl: urlOf('sms'),
      ganfutongUrl: urlOf('ganfutong'),
      key: options.gatewayKey,
      timeoutMs: 5000,
    },
    identitySettings: {
      issuer: options.issuer ?? urlOf('oidc'),
      clientId: options.oidcClient.id,
      clientSecret: options.oidcClient.secret,
      timeoutMs: 5000,
    },
    async end() {
      await sandbox.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
