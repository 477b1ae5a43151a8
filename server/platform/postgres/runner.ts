import { spawn, spawnSync } from 'node:child_process';
import { chownSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { InstalledPostgres } from './installed.ts';

/** As whom the programs of PostgreSQL run: they refuse to run as root. */
export interface Runner {
  readonly how: 'direct' | 'namespace' | 'capability' | 'system-user';
  /** Words put before the program. */
  readonly before: readonly string[];
  /** The system user that must own the cluster; undefined where files stay ours. */
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Chooses how to run. Not root: directly. Root: in a user namespace of its own, where root's files stay root's and any
 * folder is reachable; where the kernel has none: as a system user that keeps the one capability needed to pass closed
 * folders; as that user without it last, which fails below a folder that only root may enter.
 * @throws Error with a Chinese sentence when nothing works.
 */
export function chooseRunner(installed: InstalledPostgres, folder: string, only?: Runner['how']): Runner {
  if (process.getuid?.() !== 0) return { how: 'direct', before: [] };
  const owner = ownerOfCluster(folder);
  const { uid, gid } = owner !== undefined && owner.uid !== 0 ? owner : systemUser();
  const as = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  const candidates: Runner[] = [
    { how: 'namespace', before: ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'] },
    {
      how: 'capability',
      before: ['setpriv', ...as, '--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--'],
      uid,
      gid,
    },
    { how: 'system-user', before: [], uid, gid },
  ];
  // In a namespace of root's own, a cluster of somebody else is out of reach.
  const possible = candidates
    .filter(({ how }) => only === undefined || how === only)
    .filter(({ how }) => how !== 'namespace' || owner === undefined || owner.uid === 0);
  const found = possible.find((each) => works(each, installed, folder));
  if (found !== undefined) return found;
  throw new Error(
    `以 root 身份运行，而内核不许建用户命名空间，系统用户 ${uid} 又进不了 ${folder}：` +
      '请以普通用户运行，或把项目和 DATA_DIR 放到人人可进的目录，或设置 DATABASE_URL。',
  );
}

/** Starts a program under a runner. */
export function spawnAs(
  runner: Runner,
  program: string,
  args: readonly string[],
  options: { readonly env: Readonly<Record<string, string>>; readonly log: number; readonly detached?: boolean },
) {
  const [command = program, ...rest] = [...runner.before, program, ...args];
  const { env, log, detached = false } = options;
  const stdio: ['ignore', number, number] = ['ignore', log, log];
  return spawn(command, rest, { env: programEnv(env), stdio, detached, windowsHide: true, ...idsFor(runner) });
}

/** Gives a folder and all in it to the system user of the runner; nothing to do where files stay ours. */
export function giveTo(runner: Runner, folder: string): void {
  if (runner.uid === undefined || runner.gid === undefined) return;
  if (statSync(folder).uid === runner.uid) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), runner.uid, runner.gid);
  }
  chownSync(folder, runner.uid, runner.gid);
}

/** setpriv changes the user itself, after it has set the capability aside. */
function idsFor(runner: Runner): { uid?: number; gid?: number } {
  return runner.how === 'system-user' ? { uid: runner.uid, gid: runner.gid } : {};
}

function programEnv(env: Readonly<Record<string, string>>): Record<string, string> {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', ...env };
}

/** Tried for real: the namespace may be refused, setpriv may be absent, the folder may be closed to the user. */
function works(runner: Runner, installed: InstalledPostgres, folder: string): boolean {
  const probe = ['sh', '-c', 'cd "$1" && "$2" --version', 'probe', folder, installed.postgres];
  const [command = 'sh', ...rest] = [...runner.before, ...probe];
  const tried = spawnSync(command, rest, {
    env: programEnv(installed.env),
    stdio: 'ignore',
    timeout: 10_000,
    ...idsFor(runner),
  });
  return tried.status === 0;
}

function ownerOfCluster(folder: string): { uid: number; gid: number } | undefined {
  const { uid, gid } = statSync(join(folder, 'postgres'), { throwIfNoEntry: false }) ?? {};
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/** `postgres` where the system has it, else nobody. */
function systemUser(): { uid: number; gid: number } {
  const id = (option: string) => spawnSync('id', [option, 'postgres'], { encoding: 'utf8' });
  const user = id('-u');
  if (user.status !== 0) return { uid: 65534, gid: 65534 };
  return { uid: Number(user.stdout), gid: Number(id('-g').stdout) };
}
