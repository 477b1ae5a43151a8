/** Reorganisation and settlement: who may ask for shielding, within how many days, and what follows completion or failure. */
import { dated } from './dated.ts';
import { type LawTopic, topic, workingDays } from './law-topic.ts';
import { creditChinaEntries, marketEntries } from './tracks.ts';

export interface BankruptcyRelief {
  /** 企业 · 管理人 · 法院依职权 */
  readonly applicants: readonly ('enterprise' | 'administrator' | 'court-itself')[];
  readonly receiver: string;
  readonly paper: string;
  /** Working days from receipt; null: none stated. */
  readonly days: number | null;
  /** Whether the authority must or may. */
  readonly duty: 'shall' | 'may';
  /** What is done while the plan runs. */
  readonly meanwhile: string;
  readonly completed: string;
  readonly failed: string;
  /** Whether the minimum period must be over when the plan is completed. */
  readonly minimumAfterCompletion: 'not-stated' | 'not-asked';
}

export const generalBankruptcy = dated<BankruptcyRelief>({
  from: '2026-04-01',
  value: {
    applicants: ['enterprise', 'administrator'],
    receiver: '“信用中国”网站',
    paper: '法院批准重整计划或者认可和解协议的裁定书',
    days: 10,
    duty: 'shall',
    meanwhile: '按最小必要原则临时屏蔽违法失信信息，临时解除可能影响执行的限制措施',
    completed: '持确认执行完毕的裁定书申请信用修复',
    failed: '恢复原有公示状态',
    minimumAfterCompletion: 'not-stated',
  },
  cite: ['ndrc36:20'],
  sure: 'V',
  note: '10个工作日自谁收到申请之日起算、执行完毕后是否仍须达到最短公示期，条文没有写明。',
});

export const marketBankruptcy = dated<BankruptcyRelief>({
  from: '2025-12-25',
  value: {
    applicants: ['enterprise'],
    receiver: '登记地市场监督管理部门',
    paper: '法院批准重整计划或者认可和解协议的裁定书',
    days: 7,
    duty: 'may',
    meanwhile: '暂时屏蔽信息、添加“重整计划或者和解协议执行中”声明，暂时解除惩戒措施',
    completed: '持确认执行完毕的裁定书申请，已纠正、履行或者整改的，登记地部门停止公示',
    failed: '恢复公示',
    minimumAfterCompletion: 'not-asked',
  },
  cite: ['samr107:22'],
  sure: 'V',
  note: '申请人只写企业，管理人代为申请按企业申请办理是推断；执行完毕后停止公示没有写最短公示期。',
});

export const taxBankruptcy = dated<BankruptcyRelief>({
  from: '2022-02-01',
  value: {
    applicants: ['enterprise', 'administrator'],
    receiver: '作出确定的税务机关（省级税务局批准）',
    paper: '停止公布申请表、法院裁定书，不要求承诺书',
    days: 15,
    duty: 'shall',
    meanwhile: '税务机关依法受偿的，准予提前停止公布，没有等待期，不受再犯和五年两次的限制',
    completed: '没有另外的规定',
    failed: '没有规定',
    minimumAfterCompletion: 'not-asked',
  },
  cite: ['sta54:18(2)', 'sta54:19.2', 'sta54:21', 'sta54:22.2'],
  sure: 'V',
});

export const courtBankruptcy = dated<BankruptcyRelief>({
  from: '2017-05-01',
  value: {
    applicants: ['court-itself'],
    receiver: '执行法院',
    paper: '中止执行的裁定',
    days: 3,
    duty: 'shall',
    meanwhile: '因破产程序裁定中止执行的，删除失信信息；有纳入期限的不适用',
    completed: '没有规定',
    failed: '又有应当纳入情形的可以重新纳入',
    minimumAfterCompletion: 'not-asked',
  },
  cite: ['spc17:10(5)', 'spc17:10.2', 'spc17:10.3'],
  sure: 'V',
});

const applicantName = { enterprise: '企业', administrator: '管理人', 'court-itself': '法院依职权' } as const;

function sayBankruptcy(value: BankruptcyRelief): string {
  return [
    value.applicants.includes('court-itself')
      ? `${value.receiver}依职权办理，凭${value.paper}`
      : `由${value.applicants.map((one) => applicantName[one]).join('或者')}向${value.receiver}提出，凭${value.paper}`,
    `${value.duty === 'shall' ? '应当' : '可以'}在${workingDays(value.days)}内办理：${value.meanwhile}`,
    `执行完毕：${value.completed}`,
    `未执行成功：${value.failed}`,
    `执行完毕后是否仍看最短公示期：${value.minimumAfterCompletion === 'not-stated' ? '未写明' : '条文不要求'}`,
  ].join('；');
}

export const bankruptcyTopics: readonly LawTopic[] = [
  topic('破产重整、和解', '一般领域（信用中国）', generalBankruptcy, sayBankruptcy, creditChinaEntries),
  topic('破产重整、和解', '市场监管领域', marketBankruptcy, sayBankruptcy, marketEntries),
  topic('破产重整、和解', '重大税收违法失信主体', taxBankruptcy, sayBankruptcy, ['tax-serious']),
  topic('破产重整、和解', '失信被执行人名单', courtBankruptcy, sayBankruptcy, ['judgment-defaulter']),
];
