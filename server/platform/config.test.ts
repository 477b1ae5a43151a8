import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { loadConfig } from './load-config.ts';
import { ConfigError } from './setting.ts';

const scratch = mkdtempSync(join(tmpdir(), 'config-test-'));
afterAll(() => rmSync(scratch, { recursive: true }));

function sentenceFor(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return `${error.setting}|${error.message}`;
    throw error;
  }
  return 'accepted';
}

describe('readConfig', () => {
  test('an empty environment is a demo on loopback whose outside systems are the sandbox', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 8080, host: '127.0.0.1', publicUrl: 'http://127.0.0.1:8080', demo: true });
    expect(config.oidcIssuer).toBe('http://127.0.0.1:8081/oidc');
    expect(config.dataDir).toBe(join(process.cwd(), '.data'));
  });

  test('derived addresses follow the ports; given ones stay and lose their trailing slash', () => {
    const config = readConfig({ PORT: '9000', SANDBOX_PORT: '9001', SMS_URL: 'https://sms.example.cn/v1/' });
    expect(config.publicUrl).toBe('http://127.0.0.1:9000');
    expect(config.courtUrl).toBe('http://127.0.0.1:9001/court');
    expect(config.smsUrl).toBe('https://sms.example.cn/v1');
  });

  test.each([
    [{ PORT: 'eighty' }, 'PORT', '“eighty”'],
    [{ PORT: '65536' }, 'PORT', '0 到 65535'],
    [{ DEMO: 'yes' }, 'DEMO', '1 或 0'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL', 'silent'],
    [{ PUBLIC_URL: 'ftp://x' }, 'PUBLIC_URL', 'http://'],
    [{ FIXED_TODAY: '2026-02-30' }, 'FIXED_TODAY', '“2026-02-30”'],
    [{ PORT: '8081' }, 'SANDBOX_PORT', '8081'],
    [{ APP_DATABASE_URL: 'postgres://root@db/x' }, 'APP_DATABASE_URL', 'credit_repair_app'],
    [{ DEMO: '0' }, 'OIDC_ISSUER', '必须给出'],
    [{ DEMO: '0', FIXED_TODAY: '2026-03-09' }, 'FIXED_TODAY', '只供试验'],
  ] satisfies [Record<string, string>, string, string][])(
    '%o is refused in a sentence that names %s',
    (env, name, part) => {
      expect(sentenceFor(env)).toMatch(new RegExp(`^${name}\\|.*${name}.*`));
      expect(sentenceFor(env)).toContain(part);
    },
  );

  test('a refused secret is not repeated in the sentence', () => {
    expect(sentenceFor({ APP_SECRET: 'too-short' })).not.toContain('too-short');
    expect(sentenceFor({ DATABASE_URL: 'mysql://u:hunter2@h/d' })).not.toContain('hunter2');
  });

  test('unknown variables and empty ones are ignored', () => {
    expect(readConfig({ PORT: '', SOMETHING_ELSE: 'x' }).port).toBe(8080);
  });
});

describe('loadConfig', () => {
  test('the secret is made once, kept with mode 0600, and the derived keys follow from it', () => {
    const env = { DATA_DIR: join(scratch, 'fresh') };
    const first = loadConfig(env);
    const second = loadConfig(env);
    expect(first.appSecret).toHaveLength(43);
    expect(second).toEqual(first);
    expect(first.gatewayKey).not.toBe(first.oidcClientSecret);
    expect(statSync(join(env.DATA_DIR, 'secret')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(env.DATA_DIR, 'secret'), 'utf8').trim()).toBe(first.appSecret);
  });

  test('a data folder that is a file is refused by name', () => {
    writeFileSync(join(scratch, 'file'), '');
    expect(() => loadConfig({ DATA_DIR: join(scratch, 'file') })).toThrow(/DATA_DIR/);
  });
});
