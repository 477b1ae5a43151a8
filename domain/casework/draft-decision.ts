import { formatChineseShort, type PlainDate } from '../plain-date.ts';

/** Facts a decision's own words are drafted from: of the record, of the application, of what was checked. */
export interface DraftFacts {
  readonly subjectName: string;
  readonly recordType: 'penalty' | 'abnormal' | 'serious-list' | 'judgment';
  readonly organName: string;
  /** Who decides, and calls itself 本机关 throughout its paper. */
  readonly unitName: string;
  readonly docNumber: string;
  readonly findingDate: PlainDate;
  readonly dutiesPerformed: boolean;
  readonly appliedOn: PlainDate;
  readonly acceptedOn: PlainDate | null;
  /** First day on which an application is possible; null where nothing has to be waited for. */
  readonly mayApplyFrom: PlainDate | null;
  /** What was verified, in the words of the notes, the latest last. */
  readonly verified: readonly string[];
}

/** Outcomes whose paper leaves words to the officer. */
export type DraftedOutcome = 'grant' | 'refuse' | 'extend';

const organ = (it: DraftFacts) => (it.organName === it.unitName ? '本机关' : it.organName);

const found: Readonly<Record<DraftFacts['recordType'], (it: DraftFacts) => string>> = {
  penalty: (it) =>
    `${it.subjectName}于${formatChineseShort(it.findingDate)}被${organ(it)}处以行政处罚（${it.docNumber}）`,
  abnormal: (it) =>
    `${it.subjectName}于${formatChineseShort(it.findingDate)}被${organ(it)}列入经营异常名录（${it.docNumber}）`,
  'serious-list': (it) =>
    `${it.subjectName}于${formatChineseShort(it.findingDate)}被${organ(it)}列入严重失信主体名单（${it.docNumber}）`,
  judgment: (it) =>
    `${it.subjectName}于${formatChineseShort(it.findingDate)}被${organ(it)}纳入失信被执行人名单（${it.docNumber}）`,
};

const sentence = (text: string) => (/[。！？]$/.test(text.trim()) ? text.trim() : `${text.trim()}。`);

/** 决定说明 and the reason of an extension as a beginning: facts only, in the order of a paper; the officer goes on from it. */
export function draftDecision(outcome: DraftedOutcome, it: DraftFacts): string {
  if (outcome === 'extend')
    return it.verified.length > 0
      ? `已经核实：${sentence(it.verified.at(-1)!)}仍有情况需要进一步核查，不能在期限内作出决定。`
      : '情况需要进一步核查，不能在期限内作出决定。';
  const applied = `${formatChineseShort(it.appliedOn)}申请信用修复${it.acceptedOn ? `，本机关于${formatChineseShort(it.acceptedOn)}受理` : ''}`;
  const verified = it.verified.length > 0 ? `经核实：${it.verified.map(sentence).join('')}` : '';
  const facts = `${found[it.recordType](it)}，${applied}。${verified}`;
  if (outcome === 'refuse') return facts;
  const duties = it.dutiesPerformed ? '失信行为已经纠正，规定的义务已经履行' : '';
  const waited = it.mayApplyFrom ? `自${formatChineseShort(it.mayApplyFrom)}起达到可以申请修复的期限` : '';
  const both = [duties, waited].filter(Boolean).join('；');
  return both ? `${facts}${both}。` : facts;
}
