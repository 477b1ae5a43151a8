import { lockFolder } from '../platform/folder-lock.ts';

/**
 * Takes the data folder for this start; returns what gives it back. `inherited`: the stage before, under the same process
 * number, took it already. @throws Error with a Chinese sentence when another start has it.
 */
export function takeFolder(dataDir: string, options: { readonly inherited: boolean }): () => void {
  const lock = lockFolder(dataDir, options);
  if ('release' in lock) return lock.release;
  const { pid, host } = lock.heldBy;
  const who = `进程 ${pid}，主机 ${host}`;
  throw new Error(
    `数据目录 ${dataDir} 正由另一次启动使用（${who}）：先停掉它，或另设 DATA_DIR、PORT 和 SANDBOX_PORT。`,
  );
}
