import type { SystemId } from '../systems/outside-systems.ts';

/** One call that a stand-in received. */
export interface ReceivedCall {
  readonly at: string;
  readonly system: SystemId;
  readonly method: string;
  readonly path: string;
  /** HTTP status of the answer; 0 where the connection was broken off. */
  status: number;
  /** Who called, as claimed. */
  readonly requester: string | null;
  readonly idempotencyKey: string | null;
  /** The answer repeats an earlier one, because the idempotency key was known. */
  repeated: boolean;
  body?: unknown;
}

/** The latest calls of every system, newest first; not kept over a restart. */
export interface CallLog {
  add(call: ReceivedCall): void;
  list(system?: SystemId): readonly ReceivedCall[];
  clear(): void;
}

/** Keeps at most `perSystem` calls of each system. */
export function openCallLog(perSystem = 200): CallLog {
  const bySystem = new Map<SystemId, ReceivedCall[]>();
  return {
    add(call) {
      const calls = bySystem.get(call.system) ?? [];
      calls.unshift(call);
      if (calls.length > perSystem) calls.length = perSystem;
      bySystem.set(call.system, calls);
    },
    list(system) {
      if (system) return [...(bySystem.get(system) ?? [])];
      return [...bySystem.values()].flat().sort((a, b) => (a.at < b.at ? 1 : -1));
    },
    clear: () => bySystem.clear(),
  };
}
