import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { Logger, parseCronItems, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import { allTasks } from './all-tasks.ts';
import { openGateways } from './gateways/open-gateways.ts';
import { openPaperPress } from './notice/papers/paper-press.ts';
import { openServices } from './open-services.ts';
import { endWithNpm } from './platform/follow-npm.ts';
import { startHeartbeat } from './platform/heartbeat.ts';
import { loadConfigOrExit } from './platform/load-config.ts';
import { openMetrics } from './platform/metrics.ts';
import { startRelay } from './platform/relay.ts';
import { schedule } from './schedule.ts';

const config = loadConfigOrExit();
const services = openServices(config, 'worker');
const { db, log } = services;
const metrics = openMetrics('worker');
const gateways = openGateways({
  creditChinaUrl: config.creditChinaUrl,
  gsxtUrl: config.gsxtUrl,
  provinceUrl: config.provincePlatformUrl,
  sharedDataUrl: config.sharedDataUrl,
  marketPlatformUrl: config.marketPlatformUrl,
  courtUrl: config.courtUrl,
  certificateAuthorityUrl: config.certificateAuthorityUrl,
  smsUrl: config.smsUrl,
  ganfutongUrl: config.ganfutongUrl,
  key: config.gatewayKey,
  timeoutMs: config.gatewayTimeoutMs,
  onCall: metrics.observeGateway,
});
const press = openPaperPress({ fontDirs: [...config.fontDirs] });
const tasks = allTasks(services, { gateways, press });

const taskList: TaskList = Object.fromEntries(
  tasks.map((task) => [
    task.name,
    async (payload: unknown) => {
      const began = Date.now();
      try {
        await task.run(payload as Parameters<typeof task.run>[0]);
        metrics.observeJob(task.name, 'done', Date.now() - began);
      } catch (error) {
        metrics.observeJob(task.name, 'failed', Date.now() - began);
        throw error;
      }
    },
  ]),
);

// The queue's own chatter goes to our log; a failed task is told once, with its reason.
const queueLog = new Logger(() => (level, message, meta) => {
  if (level === 'error') log.error({ meta }, message);
  else if (level === 'warning') log.warn(message);
});
// The queue marks the jobs of this process with the name of its pool.
let poolId: string = randomUUID();
const events: WorkerEvents = new EventEmitter();
events.on('pool:create', ({ workerPool }) => {
  poolId = workerPool.id;
});
const runner = await run({
  pgPool: db.pool,
  events,
  concurrency: config.workerConcurrency,
  noHandleSignals: true,
  pollInterval: 1_000,
  taskList,
  parsedCronItems: parseCronItems(schedule.map(({ cron, task }) => ({ task, match: cron, identifier: task }))),
  logger: queueLog,
});
const relay = startRelay(
  db,
  new Map(tasks.flatMap((task) => (task.maxAttempts ? [[task.name, task.maxAttempts]] : []))),
  log,
);

const heartbeat = await startHeartbeat(db.pool, poolId, log);

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  heartbeat.stop();
  await relay.stop();
  await runner.stop();
  await press.close();
  await db.close();
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
endWithNpm();
log.info({ tasks: tasks.length }, 'worker running');
