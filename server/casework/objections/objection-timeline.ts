import type { ObjectionView } from '#contract/objection-views.ts';
import { proposedNames } from '#domain/casework/objections/act-on-objection.ts';
import type { Objection } from '#domain/casework/objections/objection.ts';
import {
  isInternalEvent,
  type ObjectionEvent,
  objectionEventTitles,
} from '#domain/casework/objections/objection-events.ts';
import { sayFact } from '#domain/casework/objections/record-corrections.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { formatChinese } from '#domain/plain-date.ts';
import { citations } from '../../platform/citations.ts';
import { systemName } from '../exchange-words.ts';
import { objectionEventOf } from './objection-event-of.ts';
import type { ObjectionEventRow } from './objection-store.ts';

/** How an outcome is called. */
export const outcomeWords: Readonly<Record<NonNullable<Objection['answer']>['outcome'], string>> = {
  upheld: '异议成立',
  'partly-upheld': '异议部分成立',
  rejected: '异议不成立',
};

/** One event in a sentence; empty where its title says all. */
export function eventText(event: ObjectionEvent): string {
  switch (event.type) {
    case 'lodged':
      return event.payload.door === 'credit-china' ? '经“信用中国”提出' : '直接向认定单位提出';
    case 'pushed':
      return event.payload.receiptNo ? `“信用中国”回执 ${event.payload.receiptNo}` : '';
    case 'accepted': {
      const check = event.payload.clocks.find((clock) => clock.kind === 'check');
      return [event.payload.note, check ? `应当在${formatChinese(check.due)}前完成核查` : '条文没有写明核查的期限']
        .filter(Boolean)
        .join('；');
    }
    case 'declined':
      return event.payload.reasons.map((one) => one.text).join('；');
    case 'extended':
      return `延长${event.payload.extension.days}个工作日，到${formatChinese(event.payload.due)}。原因：${event.payload.extension.why}`;
    case 'answered':
      return [
        outcomeWords[event.payload.outcome],
        ...event.payload.changes.map(
          (one) => `${one.label}：${sayFact(one.field, one.before)} → ${sayFact(one.field, one.after)}`,
        ),
      ].join('；');
    case 'correction-confirmed':
      return `${systemName(event.payload.system)}，回执 ${event.payload.receiptNo}`;
    case 'withdrawn':
    case 'returned':
      return event.payload.reason;
    case 'proposed':
      return `${proposedNames[event.payload.proposal.act]}${event.payload.steps === 'review-sign' ? '，先审核、后签发' : '，由负责人签发'}`;
    case 'endorsed':
      return event.payload.note;
    case 'retracted':
      return '';
  }
}

/** Who proposed, reviewed and signed, for those who may read it. */
function handsText(event: ObjectionEvent): string {
  const chain = 'chain' in event.payload ? event.payload.chain : undefined;
  if (!chain) return '';
  const reviewed = chain.reviewed ? `，${chain.reviewed.by.name}审核` : '';
  return `（${chain.proposed.by.name}承办${reviewed}，${chain.signed.by.name}签发${chain.signed.note ? `：${chain.signed.note}` : ''}）`;
}

/** What happened, in order. Applicants read the unit's name, not that of its officers; how an answer came about is the unit's own. */
export function timelineOf(
  rows: readonly ObjectionEventRow[],
  { office, inside }: { readonly office: boolean; readonly inside: boolean },
  catalog: Catalog,
): ObjectionView['timeline'] {
  const read = rows.filter((row) => inside || !isInternalEvent(row.type));
  return read.map((row) => {
    const unit = row.actor.unitId ? (catalog.units.get(row.actor.unitId)?.name ?? row.actor.unitName) : undefined;
    const event = objectionEventOf(row);
    return {
      type: row.type,
      title: objectionEventTitles[row.type],
      text: inside ? `${eventText(event)}${handsText(event)}` : eventText(event),
      by: unit ? (office ? `${row.actor.name}（${unit}）` : unit) : row.actor.name,
      day: row.day,
      at: row.at,
      cites: citations(row.cites),
    };
  });
}
