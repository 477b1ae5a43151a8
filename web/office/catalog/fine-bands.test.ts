import { expect, test } from 'vitest';
import { sayYuan } from '#domain/catalog/changes/plan-class-standard.ts';
import { stretchesOf } from './fine-bands.ts';

const kinds = (bands: Parameters<typeof stretchesOf>[0]) => stretchesOf(bands).map((one) => one.bands.length);

test('bands that follow one another cover every amount once', () => {
  const bands = [
    { class: 'minor', over: 0, upTo: 50_000 },
    { class: 'general', over: 50_000, upTo: null },
  ] as const;
  expect(kinds(bands)).toEqual([1, 1]);
});

test('a gap, an overlap and an end are stretches of their own', () => {
  expect(
    stretchesOf([
      { class: 'minor', over: 0, upTo: 50_000 },
      { class: 'general', over: 30_000, upTo: 80_000 },
      { class: 'serious', over: 100_000, upTo: 200_000 },
    ]).map((one) => [one.over, one.upTo, one.bands.map((band) => band.class)]),
  ).toEqual([
    [0, 30_000, ['minor']],
    [30_000, 50_000, ['minor', 'general']],
    [50_000, 80_000, ['general']],
    [80_000, 100_000, []],
    [100_000, 200_000, ['serious']],
    [200_000, null, []],
  ]);
});

test('amounts read in 万元 where they are whole', () => {
  expect([sayYuan(50_000), sayYuan(8_000), sayYuan(12_345), sayYuan(15_000)]).toEqual([
    '5万元',
    '8000元',
    '12345元',
    '1.5万元',
  ]);
});
