import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { penaltyKinds } from '#law/classes.ts';
import { readPenaltyKinds } from './import-penalty-kinds.ts';

describe('readPenaltyKinds', () => {
  it.each([
    ['罚款', ['罚款']],
    ['警告、罚款', ['警告', '罚款']],
    ['警告,罚款', ['警告', '罚款']],
    ['警告，罚款；通报批评', ['警告', '罚款', '通报批评']],
    ['警告;罚款/没收违法所得|没收非法财物 责令关闭', ['警告', '罚款', '没收违法所得', '没收非法财物', '责令关闭']],
    ['警告并处罚款', ['警告', '罚款']],
    ['没收违法所得、没收非法财物', ['没收违法所得', '没收非法财物']],
    ['罚款、没收违法所得、没收非法财物', ['罚款', '没收违法所得', '没收非法财物']],
    ['吊销许可证、执照', ['吊销许可证件']],
    ['暂扣许可证、执照；罚款', ['暂扣许可证件', '罚款']],
    ['吊销营业执照', ['吊销营业执照']],
    ['责令停产停业', ['责令停产停业']],
    ['其他-责令改正', ['其他']],
    ['罚款、其他（责令改正）', ['罚款', '其他']],
    ['罚款、罚款', ['罚款']],
  ])('reads %s', (text, kinds) => expect(readPenaltyKinds(text)).toMatchObject({ kinds, unknown: [] }));

  it('asks to look again where an old name stands for two kinds', () => {
    expect(readPenaltyKinds('没收违法所得、没收非法财物').note).toContain('旧版类别');
    expect(readPenaltyKinds('没收违法所得').note).toBeUndefined();
  });
  it('says what it cannot read and keeps the rest', () => {
    expect(readPenaltyKinds('罚金、警告、训诫')).toEqual({ kinds: ['警告'], unknown: ['罚金', '训诫'] });
  });
  it('reads any choice of kinds in any order with any joining sign', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...penaltyKinds], { minLength: 1 }),
        fc.constantFrom('、', '，', ',', ';', '；', '/', '|', ' '),
        (kinds, sign) => {
          const reading = readPenaltyKinds(kinds.join(sign));
          return reading.unknown.length === 0 && [...reading.kinds].sort().join() === [...kinds].sort().join();
        },
      ),
    );
  });
});
