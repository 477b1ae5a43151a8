import { isLawEntryKey } from '#law/matters.ts';
import { objectionRoad } from '#law/objection-roads.ts';
import { sayObjection } from '#law/objections.ts';
import type { Matter } from './catalog.ts';
import type { LawDay } from './guide-law.ts';
import { type Cited, type GuideQuestion, say } from './guide-text.ts';

/** What people object to, in their words, with the ground of the law. */
const asked = [
  { ground: 'content', words: '公示的内容写错了' },
  { ground: 'period', words: '公示得太久、期限算得不对' },
  { ground: 'listing', words: '认为本来就不应当列入' },
  { ground: 'declined', words: '不同意不予受理、不予修复' },
] as const;

const sentence = (text: string) => `${text.replace(/。$/, '')}。`;

/** How to object to a record of a matter or to a decision about it: to whom, within which days, or where else; each from its clause. */
export function objectionQuestions(matter: Matter, day: LawDay): GuideQuestion[] {
  if (!isLawEntryKey(matter.lawEntry)) return [];
  const answers = new Map<string, { readonly words: string[]; readonly cites: readonly string[] }>();
  const here: string[] = [];
  for (const { ground, words } of asked) {
    const road = objectionRoad(matter.lawEntry, ground, day.on);
    const rule = road?.rules[0];
    if (!road) continue;
    const text = road.elsewhere ? road.elsewhere.text : rule && `${sayObjection(rule.value)}。${rule.note ?? ''}`;
    const cites = road.elsewhere ? road.elsewhere.cite : (rule?.cite ?? []);
    if (!text) continue;
    answers.set(text, { words: [...(answers.get(text)?.words ?? []), words], cites });
    if (road.doors.length > 0) here.push(...cites);
  }
  const lines: Cited[] = [...answers].map(([text, { words, cites }]) =>
    say(`${words.join('；')}：${sentence(text)}`, ...cites),
  );
  if (lines.length === 0) return [];
  if (here.length > 0)
    lines.push(
      say(
        '在本平台怎么提：登录后在“我的失信信息”点“信息有误或公示期限不对”；不予受理、不予修复的，在那一项点“对这个结果有异议”，不登录凭申请编号和查询码也可以；也可以到综合窗口代提。写明哪里不对、应当是什么，附上佐证材料。',
        ...new Set(here),
      ),
    );
  return [{ key: 'objection', question: '信息有误，或者不同意处理结果，怎么提异议？', answers: lines }];
}
