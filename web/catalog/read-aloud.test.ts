import { expect, test } from 'vitest';
import { sentencesOf } from './ReadAloud.tsx';

test('the guide is read sentence by sentence, questions before answers, and nothing but words', () => {
  const guide = {
    matter: { name: '安全生产严重失信主体名单', plain: '被列入名单，改正后申请移出。' },
    plain: [{ key: 'can', question: '能修复吗？', answers: [{ text: '能。满一年；而且改正了。', cites: [] }] }],
    doors: [{ name: '网上', text: '在这里。', link: null }],
  };
  expect(sentencesOf(guide as unknown as Parameters<typeof sentencesOf>[0])).toEqual([
    '安全生产严重失信主体名单',
    '被列入名单，改正后申请移出。',
    '能修复吗？',
    '能。',
    '满一年；',
    '而且改正了。',
    '在哪里办？',
    '网上。',
    '在这里。',
  ]);
});
