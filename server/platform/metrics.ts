import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What one process measures of itself, in Prometheus' words. */
export interface Metrics {
  readonly registry: Registry;
  observeRequest(route: { name?: string }, status: number, milliseconds: number): void;
  observeGateway(system: string, outcome: string, milliseconds: number): void;
  observeJob(task: string, outcome: 'done' | 'failed', milliseconds: number): void;
  setBacklog(name: string, count: number): void;
}

/** Opens the metrics of a process (`server`, `worker`). */
export function openMetrics(process: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ process });
  collectDefaultMetrics({ register: registry });
  const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
  const requests = new Histogram({
    name: 'http_request_seconds',
    help: 'HTTP requests by endpoint and status',
    labelNames: ['endpoint', 'status'],
    buckets,
    registers: [registry],
  });
  const gateways = new Histogram({
    name: 'gateway_call_seconds',
    help: 'Calls to outside systems by outcome',
    labelNames: ['system', 'outcome'],
    buckets,
    registers: [registry],
  });
  const jobs = new Counter({
    name: 'jobs_total',
    help: 'Jobs by task and outcome',
    labelNames: ['task', 'outcome'],
    registers: [registry],
  });
  const backlog = new Gauge({
    name: 'backlog',
    help: 'Rows waiting: outbox, stuck exchanges',
    labelNames: ['what'],
    registers: [registry],
  });
  return {
    registry,
    observeRequest: (route, status, ms) => requests.labels(route.name ?? 'page', String(status)).observe(ms / 1000),
    observeGateway: (system, outcome, ms) => gateways.labels(system, outcome).observe(ms / 1000),
    observeJob: (task, outcome) => jobs.labels(task, outcome).inc(),
    setBacklog: (name, count) => backlog.labels(name).set(count),
  };
}
