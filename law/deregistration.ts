/** A subject that was deregistered (注销): 107号 has a rule, 36号 none. */
import { type Dated, dated } from './dated.ts';
import { type LawTopic, topic } from './law-topic.ts';
import { creditChinaEntries, marketEntries } from './tracks.ts';

export interface Deregistration {
  /** Who ends display and removes from lists; null: nothing is said. */
  readonly by: string | null;
  /** Bans on responsible persons outlive the subject. */
  readonly personalBansStay: 'yes' | 'not-stated';
  readonly text: string;
}

export const marketDeregistration = dated<Deregistration>({
  from: '2025-12-25',
  value: {
    by: '登记地（住所地）市场监督管理部门',
    personalBansStay: 'yes',
    text: '停止公示行政处罚和抽查检查负面信息，移出经营异常名录和严重违法失信名单；决定机关在别处的，同步推送修复信息',
  },
  cite: ['samr107:20'],
  sure: 'V',
});

export const generalDeregistration: Dated<Deregistration> = dated<Deregistration>({
  from: '2026-04-01',
  value: {
    by: null,
    personalBansStay: 'not-stated',
    text: '36号对已注销主体的信息没有规定，按公示期限处理，由认定单位决定',
  },
  cite: ['ndrc36:12'],
  sure: '?',
});

export const charityDeregistration = dated<Deregistration>({
  from: '2018-01-24',
  value: {
    by: '社会组织的登记管理机关',
    personalBansStay: 'not-stated',
    text: '把因吊销登记证书、撤销登记列入名单的，在完成注销登记后移出（转引）',
  },
  cite: ['mca60'],
  sure: 'S',
});

function sayDeregistration(value: Deregistration): string {
  const bans = value.personalBansStay === 'yes' ? '；法定代表人等受到的任职、从业限制不因注销结束' : '';
  return `${value.by === null ? '' : `由${value.by}`}${value.text}${bans}`;
}

export const deregistrationTopics: readonly LawTopic[] = [
  topic('主体注销', '市场监管领域', marketDeregistration, sayDeregistration, marketEntries),
  topic('主体注销', '一般领域（信用中国）', generalDeregistration, sayDeregistration, creditChinaEntries),
  topic('主体注销', '社会组织严重违法失信名单', charityDeregistration, sayDeregistration, ['charity-serious']),
];
