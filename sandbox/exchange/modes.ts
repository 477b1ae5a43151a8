import { type Collection, openCollection } from '../collection.ts';
import type { SystemId } from '../systems/outside-systems.ts';

/**
 * How a stand-in behaves towards every call:
 * ok · down (the connection breaks) · slow (answers after `delayMs`, having done the work) · refuse (422) ·
 * flaky (each `failEvery`-th call fails, in turn: busy, broken off before the work, broken off after it) ·
 * garbled (an HTML page instead of the agreed reply).
 */
export const modeNames = ['ok', 'down', 'slow', 'refuse', 'flaky', 'garbled'] as const;
export type ModeName = (typeof modeNames)[number];

/** The mode of one system with its numbers. */
export interface ModeSetting {
  readonly mode: ModeName;
  /** For slow. Default 30 000. */
  readonly delayMs?: number;
  /** For flaky. Default 2. */
  readonly failEvery?: number;
}

/** What happens to one call. */
export type Fate = 'pass' | 'cut' | 'cut-after' | 'slow' | 'refuse' | 'busy' | 'garbled';

/** The modes of all systems; they survive a restart. */
export interface Modes {
  of(system: SystemId): ModeSetting;
  set(system: SystemId, setting: ModeSetting): void;
  /** Decides the fate of the next call. */
  fateOf(system: SystemId): Fate;
  reset(): void;
  close(): void;
}

const FLAKY_FATES = ['busy', 'cut', 'cut-after'] as const;

/** Opens the modes kept in `folder`. */
export function openModes(folder: string): Modes {
  const settings: Collection<ModeSetting> = openCollection(folder, 'modes');
  const calls = new Map<SystemId, number>();
  const of = (system: SystemId): ModeSetting => settings.get(system) ?? { mode: 'ok' };
  return {
    of,
    set(system, setting) {
      settings.put(system, setting);
      calls.delete(system);
    },
    fateOf(system) {
      const { mode, failEvery = 2 } = of(system);
      const call = (calls.get(system) ?? 0) + 1;
      calls.set(system, call);
      if (mode === 'ok') return 'pass';
      if (mode === 'down') return 'cut';
      if (mode !== 'flaky') return mode;
      if (call % failEvery !== 0) return 'pass';
      return FLAKY_FATES[(call / failEvery - 1) % FLAKY_FATES.length]!;
    },
    reset() {
      settings.clear();
      calls.clear();
    },
    close: () => settings.close(),
  };
}
