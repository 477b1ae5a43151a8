import type { CustomsGradeView, OutsideRoad } from '#contract/handed-over.ts';
import type { EventOf, ItemEvent } from '#domain/item/events.ts';
import type { Item } from '#domain/item/item.ts';
import { customsGrade } from '#domain/record/customs-grade.ts';
import { citations } from '../platform/citations.ts';
import type { RecordRow } from '../record/record-view.ts';
import type { ExchangeRow } from './casework-store.ts';
import { systemName } from './exchange-words.ts';

type Step = OutsideRoad['steps'][number];

/** Instant to its day in Shanghai. */
const dayOf = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

const notes: Readonly<Record<string, string>> = {
  'market-platform':
    '由市场监管部门在市场监管信用修复全国统一平台受理、决定，本平台不另作决定；结果到了自动显示在这里，并通知各平台停止公示。',
  court: '由执行法院决定是否删除失信信息，本平台只转送；法院的答复到了自动显示在这里。',
};

/** What was sent, received and decided there, each with its day and receipt; null where a unit decides here. */
export function outsideRoad(
  item: Item,
  events: readonly ItemEvent[],
  exchanges: readonly ExchangeRow[],
  files: number,
): OutsideRoad | null {
  if (item.decider !== 'outside') return null;
  const sent = exchanges.find((one) => one.kind === 'hand-over');
  const received = events.find((one): one is EventOf<'handed-over'> => one.type === 'handed-over');
  const system = received?.payload.system ?? item.receiver;
  return {
    systemName: systemName(system),
    caseNo: received?.payload.receiptNo ?? null,
    note: notes[system] ?? '',
    steps: [
      sentStep(sent, files),
      receivedStep(item, received, sent),
      ...progressSteps(events),
      ...decidedSteps(item, events),
      ...effectSteps(exchanges),
    ],
  };
}

function sentStep(sent: ExchangeRow | undefined, files: number): Step {
  const text = `申请表、信用承诺书${files > 0 ? `和 ${files} 份材料` : ''}`;
  const state = sent?.state === 'stuck' ? 'stopped' : sent && sent.state !== 'requested' ? 'done' : 'waiting';
  const more = sent?.last_error && state !== 'done' ? `。没有送到：${sent.last_error}` : '';
  return { title: '送出', text: `${text}${more}`, on: sent ? dayOf(sent.requested_at) : null, receiptNo: null, state };
}

function receivedStep(item: Item, received: EventOf<'handed-over'> | undefined, sent: ExchangeRow | undefined): Step {
  if (received)
    return {
      title: '对方收到',
      text: '对方的回执',
      on: received.payload.receivedOn,
      receiptNo: received.payload.receiptNo,
      state: 'done',
    };
  const over = item.closedOn !== null || sent?.state === 'stuck';
  return { title: '对方收到', text: '还没有回执', on: null, receiptNo: null, state: over ? 'stopped' : 'waiting' };
}

function progressSteps(events: readonly ItemEvent[]): Step[] {
  return events
    .filter((one): one is EventOf<'outside-progressed'> => one.type === 'outside-progressed')
    .map(({ payload: { progress } }) => ({
      title: '对方办理',
      text: progress.text,
      on: progress.on,
      receiptNo: null,
      state: 'done' as const,
    }));
}

function decidedSteps(item: Item, events: readonly ItemEvent[]): Step[] {
  const granted = events.find((one): one is EventOf<'outside-granted'> => one.type === 'outside-granted');
  const closed = events.find((one): one is EventOf<'outside-closed'> => one.type === 'outside-closed');
  const title = '对方决定';
  if (granted) {
    const { progress, docNumber } = granted.payload;
    return [{ title, text: progress.text, on: progress.on, receiptNo: docNumber, state: 'done' }];
  }
  if (closed) {
    const { progress, reasons } = closed.payload;
    const said = reasons.map((one) => one.text).filter((one) => !progress.text.includes(one));
    const text = [progress.text, ...(said.length > 0 ? [`理由：${said.join('；')}`] : [])].join('。');
    return [{ title, text, on: progress.on, receiptNo: null, state: 'done' }];
  }
  if (item.closedOn !== null) return [];
  return [{ title, text: '还没有决定，期限按对方的规定计算', on: null, receiptNo: null, state: 'waiting' }];
}

const effectKinds = ['end-publication', 'end-sharing', 'lift-measures'];

function effectSteps(exchanges: readonly ExchangeRow[]): Step[] {
  const asked = exchanges.filter((one) => effectKinds.includes(one.kind));
  if (asked.length === 0) return [];
  const confirmed = asked.filter((one) => one.state === 'confirmed');
  const last = confirmed
    .flatMap((one) => (one.confirmed_at ? [dayOf(one.confirmed_at)] : []))
    .sort()
    .at(-1);
  const whole = confirmed.length === asked.length;
  const stuck = asked.some((one) => one.state === 'stuck');
  return [
    {
      title: '各平台停止公示',
      text: `${asked.length} 个通知，${confirmed.length} 个已有回执`,
      on: whole ? (last ?? null) : null,
      receiptNo: null,
      state: whole ? 'done' : stuck ? 'stopped' : 'waiting',
    },
  ];
}

/** The grade of a customs matter, by the kind of application its annex names; null elsewhere. */
export function gradeView(
  item: Item,
  record: RecordRow,
  route: string | undefined,
  today: string,
): CustomsGradeView | null {
  if (item.matterKey !== 'customs-discredited' || route === undefined) return null;
  const granted = item.state === 'granted' || item.state === 'completed';
  const { finding_date: findingDate, published_date: publishedDate } = record;
  const it = customsGrade({ route, findingDate, publishedDate, granted, today });
  if (!it) return null;
  const cited = ({ text, cites }: { readonly text: string; readonly cites: readonly string[] }) => ({
    text,
    cites: citations(cites),
  });
  return {
    route: it.route,
    before: it.before,
    now: it.now,
    after: it.after,
    waits: it.waits.map((one) => ({ ...cited(one), from: one.from, open: one.open })),
    means: it.means.map(cited),
    byItself: it.byItself && cited(it.byItself),
    notes: it.notes.map(cited),
  };
}
