import type { MatterKey } from '#law/matter-keys.ts';
import { remembered } from './import-remembered.ts';

/** What a record is; the general word for entries of the eleven lists that are not the court's is `serious-list`. */
export type ImportRecordType = 'penalty' | 'abnormal' | 'serious-list' | 'judgment';

/** Words by which files name a matter → key. The first that is contained wins, so narrower words stand first. */
const WORDS: readonly (readonly [string, MatterKey])[] = [
  ['行政处罚信息修复(市场监管领域)', 'market-penalty'],
  ['行政处罚', 'other-penalty'],
  ['经营异常', 'abnormal-operation'],
  ['异常名录', 'abnormal-operation'],
  ['市场监督管理严重违法失信', 'market-serious'],
  ['市场监管严重违法失信', 'market-serious'],
  ['市场监管领域严重违法失信', 'market-serious'],
  ['税收违法', 'tax-serious'],
  ['失信被执行人', 'judgment-defaulter'],
  ['海关', 'customs-discredited'],
  ['农民工工资', 'wage-arrears'],
  ['社会组织', 'charity-serious'],
  ['慈善捐赠', 'charity-serious'],
  ['农资', 'farm-inputs'],
  ['统计', 'statistics-serious'],
  ['文化和旅游', 'culture-tourism'],
  ['文旅市场', 'culture-tourism'],
  ['安全生产', 'work-safety'],
  ['超限超载', 'overloading'],
  ['严重违法失信企业名单', 'market-serious'],
];

const KEYS: ReadonlySet<string> = new Set(WORDS.map(([, key]) => key));

const plainName = (text: string) => text.normalize('NFKC').replace(/[\s“”"]/g, '');

/**
 * The matter a cell names by its 附件3 name, a usual short name or our key; a list set up later by the name or key the catalogue has.
 * undefined where it names none.
 */
export function readMatter(text: string, laterLists?: ReadonlyMap<string, string>): string | undefined {
  const plain = plainName(text);
  if (KEYS.has(plain)) return plain;
  for (const [name, key] of laterLists ?? []) if (plain === key || plain.includes(plainName(name))) return key;
  return WORDS.find(([word]) => plain.includes(word))?.[1];
}

/** The record type of a matter. */
export function recordTypeOf(matterKey: string): ImportRecordType {
  if (matterKey === 'market-penalty' || matterKey === 'other-penalty') return 'penalty';
  if (matterKey === 'abnormal-operation') return 'abnormal';
  return matterKey === 'judgment-defaulter' ? 'judgment' : 'serious-list';
}

/** Whether an organ is a market regulator by its name: market supervision and drug administration (总局令107号 arts 3, 30). */
export const isMarketRegulator = remembered((organName: string): boolean =>
  /市场监督管理|市场监管|药品监督管理|药监局/.test(organName),
);
