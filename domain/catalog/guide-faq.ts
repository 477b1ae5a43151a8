import type { Matter } from './catalog.ts';
import { courtQuestions } from './guide-faq-court.ts';
import { feeOf } from './guide-fee.ts';
import { fraudOf, type LawDay, lawOfDay, lawRemedies } from './guide-law.ts';
import { objectionQuestions } from './guide-objections.ts';
import { automaticEnd } from './guide-results.ts';
import { type Cited, type GuideQuestion, say } from './guide-text.ts';
import { monthsWord } from './guide-words.ts';

const ask = (key: string, question: string, ...answers: readonly Cited[]): GuideQuestion => ({
  key,
  question,
  answers,
});

/** Common questions of a matter, answered from its row and the law of the day. */
export function questionsOf(matter: Matter, day: LawDay): GuideQuestion[] {
  const own = matter.receiver === 'court' ? courtQuestions(matter) : officeQuestions(matter, day);
  return [...own, ...objectionQuestions(matter, day), ...everywhere()];
}

function everywhere(): GuideQuestion[] {
  return [
    ask('agent', '有人说交钱可以“包修复”、快速删除，能信吗？', ...feeOf()),
    ask(
      'several',
      '我有好几条失信信息，要分开申请吗？',
      say(
        '不用。一份联办申请表、一次承诺签名，可以同时申请多条，系统分送各认定单位，每一条各自计算期限、各自告知结果。',
        'plan4:2-4',
        'plan4:annex3',
      ),
    ),
    ask(
      'elsewhere',
      '我在外地，或者不会上网，怎么办？',
      say(
        '省、市、县任何一个政务服务中心的综合窗口都可以转办，不分户籍和注册地；在外地的可以全程网上办。',
        'plan4:2-3',
        'plan4:2-5',
      ),
    ),
  ];
}

function officeQuestions(matter: Matter, day: LawDay): GuideQuestion[] {
  return [
    ...duties(matter),
    ask('automatic', '不申请，到期会自动撤下来吗？撤下来是不是就没事了？', ...automaticEnd(matter, day)),
    ...correction(matter),
    shared(matter),
    ...overdue(matter),
    ...fraud(matter, day),
    ...refused(matter),
    thirdParty(matter),
    ...bankruptcy(matter, day),
    ...penaltyInDispute(matter),
    ...naturalPerson(matter),
  ];
}

const dutyKeys = /perform|paid|cured|rectified|correct/;

function duties(matter: Matter): GuideQuestion[] {
  const duty = matter.conditions.find((one) => dutyKeys.test(one.key)) ?? matter.conditions[0];
  if (!duty) return [];
  const text = duty.text.replace(/。$/, '');
  const answer = duty.sure
    ? say(`还不能。申请要同时具备全部条件，其中一条是：${text}。`, ...duty.cites)
    : say(`建议先做到：${text}。这一条未见原文，不据以拒绝，请向认定单位确认。`, ...duty.cites);
  return [ask('duties', '罚款还没交清、问题还没整改完，可以先申请吗？', answer)];
}

function correction(matter: Matter): GuideQuestion[] {
  const { accept } = matter.limits;
  if (accept === null) return [];
  const clause = matter.receiver === 'market-platform' ? ['samr107:14'] : ['ndrc36:16'];
  return [
    ask(
      'correction',
      '材料没交齐会不会直接退回？',
      say(
        `认定单位在${accept}个工作日内一次性告知要补什么，补齐后继续办；不受理的要说明理由。`,
        ...matter.limitCites.accept,
        ...clause,
      ),
    ),
  ];
}

function shared(matter: Matter): GuideQuestion {
  const asked = matter.materials.filter((one) => one.source === 'applicant');
  const cites = asked.flatMap((one) => one.cites);
  const list = asked.map((one) => `${one.name}${one.required ? '' : '（有就交）'}`).join('、');
  return ask(
    'materials',
    '政府已经有的材料还要我交吗？',
    say(
      '不用。法律法规没有明确要求提交的，都用共享的电子材料。',
      'plan4:2-4',
      ...(matter.receiver === 'market-platform' ? ['samr107:14'] : []),
    ),
    list
      ? say(`这个事项需要您自己提供的是：${list}。`, ...cites)
      : say('这个事项没有必须由您自己提供的材料。', 'plan4:2-4'),
  );
}

