import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ItemEvent, ItemEventType } from '../item/events.ts';
import type { Item } from '../item/item.ts';
import { applicantChannels, whoIsTold, whoIsToldOfApplication } from './who-is-told.ts';
import { gatheredWords, notToldOf, whoIsToldTable } from './who-is-told-table.ts';

const item = (over: Partial<Item>) => ({ windowUnitId: 'window-360102', decider: 'our-desk', ...over }) as Item;
const event = (type: ItemEventType, payload: unknown = {}) => ({ type, payload }) as ItemEvent;

/** [event, applicant, window, unit] for an item taken in at a window and decided on our desk. */
const table: [ItemEventType, 'loud' | 'quiet' | 'no', boolean, boolean][] = [
  ['submitted', 'no', false, false],
  ['registered', 'quiet', false, true],
  ['handed-over', 'quiet', false, false],
  ['accepted', 'loud', false, false],
  ['declined', 'loud', true, false],
  ['correction-requested', 'loud', true, false],
  ['corrected', 'quiet', false, true],
  ['verified', 'no', false, false],
  ['extended', 'loud', false, false],
  ['granted', 'loud', true, false],
  ['refused', 'loud', true, false],
  ['withdrawn', 'loud', false, true],
  ['window-changed', 'no', false, false],
  ['outside-granted', 'loud', true, false],
  ['outside-closed', 'loud', true, false],
  ['effect-confirmed', 'no', false, false],
  ['completed', 'loud', false, false],
];

describe('who is told', () => {
  test.each(table)('%s: applicant %s, window %s, unit %s', (type, applicant, window, unit) => {
    expect(whoIsTold(item({}), event(type))).toEqual({ applicant, window, unit });
  });

  test('no window hears of an application it did not take in', () => {
    for (const [type] of table) expect(whoIsTold(item({ windowUnitId: null }), event(type)).window).toBe(false);
  });

  test('outside progress is quiet, unless the applicant must hand something in', () => {
    const at = (stage: string) => whoIsTold(item({}), event('outside-progressed', { progress: { stage } }));
    expect(at('accepted')).toEqual({ applicant: 'quiet', window: false, unit: false });
    expect(at('correction-needed')).toEqual({ applicant: 'loud', window: true, unit: false });
  });

  test('a deadline that moved is told to applicant and unit; loudly where it is the applicant who must be in time', () => {
    const moved = (kind: string, to: string) =>
      whoIsTold(item({}), event('re-dated', { changes: [{ kind, from: '2027-01-04', to }] }));
    expect(moved('decision', '2027-01-05')).toEqual({ applicant: 'quiet', window: false, unit: true });
    expect(moved('correction', '2027-01-05')).toEqual({ applicant: 'loud', window: true, unit: true });
    expect(moved('decision', '2027-01-04')).toEqual({ applicant: 'no', window: false, unit: false });
  });

  test('a unit that decides in its own system hears of a withdrawal there', () => {
    expect(whoIsTold(item({ decider: 'outside' }), event('withdrawn')).unit).toBe(false);
  });

  test('channels: a visitor of a window has no 赣服通 account that we know of; quiet stays in the platform', () => {
    expect(applicantChannels('online', 'loud')).toEqual(['in-app', 'ganfutong', 'sms']);
    expect(applicantChannels('window', 'loud')).toEqual(['in-app', 'sms']);
    expect(applicantChannels('online', 'quiet')).toEqual(['in-app']);
  });

  test('of an application as a whole: the window that has to act, and the visitor where the place to go changes', () => {
    expect(whoIsToldOfApplication('hand-over-asked')).toEqual({ applicant: 'no', window: true, unit: false });
    expect(whoIsToldOfApplication('hand-over-accepted')).toEqual({ applicant: 'loud', window: true, unit: false });
    expect(whoIsToldOfApplication('hand-over-declined')).toEqual({ applicant: 'no', window: true, unit: false });
  });

  test('the manual of the windows prints the rule as it is', () => {
    const manual = readFileSync(resolve(import.meta.dirname, '../../docs/manuals/window.md'), 'utf8');
    expect(manual).toContain(whoIsToldTable());
    expect(manual).toContain(notToldOf);
    expect(manual).toContain(gatheredWords);
  });
});
