import type { Matter } from './catalog.ts';
import { feeOf } from './guide-fee.ts';
import { type LawDay, lawOf, lawRemedies } from './guide-law.ts';
import { periodsOf } from './guide-periods.ts';
import { type Cited, type GuideQuestion, say } from './guide-text.ts';

/** The layer for people who do not read law: seven questions in the order in which they come up. */
export function plainLayer(matter: Matter, day: LawDay): GuideQuestion[] {
  return [
    { key: 'what', question: '我遇到了什么事？', answers: whatHappened(matter) },
    { key: 'can', question: '能修复吗？', answers: canIt(matter) },
    { key: 'when', question: '从什么时候起可以？', answers: periodsOf(matter, day) },
    { key: 'need', question: '要准备什么？', answers: needed(matter) },
    { key: 'how-long', question: '要多久？', answers: howLong(matter) },
    { key: 'cost', question: '要花多少钱？', answers: feeOf() },
    { key: 'if-not', question: '不同意怎么办？', answers: ifNot(matter) },
  ];
}

/** What the matter is, with who decides. */
export function whatHappened(matter: Matter): Cited[] {
  const cite = lawOf(matter)?.authority.cite ?? 'ndrc36:13';
  return [say(matter.plain, 'plan4:annex2'), say(`谁认定、谁修复：由${matter.authority}决定。`, cite)];
}

function canIt(matter: Matter): Cited[] {
  if (matter.receiver === 'court')
    return [
      say('由执行法院决定，本平台代您转送申请，不受理也不拒绝。', 'spc17:12'),
      ...matter.conditions.map((one) => say(`要${bare(one.text).replace(/^要/, '')}。`, ...one.cites)),
    ];
  const may =
    matter.track === 'market'
      ? say('能。改正了、符合条件，就可以申请。', 'samr107:2')
      : say('能。依法享有修复的权利，只有法律、法规或者党中央、国务院政策文件明确规定不可修复的除外。', 'ndrc36:2');
  const unread = (sure: boolean) => (sure ? '' : '（未见原文，不据以拒绝）');
  return [
    may,
    ...matter.conditions.map((one) => say(`要做到：${bare(one.text)}${unread(one.sure)}。`, ...one.cites)),
    ...(lawOf(matter)?.exclusions ?? []).map((one) =>
      say(`还要注意：${bare(one.text)}${unread(one.sure === 'V')}。`, one.cite),
    ),
  ];
}

const bare = (text: string) => text.replace(/。$/, '');

function needed(matter: Matter): Cited[] {
  const own = matter.materials.filter((one) => one.source === 'applicant');
  const others = matter.materials.length - own.length;
  const form = say('一份联办申请表和一份承诺书，在网上填写、签名。', 'plan4:2-4', 'plan4:annex3');
  const mine =
    own.length === 0
      ? say('没有必须由您自己准备的材料。', 'plan4:2-4')
      : say(
          `您准备：${own.map((one) => `${one.name}${one.required ? '' : '（有就交）'}`).join('、')}。`,
          ...own.flatMap((one) => one.cites),
        );
  const rest =
    others > 0 ? [say(`其余${others}样由系统生成、共享取得或者认定单位自己查，不用您交。`, 'plan4:2-4')] : [];
  return [form, mine, ...rest];
}

function howLong(matter: Matter): Cited[] {
  const { accept, decide, extend, total, effects } = matter.limits;
  const c = matter.limitCites;
  const lines: Cited[] = [];
  if (accept !== null) lines.push(say(`认定单位收到后${accept}个工作日内，告诉您受理没有。`, ...c.accept));
  if (decide !== null) {
    const longer = extend === null ? '' : `，复杂的可以再延长${extend}个工作日`;
    lines.push(say(`受理后${decide}个工作日内，决定同意不同意${longer}。`, ...c.decide, ...c.extend));
  }
  if (total !== null) lines.push(say(`从收到申请到告诉您结果，一般不超过${total}个工作日。`, ...c.total));
  if (effects !== null) {
    const from = matter.receiver === 'court' ? '该删除的，' : '同意以后，';
    lines.push(say(`${from}${effects}个工作日内撤下来。`, ...c.effects));
  }
  if (matter.receiver === 'court') lines.push(say('书面纠正申请，法院自收到之日起15日（自然日）内审查。', 'spc17:12'));
  return lines.length > 0 ? lines : [say('规定没有写明日数，以认定单位答复为准。', 'ndrc36:13')];
}

function ifNot(matter: Matter): Cited[] {
  const reason =
    matter.receiver === 'court'
      ? []
      : [
          say(
            '不受理、不同意都要说明理由。条件补齐以后，可以再申请。',
            ...(matter.track === 'market' ? ['samr107:14', 'samr107:17'] : ['ndrc36:16', 'ndrc36:17']),
          ),
        ];
  return [...reason, ...lawRemedies(matter).map((one) => say(`${one.name}：${one.text}`, one.cite))];
}
