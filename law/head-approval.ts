/** 负责人批准: which acts a rule leaves to the head of the authority. 36号 names nobody, so it is the authority's own order there. */
import { dated } from './dated.ts';
import { type LawTopic, topic } from './law-topic.ts';
import { marketEntries } from './tracks.ts';

/** Acts of a desk that an approval can stand before. */
export type ApprovedAct = 'accept' | 'decline' | 'request-correction' | 'extend' | 'grant' | 'refuse' | 'revoke';

export interface HeadApproval {
  /** The clause of each act that asks for it. */
  readonly acts: Readonly<Partial<Record<ApprovedAct, string>>>;
  /** Who approves, in the words of the rule. */
  readonly by: string;
  /** False: asked on a channel of its own, so that it is told and not enforced here. */
  readonly holdsHere: boolean;
}

export const marketApproval = dated<HeadApproval>({
  from: '2025-12-25',
  value: {
    acts: { decline: 'samr107:14.4', extend: 'samr107:16.3', grant: 'samr107:17', refuse: 'samr107:17' },
    by: '市场监督管理部门负责人',
    holdsHere: true,
  },
  cite: ['samr107:14.4', 'samr107:16.3', 'samr107:17'],
  sure: 'V',
});

export const taxApproval = dated<HeadApproval>({
  from: '2022-02-01',
  value: {
    acts: { grant: 'sta54:21.1' },
    by: '设区的市以上税务局局长或者其授权领导（破产、突出贡献两种情形为省级税务局局长或者其授权领导）',
    holdsHere: false,
  },
  cite: ['sta54:21.1'],
  sure: 'V',
  note: '第54号令说的是税务机关自己的渠道；“信用中国”转来的申请是否同样须经批准，36号没有写明，这里只提示、不强制。',
});

const approvals: readonly { readonly entries: readonly string[]; readonly rule: typeof marketApproval }[] = [
  { entries: marketEntries, rule: marketApproval },
  { entries: ['tax-serious'], rule: taxApproval },
];

/** The clauses that ask the head's approval for an act, only where read in the clause; null where none does. */
export function headApprovalOn(lawEntry: string, act: ApprovedAct, day: string): readonly string[] | null {
  const found = approvals.find((one) => one.entries.includes(lawEntry))?.rule.on(day);
  if (found?.sure !== 'V' || !found.value.holdsHere) return null;
  const cite = found.value.acts[act];
  return cite ? [cite] : null;
}

/** What a rule says about approval of an act, enforced here or not; null where nothing is said. */
export function approvalTold(lawEntry: string, act: ApprovedAct, day: string): { by: string; cite: string } | null {
  const found = approvals.find((one) => one.entries.includes(lawEntry))?.rule.on(day);
  const cite = found?.value.acts[act];
  return found && cite ? { by: found.value.by, cite } : null;
}

const actName: Readonly<Record<ApprovedAct, string>> = {
  accept: '受理',
  decline: '不予受理',
  'request-correction': '告知补正',
  extend: '延长期限',
  grant: '准予修复',
  refuse: '不予修复',
  revoke: '撤销修复',
};

function sayApproval({ acts, by, holdsHere }: HeadApproval): string {
  const named = (Object.keys(acts) as ApprovedAct[]).map((act) => actName[act]).join('、');
  return `${named}须经${by}批准${holdsHere ? '' : '（税务机关自己的渠道）'}`;
}

export const approvalTopics: readonly LawTopic[] = [
  topic('负责人批准', '市场监管领域', marketApproval, sayApproval, marketEntries),
  topic('负责人批准', '重大税收违法失信主体', taxApproval, sayApproval, ['tax-serious']),
];
