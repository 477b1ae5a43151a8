/** Which paper of an application shows which condition, where the texts themselves name the paper for what it is to show. */
import type { LawEntryKey } from './matter-keys.ts';

/** Keys of conditions → keys of the materials that show them. The clause is the one the material itself is asked for by. */
type ShownBy = Readonly<Record<string, readonly string[]>>;

/** 36号第十四条（二）（三） beside 第十五条（一）（二）: 证明材料 for what was put right and performed, 信用承诺书 for the commitment. */
const general: ShownBy = { 'duties-performed': ['correction-proof'], commitment: ['commitment'] };
/** 107号第十四条: 履行法定义务、纠正违法行为、实施整改的材料, beside 第十一至十三条. */
const market: ShownBy = {
  'duties-performed': ['correction-proof'],
  rectified: ['correction-proof'],
  cured: ['correction-proof'],
};

const own: Readonly<Partial<Record<LawEntryKey, ShownBy>>> = {
  'market-penalty': market,
  'abnormal-operation': market,
  'market-serious': market,
  // 54号第十八条、第十九条: what was paid, or in the two other cases the court's ruling and the province's paper.
  'tax-serious': { ...general, paid: ['payment-proof', 'court-ruling', 'province-paper'] },
  // 45号第十四条 asks for 已经改正的证据, 第十二条（三） for the pledge.
  'wage-arrears': {
    ...general,
    'six-months-corrected': ['correction-proof'],
    commitment: ['wage-pledge', 'commitment'],
  },
  // 法释〔2017〕7号第十条: 履行完毕等情形.
  'judgment-defaulter': { 'deletion-case': ['correction-proof'] },
};

/** Keys of the materials by which a text has a condition shown; none where no text names one. Informs, and refuses nobody. */
export function shownBy(entry: LawEntryKey, condition: string): readonly string[] {
  return (own[entry] ?? general)[condition] ?? [];
}
