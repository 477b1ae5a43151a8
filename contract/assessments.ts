import { type Static, Type } from 'typebox';
import { routeWords, verdictWords } from '#domain/record/assess-case.ts';
import { fineBrackets, penaltyKinds, recordClasses, recordFields } from '#law/classes.ts';
import { matterKeys, subjectTypes } from '#law/matter-keys.ts';
import { nullable, oneOf, plainDate } from './wire.ts';

/** A case of the public calculator. Enumerations and days are read once more by parseCase, which names the faulty field in Chinese. */
export const AssessmentCase = Type.Object({
  id: Type.Optional(nullable(Type.Union([Type.String(), Type.Number()], { title: '编号', description: '原样返回' }))),
  matter: oneOf('事项', [...matterKeys, 'serious-list'] as const),
  subjectType: oneOf('主体类型', subjectTypes),
  findingDate: plainDate('认定日期'),
  publishedDate: Type.Optional(nullable(plainDate('公示日期'))),
  penalties: Type.Optional(
    nullable(
      Type.Array(
        Type.Object({
          kind: oneOf('处罚种类', penaltyKinds),
          amountYuan: Type.Optional(nullable(Type.Number({ title: '罚款金额（元）', minimum: 0 }))),
          bracket: Type.Optional(nullable(oneOf('裁量阶次', fineBrackets))),
          termEnds: Type.Optional(nullable(plainDate('限制期限届满日'))),
        }),
        { title: '处罚', maxItems: 50 },
      ),
    ),
  ),
  procedure: Type.Optional(nullable(oneOf('处罚程序', ['simple', 'ordinary'] as const))),
  field: Type.Optional(nullable(oneOf('领域', recordFields))),
  class: Type.Optional(nullable(oneOf('认定单位的分类', recordClasses))),
  dutiesPerformed: Type.Boolean({ title: '义务是否履行' }),
  correctionDate: Type.Optional(nullable(plainDate('改正日期'))),
  commitmentMade: Type.Optional(nullable(Type.Boolean({ title: '是否承诺' }))),
  samePenaltyAgain: Type.Optional(nullable(Type.Boolean({ title: '是否再次受到同类处罚' }))),
  fraudFoundOn: Type.Optional(nullable(plainDate('弄虚作假查实日期'))),
  sector: Type.Optional(
    nullable(Type.String({ title: '认定单位的领域', description: '如 ecology，用于查找该领域的分类标准' })),
  ),
  on: plainDate('查询日期'),
});
export type AssessmentCase = Static<typeof AssessmentCase>;

const days = (title: string) => nullable(Type.Integer({ title, description: '工作日' }));

/** The answer, in exactly this shape; also one line of `npm run assess`. */
export const AssessmentVerdict = Type.Object({
  id: nullable(Type.Union([Type.String(), Type.Number()])),
  class: oneOf('分类', [...recordClasses, 'needs-classification'] as const),
  publication: Type.Object({
    shown: Type.Boolean({ title: '依法是否在公示' }),
    from: nullable(plainDate('起算日')),
    earliestEnd: nullable(plainDate('最短公示期最后一日')),
    latestEnd: nullable(plainDate('最长公示期最后一日')),
  }),
  application: Type.Object({ route: oneOf('渠道', routeWords), from: nullable(plainDate('最早可申请日')) }),
  verdict: oneOf('结论', verdictWords),
  limits: Type.Object({ accept: days('受理'), decide: days('决定'), extend: days('延长') }),
  reasons: Type.Array(Type.Object({ code: Type.String(), text: Type.String(), cite: Type.String() })),
});
export type AssessmentVerdict = Static<typeof AssessmentVerdict>;
