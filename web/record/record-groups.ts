import type { RecordView } from '#contract/record.ts';

/** Records by what one can do about them. */
export interface RecordGroup {
  readonly key: string;
  readonly title: string;
  readonly hint: string;
  readonly selectable: boolean;
  readonly records: readonly RecordView[];
}

const groups: readonly (Omit<RecordGroup, 'records'> & { holds: (record: RecordView) => boolean })[] = [
  {
    key: 'open',
    title: '正在办理',
    hint: '已经申请，结果会通知您。',
    selectable: false,
    holds: (record) => record.openItem !== null,
  },
  {
    key: 'repaired',
    title: '已经修复',
    hint: '各平台已停止公示，留作您自己查看。',
    selectable: false,
    holds: (record) => record.repairedOn !== null,
  },
  {
    key: 'now',
    title: '现在可以修复',
    hint: '勾选要修复的，可以一次申请。',
    selectable: true,
    holds: (record) => record.verdict.verdict === 'repairable-now' && record.verdict.application.route !== 'judicial',
  },
  {
    key: 'confirm',
    title: '可以申请，由认定单位确认',
    hint: '规定没有写死或要先定类别，认定单位收到申请后确认。',
    selectable: true,
    holds: (record) =>
      ['needs-confirmation', 'needs-classification'].includes(record.verdict.verdict) &&
      record.verdict.application.route !== 'judicial',
  },
  {
    key: 'court',
    title: '由法院办理',
    hint: '我们转送执行法院，由法院依法决定。',
    selectable: true,
    holds: (record) => record.verdict.application.route === 'judicial',
  },
  {
    key: 'duties',
    title: '先履行义务',
    hint: '还显示没有履行。已经缴清、整改的，勾选后带上证明一起申请。',
    selectable: true,
    holds: (record) => record.verdict.verdict === 'duties-outstanding',
  },
  {
    key: 'wait',
    title: '还要等',
    hint: '最短公示期还没有满，到日子再申请。',
    selectable: false,
    holds: (record) => record.verdict.verdict === 'not-yet',
  },
  {
    key: 'automatic',
    title: '会自动结束，或没有公示',
    hint: '不用申请。',
    selectable: false,
    holds: (record) => ['ends-automatically', 'not-published'].includes(record.verdict.verdict),
  },
  { key: 'none', title: '目前不能申请', hint: '每条都写明原因。', selectable: false, holds: () => true },
];

/** Sorts records into groups by what one can do; the open and repaired ones stand after those that can be applied for. */
export function groupRecords(records: readonly RecordView[]): RecordGroup[] {
  const filled = groups.map(({ holds: _, ...group }) => ({ ...group, records: [] as RecordView[] }));
  for (const record of records) {
    const index = groups.findIndex((group) => group.holds(record));
    filled[index]!.records.push(record);
  }
  const order = ['now', 'confirm', 'court', 'open', 'duties', 'wait', 'automatic', 'none', 'repaired'];
  return order.map((key) => filled.find((group) => group.key === key)!).filter((group) => group.records.length > 0);
}