function overdue(matter: Matter): GuideQuestion[] {
  const { decide, extend } = matter.limits;
  if (decide === null) return [];
  const longer = extend === null ? '' : `，情况复杂的经批准可以再延长${extend}个工作日，延长会告诉您`;
  return [
    ask(
      'how-long',
      '受理以后多久有结果？',
      say(`受理后${decide}个工作日内作出决定${longer}。`, ...matter.limitCites.decide, ...matter.limitCites.extend),
      say('到期没有结果的，平台会提醒认定单位并报督办，您也可以在进度页看到应当办结的日期。', 'plan4:3-8'),
    ),
  ];
}

function fraud(matter: Matter, day: LawDay): GuideQuestion[] {
  const rule = fraudOf(matter, day);
  if (!rule) return [];
  const { barMonths, scope, periodRestarts } = rule.value;
  const who = scope === 'subject' ? '您的任何一条市场监管领域信息都不得申请修复' : '这条信息不得再申请修复';
  return [
    ask(
      'fraud',
      '材料作了假、承诺没做到，会怎么样？',
      say(
        `${monthsWord(barMonths)}内${who}${periodRestarts ? '，已经准予的撤销，公示期重新计算' : '，并记入信用记录予以公示'}。`,
        ...rule.cite,
      ),
    ),
  ];
}

function refused(matter: Matter): GuideQuestion[] {
  const ways = lawRemedies(matter);
  return ways.length === 0
    ? []
    : [
        ask(
          'refused',
          '不予受理或者不予修复，我不服怎么办？',
          ...ways.map((one) => say(`${one.name}：${one.text}`, one.cite)),
        ),
      ];
}

function thirdParty(matter: Matter): GuideQuestion {
  const market = matter.receiver === 'market-platform';
  return ask(
    'third-party',
    '已经修复了，别的查询网站还显示，怎么办？',
    market
      ? say('第三方机构应当即时更新。可以凭决定书要求该网站更新；仍不更新的，向认定单位反映。', 'samr107:26')
      : say(
          '第三方信用服务机构应当与“信用中国”一致，不一致的以“信用中国”为准；更新不及时的，可以暂停或者取消向它共享。',
          'ndrc36:24',
        ),
  );
}

function bankruptcy(matter: Matter, day: LawDay): GuideQuestion[] {
  const side = lawOfDay.side(day)?.value;
  const market = matter.receiver === 'market-platform';
  const days = market ? side?.shieldMarket : side?.shieldGeneral;
  if (!matter.subjectTypes.includes('organisation') || days === null || days === undefined) return [];
  return [
    ask(
      'bankruptcy',
      '企业正在破产重整，还没执行完，能先撤下来吗？',
      say(
        `重整计划或者和解协议执行期间，可以凭法院裁定申请临时屏蔽，自收到申请之日起${days}个工作日内办理；执行完毕的凭裁定申请修复，没有执行成功的恢复公示。`,
        market ? 'samr107:22' : 'ndrc36:20',
      ),
    ),
  ];
}

function penaltyInDispute(matter: Matter): GuideQuestion[] {
  if (matter.recordType !== 'penalty' || matter.track !== 'general') return [];
  return [
    ask(
      'in-dispute',
      '我正在对处罚申请复议或者打官司，能先不公示吗？',
      say('程序终结前，除决定停止执行的以外，不暂停公示；处罚被撤销或者变更的，会相应撤销或者修改。', 'ndrc36:19'),
    ),
  ];
}

function naturalPerson(matter: Matter): GuideQuestion[] {
  if (!matter.subjectTypes.includes('person') || matter.receiver !== 'credit-china') return [];
  return [
    ask(
      'person',
      '我是个人，信息会公示吗？',
      say('自然人的失信信息，“信用中国”原则上不公示；法律、行政法规另有规定的从其规定。', 'ndrc36:12.3'),
    ),
  ];
}
