import { createHmac, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, readConfig } from './config.ts';
import { ConfigError } from './setting.ts';

/**
 * What every process calls first: the settings with their secrets. A missing APP_SECRET is generated once into
 * DATA_DIR/secret (0600); in a demo the gateway key and the OIDC client secret follow from it, so that server,
 * worker and sandbox agree without anybody typing them.
 * @throws ConfigError with a Chinese sentence that names the setting.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const read = readConfig(env);
  const appSecret = read.appSecret === '' ? keptSecret(read.dataDir) : read.appSecret;
  return {
    ...read,
    appSecret,
    gatewayKey: read.gatewayKey === '' ? derivedSecret(appSecret, 'gateway') : read.gatewayKey,
    oidcClientSecret: read.oidcClientSecret === '' ? derivedSecret(appSecret, 'oidc-client') : read.oidcClientSecret,
  };
}

/** `loadConfig`, but a wrong setting is said on stderr and ends the process with exit code 1. */
export function loadConfigOrExit(): Config {
  try {
    return loadConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** A secret for one purpose, derived from a master secret: 43 characters of base64url. */
export function derivedSecret(master: string, purpose: string): string {
  return createHmac('sha256', master).update(purpose).digest('base64url');
}

function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'secret');
  try {
    mkdirSync(dataDir, { recursive: true });
    return readSecret(path) ?? createSecret(path);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError('DATA_DIR', `设置 DATA_DIR 所指的目录 ${dataDir} 不能读写：${(error as Error).message}`);
  }
}

function readSecret(path: string): string | undefined {
  let kept: string;
  try {
    kept = readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  if (kept.length >= 16) return kept;
  throw new ConfigError('APP_SECRET', `密钥文件 ${path} 已损坏：删除它会重新生成（现有登录失效），或设置 APP_SECRET。`);
}

/** Written beside and linked into place: of several processes that start at once, one wins and all read the same. */
function createSecret(path: string): string {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readSecret(path) ?? createSecret(path);
}
