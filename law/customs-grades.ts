/** Customs' own grades (信用等级) and what an application of each kind does to them. 282号. */
import { dated, type Sureness } from './dated.ts';

export const customsGrades = ['高级认证企业', '认证企业', '常规企业', '失信企业', '严重失信企业'] as const;
export type CustomsGrade = (typeof customsGrades)[number];

interface CitedRule {
  readonly text: string;
  readonly cite: string;
  readonly sure: Sureness;
}

/** One wait before the application, by the ground on which the grade was found. */
export interface GradeWait {
  readonly who: string;
  readonly months: number;
  readonly clock: 'finding' | 'published';
  readonly cite: string;
}

/** One choice of 申请类型 on the annex of the joint form. */
export interface CustomsGradeRoute {
  /** As the form has it: law/customs-matter.ts, `customs-route`. */
  readonly name: string;
  /** null: the application is not about a grade. */
  readonly before: CustomsGrade | null;
  readonly after: CustomsGrade | null;
  readonly afterSure: Sureness;
  readonly waits: readonly GradeWait[];
  /** What a grant does, and what it does not. */
  readonly means: readonly CitedRule[];
  /** Where nobody applies: what customs does by itself. */
  readonly byItself: CitedRule | null;
  readonly open: readonly CitedRule[];
}

const noLimit: CitedRule = {
  text: '调整信用等级的办理期限，条文没有写明：三个、七个工作日只写给失信信息修复。',
  cite: 'gacc282:38',
  sure: 'V',
};
const infoAlone: CitedRule = {
  text: '信用等级不随失信信息修复改变；要调整等级的，另行提出申请。',
  cite: 'gacc282:29',
  sure: 'D',
};

export const customsGradeRoutes = dated<readonly CustomsGradeRoute[]>({
  from: '2026-04-01',
  value: [
    {
      name: '调整信用等级（失信企业）',
      before: '失信企业',
      after: '常规企业',
      // Art 29 says only 调整信用等级; that it is 常规企业 follows from arts 17 and 25 ¶2.
      afterSure: 'D',
      waits: [
        { who: '因违规次数、金额被认定的（第十五条第三、四项）', months: 6, clock: 'finding', cite: 'gacc282:29.1' },
        { who: '因欠缴税款、罚没款被认定的（第十五条第六、七项）', months: 3, clock: 'finding', cite: 'gacc282:29.1' },
      ],
      means: [
        { text: '海关按常规企业实施常规管理措施', cite: 'gacc282:32', sure: 'V' },
        { text: '调整为常规企业后一年内不得申请成为认证企业', cite: 'gacc282:25.2', sure: 'V' },
        { text: '公示的失信信息不随等级调整停止公示，要另行申请修复', cite: 'gacc282:36', sure: 'D' },
      ],
      byItself: {
        text: '因第十五条其他各项被认定的，没有提前申请的规定；一年内没有第十五、十六条情形的，海关按常规企业管理',
        cite: 'gacc282:29.2',
        sure: 'V',
      },
      open: [noLimit],
    },
    {
      name: '调整信用等级（严重失信企业）',
      before: '严重失信企业',
      after: '失信企业',
      afterSure: 'V',
      waits: [{ who: '被认定为严重失信企业的', months: 12, clock: 'finding', cite: 'gacc282:30.1' }],
      means: [
        { text: '同步移出进出口海关监管领域严重失信主体名单', cite: 'gacc282:30.3', sure: 'V' },
        { text: '一年内不得再调整为常规企业', cite: 'gacc282:30.1', sure: 'V' },
        { text: '仍是失信企业，不得申请成为认证企业', cite: 'gacc282:25.2', sure: 'V' },
      ],
      byItself: { text: '认定满三年的，海关根据信用状况重新确定等级，并移出名单', cite: 'gacc282:30.2', sure: 'V' },
      open: [noLimit],
    },
    {
      name: '一般失信信息修复',
      before: null,
      after: null,
      afterSure: 'V',
      waits: [{ who: '一般失信信息', months: 3, clock: 'published', cite: 'gacc282:36(1)' }],
      means: [{ text: '停止公示该信息', cite: 'gacc282:39', sure: 'V' }, infoAlone],
      byItself: { text: '公示满一年的，停止公示', cite: 'gacc282:35.2', sure: 'V' },
      open: [],
    },
    {
      name: '严重失信信息修复',
      before: null,
      after: null,
      afterSure: 'V',
      waits: [{ who: '严重失信信息', months: 12, clock: 'published', cite: 'gacc282:36(1)' }],
      means: [{ text: '停止公示该信息', cite: 'gacc282:39', sure: 'V' }, infoAlone],
      byItself: { text: '公示满三年的，停止公示', cite: 'gacc282:35.2', sure: 'V' },
      open: [],
    },
  ],
  cite: ['gacc282:25', 'gacc282:29', 'gacc282:30', 'gacc282:35', 'gacc282:36'],
  sure: 'V',
});
