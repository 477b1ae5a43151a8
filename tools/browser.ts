import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** A Chromium that has been unpacked, and the environment it runs in. */
export interface InstalledChromium {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const require = createRequire(import.meta.url);
const packageFolder = join(dirname(require.resolve('@sparticuz/chromium')), '..');
const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
const shelf = join(tmpdir(), `credit-repair-chromium-${process.getuid?.() ?? 'user'}-${version}`);

/** A closed network must not be asked: without these, dozens of connections are tried and refused. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
];

/**
 * Starts a headless Chromium: the one from the npm package, or the one CHROMIUM_PATH names. Works as root (no sandbox:
 * it opens our own pages only), without system fonts (Noto Sans SC from npm) and without libnss3 (the package brings it).
 */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await installChromium();
  return chromium.launch({
    executablePath,
    env: { ...(process.env as Record<string, string>), ...env },
    args: [
      ...quiet,
      '--no-sandbox',
      '--no-zygote',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
    ],
  });
}

/** Unpacks Chromium once per version into the temporary folder (2 s, 200 MB). */
export async function installChromium(): Promise<InstalledChromium> {
  const given = process.env.CHROMIUM_PATH;
  if (!given && (process.platform !== 'linux' || process.arch !== 'x64')) {
    throw new Error('随 npm 带来的 Chromium 只有 linux-x64：请用 CHROMIUM_PATH 指明本机的 Chrome 或 Chromium。');
  }
  if (!given && !existsSync(shelf)) await unpack();
  mkdirSync(`${shelf}-fonts`, { recursive: true, mode: 0o700 });
  const fonts = { FONTCONFIG_FILE: writeFontsConf() };
  if (given) return { executablePath: given, env: fonts };
  const executablePath = join(shelf, 'chromium');
  if (starts(executablePath, {})) return { executablePath, env: fonts };
  const libraries = { LD_LIBRARY_PATH: join(shelf, 'al2023', 'lib') };
  if (starts(executablePath, libraries)) return { executablePath, env: { ...fonts, ...libraries } };
  throw new Error(`${executablePath} 起不来：${spawnSync(executablePath, ['--version'], { encoding: 'utf8' }).stderr}`);
}

/** Unpacked beside and moved into place, so that a second run never sees half a browser. */
async function unpack(): Promise<void> {
  const draft = mkdtempSync(`${shelf}-draft-`);
  const before = process.env.TMPDIR;
  // The package unpacks into the temporary folder, wherever that is.
  process.env.TMPDIR = draft;
  try {
    const archives = ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br'];
    await Promise.all(archives.map((archive) => inflate(join(packageFolder, 'bin', archive))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    renameSync(draft, shelf);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
}

function starts(executablePath: string, env: Readonly<Record<string, string>>): boolean {
  const tried = spawnSync(executablePath, ['--version'], { env: { ...process.env, ...env }, timeout: 20_000 });
  return tried.status === 0;
}

/** Without any font Chromium stops at the first character, so the fonts that papers use are given to it. */
function writeFontsConf(): string {
  const packages = ['@expo-google-fonts/noto-sans-sc', '@expo-google-fonts/noto-serif-sc'];
  const folders = packages.flatMap((name) => {
    const folder = dirname(require.resolve(`${name}/package.json`));
    return ['400Regular', '700Bold'].map((weight) => `<dir>${join(folder, weight)}</dir>`);
  });
  const aliases = ['sans-serif', 'system-ui', 'Microsoft YaHei', 'PingFang SC'].map(
    (family) =>
      `<alias binding="same"><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
  );
  const path = join(`${shelf}-fonts`, 'fonts.conf');
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">';
  const cache = `<cachedir>${join(`${shelf}-fonts`, 'cache')}</cachedir>`;
  writeFileSync(path, `${head}<fontconfig>${folders.join('')}${cache}${aliases.join('')}</fontconfig>\n`);
  return path;
}
