import type { Services } from '../platform/app-context.ts';
import type { Task } from '../platform/task.ts';
import { lookAtRecords } from './look-at-records.ts';
import { makeNotices } from './notices/make-notices.ts';
import { runImport } from './run-import.ts';

/** The jobs of this module. */
export function recordTasks(services: Services): Task[] {
  return [runImport(services), makeNotices(services), lookAtRecords(services)];
}
