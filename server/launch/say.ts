import type { SupervisorLog } from '../platform/postgres/supervisor.ts';

/** One line to whoever started us. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What the database's supervisor has to tell, as such lines. */
export const launcherLog: SupervisorLog = {
  debug: () => {},
  info: (_fields, text) => say(text),
  warn: (_fields, text) => say(text),
  fatal: (fields, text) => say(`${text}：${(fields as { err?: Error }).err?.message ?? ''}`),
};
