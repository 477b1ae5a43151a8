import { expect, it } from 'vitest';
import { agentWords } from './agent-words.ts';

it('shows who handles it, without the number', () => {
  const words = agentWords({ name: '示例庚', identifier: '360100199001010007', phone: '13900000007' });
  expect(words).toBe('示例庚，360*************07，13900000007');
  expect(agentWords({ name: '示例庚', identifier: '', phone: '' })).toBe('示例庚');
});
