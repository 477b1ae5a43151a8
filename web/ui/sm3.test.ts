import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sm3 } from './sm3.ts';

test('the examples of GB/T 32905, appendix A', () => {
  expect(sm3(new TextEncoder().encode('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  expect(sm3(new TextEncoder().encode('abcd'.repeat(16)))).toBe(
    'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
  );
});

test('the same as OpenSSL’s for every length around the edges of a block', () => {
  for (let length = 0; length < 200; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + length) % 256);
    expect(sm3(bytes), `${length} bytes`).toBe(createHash('sm3').update(bytes).digest('hex'));
  }
});
