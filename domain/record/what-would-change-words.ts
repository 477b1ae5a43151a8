/** The ways out in plain sentences, with the articles they rest on. */

import { formatCitation } from '#law/cite.ts';
import { className, type RecordClass } from '#law/classes.ts';
import { formatChinese, type PlainDate } from '../plain-date.ts';
import type { CaseInput, Verdict } from './assess-case.ts';
import type { CitedPlace } from './explained-dates.ts';
import type { Act } from './ways-out.ts';

/** Whether the record can be asked to be repaired on the day, and if not, from when: the end of a sentence. */
function sayThen(then: Verdict): string {
  const { from } = then.application;
  switch (then.verdict) {
    case 'repairable-now':
      return '就可以申请修复';
    case 'not-yet':
      return from ? `${formatChinese(from)}起可以申请修复` : '还要等一段时间才能申请';
    case 'duties-outstanding':
      return '等待的时间已满，履行完义务就可以申请';
    case 'ends-automatically':
      return then.publication.latestEnd
        ? `不用申请，${formatChinese(then.publication.latestEnd)}期满后自动停止公示`
        : '不用申请，到期自动停止公示';
    case 'not-published':
      return '不再公示，也不用申请';
    case 'barred':
      return from ? `${formatChinese(from)}起才可以申请` : '仍不能申请，等公示期满自动停止';
    case 'needs-classification':
      return '可以申请，由认定单位先确定属于哪一类';
    case 'needs-confirmation':
      return '可以申请，由认定单位确认是否符合条件';
    case 'no-route':
      return then.application.route === 'judicial' ? '由执行法院依法删除' : '仍没有可以申请的渠道';
  }
}

function sayDuties(input: CaseInput): string {
  switch (input.matter) {
    case 'judgment-defaulter':
      return '履行生效法律文书确定的义务';
    case 'abnormal-operation':
      return '消除列入原因：补报年报、更正公示信息、办理变更登记或者恢复联系';
    case 'tax-serious':
      return '缴清税款、滞纳金和罚款';
    case 'wage-arrears':
      return '付清拖欠的工资';
    case 'market-penalty':
    case 'other-penalty':
      return '缴清罚款，完成决定书要求的整改';
    default:
      return '改正失信行为，履行完规定的义务';
  }
}

/** What to do, when, and what it brings. */
export function sayAct(act: Act, input: CaseInput, day: PlainDate | null, then: Verdict): string {
  switch (act) {
    case 'apply':
      return '现在就申请修复。';
    case 'perform-duties':
      return `先${sayDuties(input)}。今天做到，${sayThen(then)}。`;
    case 'make-commitment':
      return '公开作出信用承诺：在申请表里签署即可。';
    case 'wait':
      return `等到${formatChinese(day!)}，${sayThen(then)}。`;
    case 'wait-for-end':
      return `不申请也可以：${formatChinese(day!)}起公示自动停止。`;
    case 'ask-to-classify':
      return '请认定单位确定属于轻微、一般还是严重：可以直接提交申请，也可以先打电话问。';
    case 'ask-to-confirm':
      return '请认定单位确认：可以先提交申请，由认定单位决定。';
    case 'ask-court':
      return input.dutiesPerformed
        ? '请执行法院在三个工作日内删除失信信息；没有删除的，书面申请纠正。'
        : '与申请执行人和解并履行完毕，或者有终结、中止执行等情形的，请执行法院删除失信信息。';
    case 'object':
      return input.matter === 'judgment-defaulter'
        ? '认为不应列入或者记载有误的，向执行法院书面申请纠正，法院十五日内审查。'
        : '认为信息有误或者不该公示的，提出异议或者依法申请复议、提起诉讼。';
    case 'nothing':
      return then.verdict === 'not-published' ? '不用做什么：这条信息没有在公示。' : '现在没有可以做的，请看原因。';
  }
}

/** 如果定为一般失信信息：2026年11月7日（周六）起可以申请修复。 */
export function sayClass(name: RecordClass, then: Verdict): string {
  const now = then.verdict === 'repairable-now' ? '现在' : '';
  return `如果定为${className[name]}失信：${now}${sayThen(then)}。`;
}

const ownCites: Readonly<Partial<Record<Act, readonly string[]>>> = {
  'make-commitment': ['ndrc36:14(3)'],
  'ask-court': ['spc17:10'],
};

/** The articles an act rests on: its own, or those of the answer it leads to and of the reason it removes. */
export function citesOf(answer: Verdict, act: Act, then: Verdict): readonly CitedPlace[] {
  const court = answer.application.route === 'judicial';
  const objection = court ? ['spc17:12'] : ['ndrc36:18'];
  const code = act === 'perform-duties' ? 'duties-outstanding' : then.verdict;
  const from = act === 'perform-duties' ? answer : then;
  const given =
    act === 'object'
      ? objection
      : (ownCites[act] ?? [
          (from.reasons.findLast((one) => one.code === code) ?? then.reasons.at(-1) ?? answer.reasons.at(-1))!.cite,
        ]);
  return given.map((id) => ({ id, text: formatCitation(id) }));
}
