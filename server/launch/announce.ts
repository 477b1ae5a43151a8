import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runNode } from './run-node.ts';
import { say } from './say.ts';
import { reachable } from './wait-until-ready.ts';

const root = resolve(import.meta.dirname, '../..');

/** Prints the one line that scripts wait for, and for people the demo accounts. */
export async function announce(config: { host: string; port: number; demo: boolean }, tookMs: number): Promise<void> {
  say(`已就绪，用时 ${(tookMs / 1000).toFixed(1)} 秒`);
  say(`ready http://${reachable(config.host)}:${config.port}`);
  if (!config.demo) return;
  if (!['127.0.0.1', 'localhost', '::1'].includes(config.host)) {
    say('注意：演示账号的口令人人知道，而服务不只在本机监听。正式使用请设 DEMO=0。');
  }
  const accounts = join(root, 'server/access/demo-accounts.ts');
  if (existsSync(accounts))
    await runNode([join(root, 'server/launch/list-accounts.ts'), 'few'], process.env, '演示账号列不出');
}
