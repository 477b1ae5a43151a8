/** Where reconsideration is asked for, by the kind of authority that decided, and in which cases it must come before the court. */
import { dated } from './dated.ts';
import { type LawTopic, topic } from './law-topic.ts';
import type { LawEntryKey } from './matter-keys.ts';
import { administrativeEntries } from './tracks.ts';

/** Kinds of authority as 行政复议法 arts 24–28 tell them apart. */
export const authorityKinds = [
  'local-department',
  'local-branch',
  'township',
  'authorised-organisation',
  'vertical',
  'central-branch',
  'ministry',
  'court',
] as const;
export type AuthorityKind = (typeof authorityKinds)[number];

export interface ReconsiderationBody {
  /** The authority, in Chinese. */
  readonly authority: string;
  /** Where to apply. */
  readonly body: string;
}

const from = '2024-01-01';

/** Article 20: sixty days; the body by kind. The court's list knows no administrative reconsideration. */
export const reconsiderationBodies = {
  'local-department': dated<ReconsiderationBody>({
    from,
    value: { authority: '县级以上地方人民政府工作部门', body: '向本级人民政府申请' },
    cite: ['arl:20', 'arl:24(1)'],
    sure: 'V',
  }),
  'local-branch': dated<ReconsiderationBody>({
    from,
    value: {
      authority: '地方政府工作部门的派出机构（以自己名义，如分局、市场监管所）',
      body: '向设立它的部门的本级人民政府申请；设区的市部门按行政区划设立的，也可以向派出机构所在地人民政府申请',
    },
    cite: ['arl:20', 'arl:24.4'],
    sure: 'V',
  }),
  township: dated<ReconsiderationBody>({
    from,
    value: {
      authority: '承接处罚权的乡镇人民政府、街道办事处',
      body: '对乡镇向上一级（县级）人民政府申请，对街道办事处向设立它的人民政府申请',
    },
    cite: ['arl:20', 'arl:24(2)', 'arl:24(3)', 'apl:24'],
    sure: 'V',
  }),
  'authorised-organisation': dated<ReconsiderationBody>({
    from,
    value: {
      authority: '法律、法规、规章授权的组织',
      body: '向管理该组织的人民政府，或者管理它的部门的本级人民政府申请',
    },
    cite: ['arl:20', 'arl:24(4)'],
    sure: 'V',
  }),
  vertical: dated<ReconsiderationBody>({
    from,
    value: { authority: '海关、税务等实行垂直领导的机关', body: '向上一级主管部门申请' },
    cite: ['arl:20', 'arl:27'],
    sure: 'V',
  }),
  'central-branch': dated<ReconsiderationBody>({
    from,
    value: {
      authority: '国务院部门的派出机构（如国家统计局派出的调查机构）',
      body: '向设立它的国务院部门申请',
    },
    cite: ['arl:20', 'arl:25(2)'],
    sure: 'V',
    note: '国家统计局各级调查队是否都属于以自己名义作出行为的派出机构，待国家统计局江西调查总队确认。',
  }),
  ministry: dated<ReconsiderationBody>({
    from,
    value: { authority: '国务院部门', body: '向该部门申请；不服复议决定的可以起诉，也可以向国务院申请最终裁决' },
    cite: ['arl:20', 'arl:25(1)', 'arl:26'],
    sure: 'V',
  }),
  court: dated<ReconsiderationBody>({
    from: '2017-05-01',
    value: {
      authority: '执行法院',
      body: '对驳回决定，自送达之日起10日（自然日）内向上一级人民法院申请复议；不适用行政复议和行政诉讼',
    },
    cite: ['spc17:12'],
    sure: 'V',
  }),
} as const satisfies Record<AuthorityKind, unknown>;

const kinds: Readonly<Partial<Record<LawEntryKey, readonly AuthorityKind[]>>> = {
  'tax-serious': ['vertical'],
  'customs-discredited': ['vertical'],
  'judgment-defaulter': ['court'],
  'statistics-serious': ['local-department', 'central-branch'],
  'market-penalty': ['local-department', 'local-branch'],
  'abnormal-operation': ['local-department', 'local-branch'],
  'other-penalty': ['local-department', 'local-branch', 'township', 'authorised-organisation', 'vertical', 'ministry'],
};

/** The kinds of authority that may stand behind a law entry, the usual one first. */
export function authorityKindsOf(entry: LawEntryKey): readonly AuthorityKind[] {
  return kinds[entry] ?? ['local-department'];
}

/** Cases in which reconsideration comes first (art 23). */
export const reconsiderationFirst = dated<readonly string[]>({
  from,
  value: ['对当场作出的行政处罚决定不服', '认为行政机关没有履行法定职责，如逾期不决定是否受理、不作出修复决定'],
  cite: ['arl:23', 'acl:44'],
  sure: 'V',
  note: '把逾期不办信用修复归入未履行法定职责是推断；36号、107号都没有逾期视为同意的规定。',
});

/** The times of reconsideration and litigation. Calendar days. */
export const remedyTimes = dated<{ readonly text: string }>({
  from,
  value: {
    text: '复议：自知道之日起60日内申请，一般60日内决定、可以延长30日，不收费；诉讼：自知道之日起6个月内，复议后自收到决定书之日起15日内；复议已受理的不得同时起诉，起诉已受理的不得复议',
  },
  cite: ['arl:20', 'arl:62', 'arl:87', 'arl:29', 'acl:45', 'acl:46'],
  sure: 'V',
});

function entriesOf(kind: AuthorityKind): readonly LawEntryKey[] {
  return [...administrativeEntries, 'judgment-defaulter' as const].filter((entry) =>
    authorityKindsOf(entry).includes(kind),
  );
}

export const reconsiderationTopics: readonly LawTopic[] = [
  ...authorityKinds.map((kind) =>
    topic(
      '救济途径',
      `复议机关：${reconsiderationBodies[kind].rows[0]!.value.authority}`,
      reconsiderationBodies[kind],
      (value) => `不服${value.authority}的决定：${value.body}`,
      entriesOf(kind),
    ),
  ),
  topic(
    '救济途径',
    '应当先申请复议',
    reconsiderationFirst,
    (value) => `${value.join('；')}：先申请行政复议，不服再起诉`,
    administrativeEntries,
  ),
  topic('救济途径', '期限', remedyTimes, (value) => value.text, administrativeEntries),
];
