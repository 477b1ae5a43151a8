import type { PlainDate } from '#domain/plain-date.ts';
import { demoSubjects } from '../../samples/demo-subjects.ts';
import { organCode } from '../../samples/organs.ts';

/** A fresh penalty of the restaurant by an organ, as its form or system has it: headings of the template with their cells. */
export function newDecision(organ: string, docNumber: string, findingDate: PlainDate): Record<string, string> {
  const { name, identifier } = demoSubjects.restaurant;
  return {
    行政相对人名称: name,
    行政相对人类别: '法人及非法人组织',
    '行政相对人代码_1(统一社会信用代码)': identifier,
    法定代表人: '示例甲',
    行政处罚决定书文号: docNumber,
    违法行为类型: '未按规定进行安全生产教育',
    违法事实: '未按规定进行安全生产教育，责令改正后已改正。',
    处罚依据: '《中华人民共和国安全生产法》第九十七条',
    处罚类别: '罚款',
    处罚内容: '处罚款20000元。',
    '罚款金额(万元)': '2',
    处罚决定日期: findingDate,
    处罚机关: organ,
    处罚机关统一社会信用代码: organCode(organ),
    失信程度: '一般',
  };
}
