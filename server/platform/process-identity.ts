import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** A process told apart from a later one that got the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in whatever form the system gives; equal for the same process only. '' where unknown. */
  readonly started: string;
}

/** The identity of a running process; undefined when no such process runs (a zombie counts as not running). */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (process.platform === 'linux') return identifyOnLinux(pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
  }
  if (process.platform === 'win32') return { pid, started: '' };
  return { pid, started: ps(pid, 'lstart') };
}

/** Whether a number belongs to a process that has ended and that its parent has not taken note of (Linux). */
export function isZombie(pid: number): boolean {
  const state = process.platform === 'linux' ? statOf(pid)?.[0] : undefined;
  return state === 'Z' || state === 'X';
}

/** Whether the very process that was identified earlier still runs. */
export function isStillRunning(identity: ProcessIdentity): boolean {
  const now = identifyProcess(identity.pid);
  return now !== undefined && now.started === identity.started;
}

/** The program a process runs, as a bare name such as `postgres`; '' when that cannot be seen. */
export function programOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
    if (process.platform === 'win32') return '';
    return ps(pid, 'comm').split('/').at(-1) ?? '';
  } catch {
    return '';
  }
}

/** The folder a process stands in; undefined where the system does not tell. */
export function folderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function identifyOnLinux(pid: number): ProcessIdentity | undefined {
  const fields = statOf(pid);
  if (fields === undefined || fields[0] === 'Z' || fields[0] === 'X') return undefined;
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return { pid, started: `${boot}/${fields[19]}` };
}

/** What /proc says of a process, from its state on; undefined where the number is nobody's. */
function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything, so fields are counted from the last bracket: state is the third.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string {
  return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
}
