import { parsePlainDate } from '#domain/plain-date.ts';
import type { FieldProblem } from '../api-problem.ts';
import type { Choice } from '../ui/ChoiceField.tsx';
import { type Answers, isPenalty } from './assessment.ts';

/** The matters in the words of somebody who holds a letter in the hand. */
export const matterChoices: readonly Choice[] = [
  { value: 'market-penalty', label: '市场监管部门的处罚', hint: '营业执照、食品药品、质量、价格、广告等' },
  { value: 'other-penalty', label: '其他部门的处罚', hint: '环保、住建、交通、卫生、消防等' },
  { value: 'abnormal-operation', label: '列入经营异常名录', hint: '没有年报、地址联系不上等' },
  { value: 'market-serious', label: '市场监管严重违法失信名单' },
  { value: 'tax-serious', label: '重大税收违法失信主体名单' },
  { value: 'judgment-defaulter', label: '失信被执行人名单（法院）' },
  { value: 'customs-discredited', label: '海关失信企业' },
  { value: 'wage-arrears', label: '拖欠农民工工资名单' },
  { value: 'charity-serious', label: '社会组织严重违法失信名单' },
  { value: 'farm-inputs', label: '农资领域严重失信名单' },
  { value: 'statistics-serious', label: '统计严重失信主体名单' },
  { value: 'culture-tourism', label: '文化和旅游市场严重失信主体名单' },
  { value: 'work-safety', label: '安全生产严重失信主体名单' },
  { value: 'overloading', label: '超限超载运输名单' },
];

export const subjectChoices: readonly Choice[] = [
  { value: 'organisation', label: '企业、单位、社会组织' },
  { value: 'sole-trader', label: '个体工商户' },
  { value: 'person', label: '个人' },
];

export const penaltyChoices: readonly Choice[] = [
  '罚款',
  '警告',
  '通报批评',
  '没收违法所得',
  '没收非法财物',
  '暂扣许可证件',
  '降低资质等级',
  '吊销许可证件',
  '吊销营业执照',
  '限制开展生产经营活动',
  '责令停产停业',
  '责令关闭',
  '限制从业',
  '行政拘留',
  '其他',
].map((kind) => ({ value: kind, label: kind }));

export const fieldChoices: readonly Choice[] = [
  { value: 'other', label: '都不是' },
  { value: 'food', label: '食品' },
  { value: 'drug', label: '药品' },
  { value: 'medical-device', label: '医疗器械' },
  { value: 'cosmetics', label: '化妆品' },
  { value: 'special-equipment', label: '特种设备', hint: '电梯、锅炉、起重机械、压力容器等' },
  { value: 'key-industrial-product', label: '重点工业产品' },
];

export const yesNo: readonly Choice[] = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '不是' },
];

/** The pages of the calculator for a matter. */
export function pagesOf(matter: string): readonly ('matter' | 'dates' | 'penalty' | 'duties')[] {
  return isPenalty(matter) ? ['matter', 'dates', 'penalty', 'duties'] : ['matter', 'dates', 'duties'];
}

/** What is still missing on a page; `field` is the id of the field. */
export function checkPage(page: string, answers: Answers, today: string): FieldProblem[] {
  const faults: FieldProblem[] = [];
  const need = (wrong: boolean, field: string, text: string) => wrong && faults.push({ field, text });
  if (page === 'matter') {
    need(!answers.subjectType, 'subjectType', '请选择是谁的信息');
    need(!answers.matter, 'matter', '请选择您遇到的是哪一种');
  }
  if (page === 'dates') {
    const day = parsePlainDate(answers.findingDate);
    need(!day, 'findingDate', '请填写决定书上的日期');
    need(!!day && day > today, 'findingDate', '决定书的日期不能晚于今天');
    need(!answers.published, 'published', '请选择是否已经在网上公示');
    const shown = answers.published === 'yes';
    need(shown && !parsePlainDate(answers.publishedDate), 'publishedDate', '请填写公示的日期，不清楚可以填决定书日期');
    need(
      shown && !!day && !!parsePlainDate(answers.publishedDate) && answers.publishedDate < day,
      'publishedDate',
      '公示的日期不会早于决定书的日期',
    );
  }
  if (page === 'penalty') {
    need(answers.penalties.length === 0, 'penalties', '请选择处罚的内容，可以选几项');
    const bad = answers.amount !== '' && !(Number(answers.amount) >= 0);
    need(bad, 'amount', '罚款金额请填数字，例如 20000');
  }
  if (page === 'duties') {
    need(!answers.duties, 'duties', '请选择义务是否都履行了');
    const late = !!parsePlainDate(answers.correctionDate) && answers.correctionDate > today;
    need(answers.duties === 'yes' && late, 'correctionDate', '改正的日期不能晚于今天');
  }
  return faults;
}
