import type { LawEntryKey } from '#law/matter-keys.ts';
import type { PlainDate } from '../../plain-date.ts';
import { automaticEndRow } from './automatic-end-law.ts';
import { orderLaw } from './order-law.ts';
import type { HeldBack, OrderEffect, OrderKind, OrderSystem } from './record-order.ts';

/** One thing one platform is asked because of an order. */
export interface AskedEffect {
  readonly system: OrderSystem;
  readonly effect: OrderEffect;
}

const standings: Readonly<Record<OrderKind, HeldBack | null | undefined>> = {
  annulment: 'annulled',
  change: undefined,
  shielding: 'shielded',
  restoring: null,
  completion: undefined,
  'automatic-end': 'ended',
  deregistration: 'deregistered',
  revocation: null,
};

/** What an order does to the display of its record; `undefined`: it stays as it is. */
export function standingAfter(kind: OrderKind): HeldBack | null | undefined {
  return standings[kind];
}

const everywhere = (effect: OrderEffect): readonly AskedEffect[] =>
  (['credit-china', 'gsxt', 'province'] as const).map((system) => ({ system, effect }));

/**
 * What each platform is asked because of an order of this kind. A performed plan takes back the words that its shielding had shown, where
 * a clause has any (107号 art 22). The end of the time ends display, and beyond it only what its clause names: sharing and measures are
 * the provincial platform's (107号 art 2, mohrss45 art 17); 36号 art 12 ¶2 names neither.
 */
export function effectsOf(kind: OrderKind, entry: LawEntryKey, on: PlainDate): readonly AskedEffect[] {
  switch (kind) {
    case 'annulment':
    case 'deregistration':
      return everywhere('hide');
    case 'change':
      return everywhere('change');
    case 'shielding':
      return everywhere('shield');
    case 'restoring':
    case 'revocation':
      return everywhere('show-again');
    case 'completion':
      return orderLaw('shielding', entry, on)?.statement ? everywhere('end-statement') : [];
    case 'automatic-end':
      return automaticEndEffects(entry, on);
  }
}

function automaticEndEffects(entry: LawEntryKey, on: PlainDate): readonly AskedEffect[] {
  const row = automaticEndRow(entry, on);
  const bound = row?.sure === 'V' ? row.value : undefined;
  const province: readonly AskedEffect[] = [
    ...(bound?.endsSharing === 'yes' ? [{ system: 'province', effect: 'end-sharing' } as const] : []),
    ...(bound?.liftsMeasures === 'yes' ? [{ system: 'province', effect: 'lift-measures' } as const] : []),
  ];
  return [{ system: 'credit-china', effect: 'hide' }, { system: 'gsxt', effect: 'hide' }, ...province];
}
