import type { TimelineEntry } from '#contract/item.ts';
import type { EventOf, ItemEventType } from '#domain/item/events.ts';
import type { Clock, Holder } from '#domain/item/item.ts';
import { type ChainAct, chainActNames } from '#domain/item/proposal.ts';
import { formatChinese } from '#domain/plain-date.ts';
import type { LedgerActor } from '../platform/actor.ts';
import { citations } from '../platform/citations.ts';
import { eventOf } from './event-of.ts';
import { clockLabels } from './item-view.ts';
import type { LedgerRow } from './ledger.ts';

const titles: Readonly<Record<ItemEventType, string>> = {
  submitted: '提交申请',
  registered: '统一受理平台已登记',
  'handed-over': '已移送办理系统',
  accepted: '受理',
  declined: '不予受理',
  'correction-requested': '一次性告知补正',
  corrected: '提交补正材料',
  verified: '核实',
  extended: '延长办理期限',
  're-dated': '放假安排变化，期限重算',
  proposed: '提请审核签发',
  endorsed: '审核通过',
  returned: '退回承办人',
  retracted: '撤回提请',
  'opinion-asked': '征求意见',
  'opinion-given': '收到意见',
  'opinion-withdrawn': '撤回征求意见',
  'opinion-unanswered': '征求意见没有答复',
  granted: '准予修复',
  refused: '不予修复',
  revoked: '撤销修复',
  withdrawn: '撤回申请',
  'window-changed': '改由另一窗口跟进',
  assigned: '承办人变动',
  'outside-progressed': '办理系统有新进展',
  'outside-granted': '办理系统准予修复',
  'outside-closed': '办理系统已答复',
  'effect-confirmed': '收到停止公示等回执',
  completed: '办结',
};

const effectNames: Readonly<Record<string, string>> = {
  'end-publication': '终止公示',
  'end-sharing': '停止共享和使用',
  'lift-measures': '解除失信惩戒措施',
};

export const effectName = (kind: string): string => effectNames[kind] ?? kind;
export const eventTitle = (type: ItemEventType): string => titles[type];

/** The court deletes its entry (法释〔2017〕7号第十条); it grants nothing. */
function titleOf(row: LedgerRow): string {
  const { progress } = row.payload as { progress?: { system?: string } };
  const event = eventOf(row);
  if (event.type === 'assigned') return assignedTitle(event.payload);
  return row.type === 'outside-granted' && progress?.system === 'court' ? '执行法院已删除信息' : titles[row.type];
}

interface AnyPayload {
  readonly reasons?: { text: string }[];
  readonly missing?: { name: string; reason: string }[];
  readonly clocks?: { due: string }[];
  readonly reason?: string;
  readonly finding?: string;
  readonly docNumber?: string;
  readonly receiptNo?: string;
  readonly effect?: string;
  readonly progress?: { text: string };
  readonly days?: number;
  readonly changes?: readonly { kind: Clock['kind']; from: string; to: string }[];
  readonly why?: string;
  readonly from?: Holder | null;
  readonly to?: Holder | null;
  readonly fromName?: string;
  readonly toName?: string;
  readonly place?: string;
  readonly proposal?: { act: ChainAct };
  readonly steps?: string;
  readonly note?: string;
  readonly unitName?: string;
  readonly question?: string;
  readonly dueOn?: string;
  readonly text?: string;
  readonly takenBy?: Holder;
}

const assignedTitles: Readonly<Record<EventOf<'assigned'>['payload']['why'], string>> = {
  rule: '按规则分派',
  leave: '按规则分派（代办）',
  hand: '负责人分派',
  claim: '认领',
  release: '交还待分派',
  departure: '人员离岗，移交',
};

function assignedTitle({ why, from }: EventOf<'assigned'>['payload']): string {
  if (from === null) return assignedTitles[why];
  return why === 'claim' ? '接手' : why === 'hand' ? '负责人改派' : assignedTitles[why];
}

function assignedText({ from, to, reason }: AnyPayload): string {
  const who = to ? `承办人：${to.name}${from ? `（原为${from.name}）` : ''}` : `${from?.name ?? ''}不再承办，待分派`;
  return reason ? `${who}。${reason}` : who;
}

