import type { ItemEvent } from '../item/events.ts';
import type { Item } from '../item/item.ts';
import { type Audience, applicantChannels, whoIsTold, whoIsToldOfApplication } from './who-is-told.ts';

const atWindow = { windowUnitId: 'window-360102', decider: 'our-desk' } as Item;
const of = (type: ItemEvent['type'], payload: unknown = {}) => whoIsTold(atWindow, { type, payload } as ItemEvent);
const moved = (kind: string) => of('re-dated', { changes: [{ kind, from: '2027-01-04', to: '2027-01-05' }] });

/** What the manual says of each kind of news, asked of the rule itself. */
const rows: readonly (readonly [what: string, told: Audience, whatWindow: string])[] = [
  ['申请已提交', whoIsToldOfApplication('application-submitted'), '打印回执交给来访人'],
  ['已登记、已送达办理系统、外部系统有进展', of('registered'), ''],
  ['已受理', of('accepted'), ''],
  ['需要补正', of('correction-requested'), '进“要补正的”，联系来访人'],
  ['补正材料已收到', of('corrected'), ''],
  ['办理期限延长', of('extended'), ''],
  ['放假安排变化，补正期限改了', moved('correction'), '告诉来访人新的日子'],
  ['放假安排变化，别的期限改了', moved('decision'), ''],
  ['不予受理', of('declined'), '进“要发放的结果”'],
  ['准予修复', of('granted'), '进“要发放的结果”'],
  ['不予修复', of('refused'), '进“要发放的结果”'],
  ['撤销已准予的修复', of('revoked'), '联系来访人，告知后果和救济途径'],
  ['外部系统、法院已答复', of('outside-closed'), '进“要发放的结果”'],
  ['申请已撤回', of('withdrawn'), ''],
  ['各平台已停止公示（办结）', of('completed'), ''],
  ['别的窗口移交过来', whoIsToldOfApplication('hand-over-asked'), '由接收的窗口接收或者退回'],
  ['移交已接收', whoIsToldOfApplication('hand-over-accepted'), '由移交的窗口收到，不用再跟进'],
  ['移交被退回', whoIsToldOfApplication('hand-over-declined'), '由移交的窗口收到，继续跟进'],
];

const channelWords = { 'in-app': '站内消息', sms: '短信', ganfutong: '赣服通' } as const;

function visitorTold({ applicant }: Audience): string {
  if (applicant === 'no') return '不通知';
  return applicantChannels('window', applicant)
    .map((one) => channelWords[one])
    .join('、');
}

/** One kind of news, and what each side gets of it, in words. */
export interface WhoIsToldRow {
  readonly what: string;
  readonly visitor: string;
  readonly window: string;
  readonly unit: string;
}

/** The rule in words, for an application taken in at a window and decided by a unit of the platform: the manual and the windows' own page. */
export function whoIsToldRows(): WhoIsToldRow[] {
  return rows.map(([what, told, todo]) => ({
    what,
    visitor: visitorTold(told),
    window: told.window ? `消息：${todo}` : '不通知',
    unit: told.unit ? '消息' : '不通知',
  }));
}

/** What the rule is silent about, said so that nobody waits for a message that never comes. */
export const notToldOf =
  '原件超过归还日期，不通知来访人：这是窗口的承诺，由窗口自己在“没有归还的原件”里看到，打电话约来访人来取。';

/** What goes out together (docs/decisions/0027), said so that nobody counts the texts. */
export const gatheredWords =
  '同一份申请里几项的进展，两分钟以内的短信（赣服通）合成一条，要办的事写在最前；站内消息仍是一项一条。审核、签发的消息，十分钟以内的合成一条，写着件数。';

/** The rule as the table of docs/manuals/window.md. */
export function whoIsToldTable(): string {
  return [
    '| 发生了什么 | 来访人 | 窗口 | 办理单位 |',
    '|---|---|---|---|',
    ...whoIsToldRows().map((row) => `| ${row.what} | ${row.visitor} | ${row.window} | ${row.unit} |`),
  ].join('\n');
}
