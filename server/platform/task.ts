import { isRefusal, type Refusal } from '#domain/refusal.ts';

/**
 * A job that the worker runs after an act's commit. It may run twice, so it must be idempotent; what it throws is tried again later,
 * each time after a longer pause, `maxAttempts` times (the queue's own limit where absent).
 */
export interface Task {
  readonly name: string;
  readonly maxAttempts?: number;
  run(payload: Record<string, unknown> & { subjectKey: string }): Promise<void>;
}

/** The result of a task's transaction; a refusal is thrown, since there is nobody to tell and trying again may help. */
export function settled<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`${result.code}: ${result.text}`);
  return result;
}

/** A text of a payload. Missing: whoever ordered the job is wrong. */
export function textOf(payload: Readonly<Record<string, unknown>>, key: string): string {
  const value = payload[key];
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`payload without ${key}`);
}

/** A whole number of a payload. */
export function numberOf(payload: Readonly<Record<string, unknown>>, key: string): number {
  const value = payload[key];
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw new Error(`payload without ${key}`);
}