/** Who took the item in hand by this act. */
const takenText = ({ takenBy }: AnyPayload): string => (takenBy ? `由此承办：${takenBy.name}` : '');

/** `受理期限由2027年1月4日（周一）改为2027年1月5日（周二）`; a day that only became certain is said to stand. */
export function redatedText(changes: readonly { kind: Clock['kind']; from: string; to: string }[]): string {
  return changes
    .map(({ kind, from, to }) =>
      from === to
        ? `${clockLabels[kind]}期限${formatChinese(to)}不变，已经确定`
        : `${clockLabels[kind]}期限由${formatChinese(from)}改为${formatChinese(to)}`,
    )
    .join('；');
}

function sentence(type: ItemEventType, p: AnyPayload): string {
  const due = p.clocks?.at(-1)?.due;
  switch (type) {
    case 'registered':
    case 'handed-over':
      return `回执号 ${p.receiptNo}${due ? `，应于${formatChinese(due)}前决定是否受理` : ''}`;
    case 'accepted':
      return due ? `应于${formatChinese(due)}前作出决定` : '';
    case 'correction-requested':
      return (p.missing ?? []).map((one) => `${one.name}：${one.reason}`).join('；');
    case 'extended':
      return `延长 ${p.days} 个工作日${due ? `，新的期限是 ${formatChinese(due)}` : ''}。理由：${p.reason}`;
    case 're-dated':
      return `${redatedText(p.changes ?? [])}。原因：${p.why}`;
    case 'declined':
    case 'refused':
    case 'revoked':
      return `${p.docNumber}：${(p.reasons ?? []).map((one) => one.text).join('；')}`;
    case 'granted':
    case 'outside-granted':
      return p.docNumber ?? '';
    case 'verified':
      return `${p.place ? `${p.place}：` : ''}${p.finding ?? ''}`;
    case 'proposed':
      return p.proposal
        ? `提请“${chainActNames[p.proposal.act]}”${p.steps === 'review-sign' ? '，先审核、后签发' : '，由负责人签发'}`
        : '';
    case 'endorsed':
      return p.note ?? '';
    case 'returned':
      return p.reason ?? '';
    case 'opinion-asked':
      return `${p.unitName}，请于${formatChinese(p.dueOn ?? '')}前答复：${p.question}`;
    case 'opinion-given':
      return `${p.unitName}：${p.text}`;
    case 'opinion-withdrawn':
      return `${p.unitName}：${p.reason}`;
    case 'opinion-unanswered':
      return `${p.unitName}，答复日${formatChinese(p.dueOn ?? '')}：${p.reason}`;
    case 'withdrawn':
      return p.reason ?? '';
    case 'window-changed':
      return `由${p.fromName}移交${p.toName}。原因：${p.reason}`;
    case 'assigned':
      return assignedText(p);
    case 'outside-progressed':
    case 'outside-closed':
      return p.progress?.text ?? '';
    case 'effect-confirmed':
      return `${effectName(p.effect ?? '')}，回执号 ${p.receiptNo}`;
    default:
      return '';
  }
}

/** Who did something. Applicants deal with the authority, not with a named person. */
export function actorWords(actor: LedgerActor, forOffice: boolean): string {
  if (actor.kind === 'officer' && !forOffice) return actor.unitName ?? '办理单位';
  return actor.unitName
    ? `${actor.name}${actor.insteadOf ? `代${actor.insteadOf.name}` : ''}（${actor.unitName}）`
    : `${actor.name}${actor.authorisationId ? '（受托经办人）' : ''}`;
}

/** A ledger row as people read it; officers also get the payload and the hash. */
export function toTimelineEntry(row: LedgerRow, forOffice: boolean): TimelineEntry {
  return {
    version: row.version,
    type: row.type,
    title: titleOf(row),
    text: [sentence(row.type, row.payload as AnyPayload), forOffice ? takenText(row.payload as AnyPayload) : '']
      .filter(Boolean)
      .join('。'),
    on: row.day,
    at: row.at,
    by: actorWords(row.actor, forOffice),
    cites: citations(row.cites),
    ...(forOffice ? { payload: row.payload, hash: row.hash } : {}),
  };
}
