import { type Catalog, mattersOn } from '#domain/catalog/catalog.ts';
import type { PlainDate } from '#domain/plain-date.ts';

/** Pages that people open; a portal's own fetching and checking, and what was applied for, are told apart from them. */
export const openedByPeople = /^(landing|guide|block|entry|apply-for)(:|$)/;

const pageWords: Readonly<Record<string, string>> = {
  landing: '首页',
  guide: '指引清单',
  block: '嵌入的小页面',
  entry: '嵌入的入口',
  data: '取用数据',
  paper: '印刷版',
  check: '核对副本',
};
const ofOneMatter: Readonly<Record<string, string>> = { guide: '指引', 'apply-for': '直达申请' };

/** What a counted page is called: 指引（重大税收违法失信主体名单）. */
export function pageNamesOf(catalog: Catalog, today: PlainDate): (page: string) => string {
  const names = new Map(mattersOn(catalog, today).map((one) => [one.matterKey, one.name]));
  return (page) => {
    const [kind = '', key] = page.split(':');
    const word = (key && ofOneMatter[kind]) || (pageWords[kind] ?? '其他');
    return key ? `${word}（${names.get(key) ?? '已取消的事项'}）` : word;
  };
}
