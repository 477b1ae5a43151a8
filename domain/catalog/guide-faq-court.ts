import type { Matter } from './catalog.ts';
import { lawRemedies } from './guide-law.ts';
import { type Cited, type GuideQuestion, say } from './guide-text.ts';

const ask = (key: string, question: string, ...answers: readonly Cited[]): GuideQuestion => ({
  key,
  question,
  answers,
});

/** Common questions where the enforcing court alone decides (法释〔2017〕7号). */
export function courtQuestions(matter: Matter): GuideQuestion[] {
  const days = matter.limits.effects;
  const within = days === null ? '依法' : `${days}个工作日内`;
  return [
    ask(
      'performed',
      '钱已经还清了，多久能删除？',
      say(`已经履行完毕或者法院执行完毕的，法院${within}删除。`, 'spc17:10', ...matter.limitCites.effects),
    ),
    ask(
      'settled',
      '和对方和解了，或者对方同意删除，可以吗？',
      say('达成和解协议并且已经履行完毕的，应当删除；申请执行人书面申请删除、法院审查同意的，也删除。', 'spc17:10'),
      say('因申请执行人申请删除的，六个月内不支持他再次申请纳入。', 'spc17:10.4'),
    ),
    ask(
      'forwarded',
      '在这里申请，为什么不显示“受理”？',
      say(
        '是否删除由执行法院审查决定。本平台只把申请转送法院、显示进度，不作受理或者不予受理的决定。',
        'spc17:11',
        'spc17:12',
      ),
    ),
    ask(
      'wrongly-listed',
      '不该列我，或者信息写错了，怎么办？',
      ...lawRemedies(matter).map((one) => say(one.text, one.cite)),
    ),
    ask(
      'term',
      '名单有期限吗？到期会自动删除吗？',
      say('妨碍、抗拒执行，规避执行，违反财产报告或者限制消费令等情形，期限二年，可以延长一至三年。', 'spc17:2'),
      say('有期限的，期限届满后由法院删除；没有期限的，出现应当删除的情形才删除。', 'spc17:10'),
    ),
    ask(
      'minor',
      '哪些人不会被列入？',
      say(
        '未成年人不得纳入；提供了足额担保、财产已被查封足以清偿、履行顺序在后等，不得以“有能力拒不履行”为由纳入。',
        'spc17:3',
        'spc17:4',
      ),
    ),
  ];
}
