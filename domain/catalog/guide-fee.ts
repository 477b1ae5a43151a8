import { type Cited, say } from './guide-text.ts';

/** Free of charge, and no agent commissioned: for every matter, with the clause that says so. */
export function feeOf(): [free: Cited, noAgent: Cited] {
  return [
    say('不收费。任何单位和个人不得以信用修复的名义向申请人收取费用。', 'ndrc36:26'),
    say(
      '本平台和认定单位没有委托任何机构或者个人代办；收钱“包修复”“快速删除”的都不可信，可以拨打12345反映。',
      'ndrc36:26',
    ),
  ];
}
