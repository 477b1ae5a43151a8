/** How a record stands under an earlier regime, and the bits both earlier regimes share. */
import type { RecordField } from '#law/classes.ts';
import { formatChinese, type PlainDate } from '../plain-date.ts';
import { type CaseInput, noDates, type Outlook, unclearRoute } from './assess-case.ts';
import { reason } from './assess-class.ts';
import { type DateStep, dayAfter } from './publication-period.ts';

/** How a record stands under an earlier regime, duties aside. */
export interface Standing {
  readonly standing: 'ended' | 'open' | 'waiting';
  readonly text: string;
  readonly cite: string;
  /** First day of repair under the regime, where the window is open. */
  readonly opens?: PlainDate;
}

/** 食品、药品、特种设备: key fields of both earlier regimes that a case can name. */
const keyFields: readonly RecordField[] = ['food', 'drug', 'special-equipment'];

export function isKeyField(input: CaseInput): boolean {
  return input.field !== undefined && keyFields.includes(input.field);
}

/** Whether every penalty is of these kinds, and there is one. */
export function only(input: CaseInput, ...kinds: string[]): boolean {
  return input.penalties.length > 0 && input.penalties.every((penalty) => kinds.includes(penalty.kind));
}

/** Where a window stands on a day; without a minimum nothing ends early. */
export function standingOf(on: PlainDate, earliest: DateStep | undefined, latest: DateStep, name: string): Standing {
  if (on > latest.end)
    return {
      standing: 'ended',
      text: `按${name}，公示期已于${formatChinese(latest.end)}届满，自动停止公示。`,
      cite: latest.cite,
    };
  if (!earliest)
    return {
      standing: 'waiting',
      text: `按${name}，不得提前停止公示，${formatChinese(latest.end)}届满后停止。`,
      cite: latest.cite,
    };
  if (on > earliest.end)
    return {
      standing: 'open',
      text: `按${name}，${formatChinese(dayAfter(earliest.end))}起已经可以申请。`,
      cite: earliest.cite,
      opens: dayAfter(earliest.end),
    };
  return {
    standing: 'waiting',
    text: `按${name}，${formatChinese(dayAfter(earliest.end))}起才可以申请。`,
    cite: earliest.cite,
  };
}

/** A day before the first rule this release knows. */
export function unknownRegime(found: Outlook['class'], cite: string): Outlook {
  const text = '那一天适用的规定不在本平台掌握的范围内，请向认定单位确认。';
  return {
    class: found,
    publication: noDates,
    application: unclearRoute,
    verdict: 'needs-confirmation',
    reasons: [reason('regime-unknown', text, cite)],
    steps: [],
  };
}
