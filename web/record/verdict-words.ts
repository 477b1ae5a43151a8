import type { Verdict } from '#contract/record.ts';

type Tone = 'good' | 'wait' | 'bad' | 'info';

interface VerdictWords {
  readonly text: string;
  readonly tone: Tone;
  /** What the reader does now. */
  readonly todo: string;
}

const words: Readonly<Record<string, VerdictWords>> = {
  'repairable-now': { text: '现在可以修复', tone: 'good', todo: '可以现在申请。' },
  'not-yet': { text: '还要等', tone: 'wait', todo: '到日子再申请，现在不用做什么。' },
  'duties-outstanding': {
    text: '先履行义务',
    tone: 'wait',
    todo: '先缴清罚款、完成整改，再申请；已经做到的，申请时交证明。',
  },
  'ends-automatically': { text: '会自动结束', tone: 'info', todo: '不用申请，到期自动停止公示。' },
  'not-published': { text: '没有公示，不用修复', tone: 'info', todo: '不用做什么。' },
  'no-route': {
    text: '不能提前修复',
    tone: 'bad',
    todo: '公示到最长期限为止。认为决定有误的，可以依法申请复议、提起诉讼或提出异议。',
  },
  barred: { text: '目前不能申请', tone: 'bad', todo: '请看下面的原因。' },
  'needs-classification': {
    text: '要由认定单位先定类别',
    tone: 'info',
    todo: '可以申请，认定单位会先确定属于哪一类，再告诉您期限。',
  },
  'needs-confirmation': { text: '要由认定单位确认', tone: 'info', todo: '可以申请，由认定单位确认是否符合条件。' },
};

/** A verdict in plain words. What the court decides is said as such. */
export function verdictWords(verdict: Pick<Verdict, 'verdict' | 'application'>): VerdictWords {
  if (verdict.application.route === 'judicial')
    return { text: '由执行法院决定', tone: 'info', todo: '可以在这里申请，我们转送执行法院，由法院依法决定。' };
  return words[verdict.verdict] ?? { text: '要由认定单位确认', tone: 'info', todo: '请联系认定单位。' };
}

const classes: Readonly<Record<string, string>> = {
  minor: '轻微失信',
  general: '一般失信',
  serious: '严重失信',
  'needs-classification': '类别待认定单位确定',
};

/** 轻微失信 · 一般失信 · 严重失信 */
export function className(name: string): string {
  return classes[name] ?? '类别待认定单位确定';
}
