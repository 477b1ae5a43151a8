import type { Matter, MatterLimits } from './catalog.ts';
import { type LawDay, limitClauses, limitsOf } from './guide-law.ts';
import { type Cited, type GuideStep, say } from './guide-text.ts';

type Starts = Readonly<Partial<Record<keyof MatterLimits, string>>>;

/** The steps of 附件2 五 for a matter: who moves, how long from what, by which clause. */
export function stepsOf(matter: Matter, day: LawDay): GuideStep[] {
  const starts: Starts = limitsOf(matter, day)?.starts ?? {};
  if (matter.receiver === 'court') return courtSteps(matter, starts);
  const outside = matter.decider === 'outside';
  return [
    apply,
    outside ? handOver : register,
    {
      title: '受理',
      text: '认定单位审查材料，决定是否受理；材料不齐的一次性告知补正，不受理的书面说明理由。',
      ...limitOf(matter, 'accept', starts, '收到申请之日'),
    },
    {
      title: '审核决定',
      text: `认定单位核实纠正情况，作出准予或者不予修复的决定，不予的写明理由和救济途径。${extension(matter)}`,
      ...limitOf(matter, 'decide', starts, '受理之日'),
    },
    {
      title: '结果告知',
      text: '结果通过短信、赣服通和本平台告知，决定书可以下载和核验。',
      ...limitOf(matter, 'total', starts, '收到申请之日', '全程'),
    },
    {
      title: '停止公示、移出名单',
      text: '准予后停止公示、停止共享、解除相应惩戒，全部平台确认后办结。',
      ...limitOf(matter, 'effects', starts, '作出决定之日'),
    },
  ].map((step) => (step.cites.length > 0 ? step : { ...step, cites: otherwise(matter, step.title) }));
}

/** What a step rests on where no clause sets it a limit. */
function otherwise({ receiver }: Matter, title: string): string[] {
  const market = receiver === 'market-platform';
  if (title === '结果告知') return market ? ['samr107:17', 'samr107:19'] : ['ndrc36:17'];
  if (title === '停止公示、移出名单') return market ? ['samr107:17'] : ['ndrc36:3', 'ndrc36:23'];
  return market ? ['samr107:14'] : ['ndrc36:16'];
}

const apply: GuideStep = {
  title: '申请',
  text: '登录后勾选要修复的信息，填写一份联办申请表，在线签署承诺书；能共享的材料不用提交。不方便上网的到综合窗口办。',
  limit: null,
  cites: ['plan4:annex2', 'plan4:2-4'],
};
const register: GuideStep = {
  title: '统一接收',
  text: '“信用中国”统一接收申请，登记后推送认定单位，自收到申请之日开始计算办理时限。',
  limit: null,
  cites: ['ndrc36:13', 'ndrc36:16'],
};
const handOver: GuideStep = {
  title: '转送',
  text: '申请转送市场监管信用修复系统，由认定单位在该系统办理，进度和结果自动回到这里。',
  limit: null,
  cites: ['samr107:14', 'plan4:2-5'],
};

function courtSteps(matter: Matter, starts: Starts): GuideStep[] {
  return [
    apply,
    {
      title: '转送执行法院',
      text: '申请和材料转送执行法院。本平台只转送和显示进度，不作受理或者不予受理的决定。',
      limit: null,
      cites: ['spc17:12'],
    },
    {
      title: '法院审查',
      text: '执行法院依法审查并答复；书面纠正申请自收到之日起15日（自然日）内审查。',
      limit: null,
      cites: ['spc17:12'],
    },
    {
      title: '删除失信信息',
      text: '出现应当删除的情形或者期限届满的，法院删除失信信息，各平台随之停止公示。',
      ...limitOf(matter, 'effects', starts, '情形出现之日'),
    },
  ];
}

function limitOf(matter: Matter, key: keyof MatterLimits, starts: Starts, usual: string, before = '') {
  const days = matter.limits[key];
  if (days === null) return { limit: null, cites: matter.limitCites[key] };
  // 受理之日（无法联系情形为核实之日）: what is in brackets in law stands after the day here.
  const [, start, besides] = /^(.+?)(?:（(.+)）)?$/.exec(starts[key] ?? usual) ?? [];
  const limit = `${before}${days}个工作日内（自${start}起${besides ? `；${besides}` : ''}）`;
  return { limit, cites: matter.limitCites[key] };
}

function extension({ limits }: Matter): string {
  return limits.extend === null ? '' : `情况复杂的，经批准可以延长${limits.extend}个工作日。`;
}

/** What stands beside the limits: the other channel's, and that days are working days. */
export function limitNotesOf(matter: Matter, day: LawDay): Cited[] {
  const beside = limitsOf(matter, day)?.beside;
  const notes = beside ? [say(`另有规定并列：${beside}。`, ...limitClauses(matter, day))] : [];
  if (matter.receiver === 'court') return notes;
  const cites = Object.values(matter.limitCites).flat();
  const working = cites.length > 0 ? cites : otherwise(matter, '受理');
  return [...notes, say('以上都是工作日，节假日不算，调休上班的日子算；收到申请的当天不算。', ...working)];
}
