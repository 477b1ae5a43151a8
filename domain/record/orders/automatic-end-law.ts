/** What ends by itself at the maximum, by entry, and what it does not end. */
import {
  type AutomaticEnd,
  abnormalAutomaticEnd,
  courtAutomaticEnd,
  customsAutomaticEnd,
  generalAutomaticEnd,
  marketAutomaticEnd,
  marketSeriousAutomaticEnd,
  taxAutomaticEnd,
  wageAutomaticEnd,
} from '#law/automatic-end.ts';
import type { Dated } from '#law/dated.ts';
import type { LawEntryKey } from '#law/matter-keys.ts';
import type { PlainDate } from '../../plain-date.ts';
import type { OrderLaw } from './record-order.ts';

const own: Readonly<Partial<Record<LawEntryKey, Dated<AutomaticEnd>>>> = {
  'market-penalty': marketAutomaticEnd,
  'market-serious': marketSeriousAutomaticEnd,
  'abnormal-operation': abnormalAutomaticEnd,
  'tax-serious': taxAutomaticEnd,
  'wage-arrears': wageAutomaticEnd,
  'customs-discredited': customsAutomaticEnd,
  'judgment-defaulter': courtAutomaticEnd,
};

/** The row of an entry on a day. */
export function automaticEndRow(entry: LawEntryKey, on: PlainDate) {
  return (own[entry] ?? generalAutomaticEnd).on(on);
}

/** What the end of display leaves as it is, as people read it: what a clause does not end is never said to be over. */
export function doesNotEnd(value: AutomaticEnd): readonly string[] {
  return [
    ...(value.endsSharing === 'yes' ? [] : ['信息的共享和使用：条文没有写随期满停止']),
    ...(value.liftsMeasures === 'yes' ? [] : ['惩戒、管理措施：条文没有写随期满解除']),
    ...(value.isRepair === 'yes' ? [] : ['期满停止公示不等于信用修复；还有别的限制的，仍可以向认定单位申请修复']),
    '没有履行的义务仍要履行',
  ];
}

/** 107号 art 13 ¶3 ends the penalty behind a listing with it; records do not say which one that is. */
const linkedPenalty = {
  text: '引起列入的处罚信息是哪一条，本平台没有登记：由列入部门核对，没有另行规定公示期的，一并停止公示',
  cites: ['samr107:13.3'],
};

/** Display ends by itself; undefined where nothing does (异常名录), or no rule was in force. */
export function automaticEndLaw(entry: LawEntryKey, on: PlainDate): OrderLaw | undefined {
  const row = automaticEndRow(entry, on);
  if (!row?.value.endsDisplay) return undefined;
  return {
    text: `公示期满自动停止公示${row.value.beside ? `；${row.value.beside}` : ''}`,
    days: row.value.within,
    cites: row.cite,
    sure: row.sure === 'V',
    duty: 'shall',
    paper: '',
    statement: null,
    open: [
      ...doesNotEnd(row.value).map((text) => ({ text, cites: row.cite })),
      ...(row.note ? [{ text: row.note, cites: row.cite }] : []),
      ...(entry === 'market-serious' ? [linkedPenalty] : []),
    ],
  };
}
