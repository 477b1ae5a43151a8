import { type Collection, openCollection } from '../collection.ts';
import type { SystemId } from '../systems/outside-systems.ts';

/**
 * What a stand-in has been told to decide about one matter; without a script it decides favourably by itself.
 * market-platform: grant, refuse, decline, correct (call for correction, grant once it came), hold ·
 * court: delete, keep, hold · credit-china, gsxt, province (effects): confirm, fail, hold · sms, ganfutong: deliver, fail, hold.
 */
export interface Script {
  readonly outcome: string;
  /** Chinese sentences given with an unfavourable outcome. */
  readonly reasons: readonly string[];
  /** Milliseconds: a script given later acts from then on. */
  readonly at: number;
}

/** The outcomes that can be scripted, by system. */
export const scriptOutcomes: Partial<Record<SystemId, readonly string[]>> = {
  'credit-china': ['confirm', 'fail', 'hold'],
  gsxt: ['confirm', 'fail', 'hold'],
  province: ['confirm', 'fail', 'hold'],
  'market-platform': ['grant', 'refuse', 'decline', 'correct', 'hold'],
  court: ['delete', 'keep', 'hold'],
  sms: ['deliver', 'fail', 'hold'],
  ganfutong: ['deliver', 'fail', 'hold'],
};

/** Scripts by system and by any number the matter is known under: record id, document number, item number, receipt. */
export interface Scripts {
  set(system: SystemId, match: string, script: Script): void;
  /** The first script that one of the numbers has; `*` stands for every matter of the system. */
  find(system: SystemId, ...numbers: readonly string[]): Script | undefined;
  reset(): void;
  close(): void;
}

/** Opens the scripts kept in `folder`. */
export function openScripts(folder: string): Scripts {
  const kept: Collection<Script> = openCollection(folder, 'scripts');
  return {
    set: (system, match, script) => kept.put(`${system} ${match}`, script),
    find(system, ...numbers) {
      for (const number of [...numbers, '*']) {
        const script = kept.get(`${system} ${number}`);
        if (script) return script;
      }
      return undefined;
    },
    reset: () => kept.clear(),
    close: () => kept.close(),
  };
}
