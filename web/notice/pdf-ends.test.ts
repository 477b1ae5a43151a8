import { expect, test } from 'vitest';
import { endsBefore } from './pdf-ends.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('the ends of a PDF that was added to, the latest first; the end of the whole is none of them', () => {
  expect(endsBefore(bytes('%PDF a %%EOF\nb %%EOF\n'))).toEqual([13]);
  expect(endsBefore(bytes('%PDF a %%EOF\nb %%EOF\nc %%EOF'))).toEqual([21, 13]);
  expect(endsBefore(bytes('%PDF a %%EOF\nb %%EOF\n% more'))).toEqual([21, 13]);
  expect(endsBefore(bytes('%PDF a %%EOF'))).toEqual([]);
  expect(endsBefore(bytes('no pdf'))).toEqual([]);
});
