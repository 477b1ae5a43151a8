import { cellBook } from './act-cells.ts';
import { itemActs } from './item-acts.ts';
import { objectionActs } from './objection-acts.ts';
import { orderActs } from './order-acts.ts';

/** docs/acts.md: what can be done where and by whom, each cell asked of the rule that buttons and acts ask; acts-page.test.ts proves cells by deciding. */
export function actsPage(): string {
  const book = cellBook();
  const tables = [...itemActs(book), ...objectionActs(book), ...orderActs(book)];
  return [
    '# 在哪个状态、由谁、能办什么',
    '',
    '由 `domain/` 的规则算出（`npm run generate`），不要手改；规则里增加一种办理，这里自动多一行。接口谁能用另见 [roles.md](roles.md)，状态怎样变化见 [states.md](states.md)。',
    '',
    '● 可以办；其他是拒绝的代号，意思在[最后](#拒绝的代号)。',
    '',
    ...tables,
    '## 拒绝的代号',
    '',
    ...book.legend(),
    '',
  ].join('\n');
}
