import { createLog } from '../log.ts';
import { startPostgres } from './supervisor.ts';

/**
 * A parent for the supervisor's tests: starts the database of the folder given, prints its connection, and stops it on
 * SIGTERM. Run as `node run-until-killed.ts <folder>`.
 */
const dataDir = process.argv[2];
if (dataDir === undefined) throw new Error('usage: run-until-killed.ts <folder>');
const database = await startPostgres({ dataDir }, createLog({ logLevel: 'silent' }, 'test'));
const keepAlive = setInterval(() => {}, 60_000);
process.once('SIGTERM', () => {
  clearInterval(keepAlive);
  void database.stop();
});
process.stdout.write(`${JSON.stringify({ url: database.url, pid: database.pid(), kind: database.kind })}\n`);
