import { useKeys } from '../../office/use-keys.ts';
import type { Reading } from './use-reading.ts';
import type { Walk } from './use-trail.ts';

/** Every key of an item's page, as its help names them. */
export const itemKeys = [
  ['j', '下一件（来时的列表里）'],
  ['k', '上一件'],
  ['u', '回到队列'],
  ['v', '对照阅读：申请表和材料并排，再按一次收起'],
  ['[ 和 ]', '上一份、下一份材料或文书'],
  ['1', '失信信息和申请表'],
  ['2', '材料'],
  ['3', '文书'],
  ['4', '外部回执'],
  ['5', '修复条件'],
  ['a', '现在可以做的（再按回车办理）'],
] as const;

/** After the page has changed: to where the key leads. */
function focusOn(selector: string): void {
  requestAnimationFrame(() => {
    const found = document.querySelector<HTMLElement>(selector);
    found?.scrollIntoView({ block: 'nearest' });
    found?.focus({ preventScroll: true });
  });
}

/** Binds them. While comparing, 2 and 3 lead to the first material and the first issued paper beside the form. */
export function useItemKeys(walk: Walk, reading: Reading): void {
  const { on, papers } = reading;
  const part = (key: Reading['part']) => () => {
    reading.showPane('form');
    reading.showPart(key);
    if (on && key !== 'form') reading.turn(false);
  };
  const first = (kind: 'material' | 'issued', key: Reading['part']) => () => {
    const paper = on ? papers.find((one) => one.kind === kind) : undefined;
    if (paper) reading.choose(paper.id);
    else part(key)();
  };
  useKeys({
    j: walk.next,
    n: walk.next,
    k: walk.previous,
    u: walk.back,
    v: () => papers.length > 0 && reading.turn(!on),
    '[': () => reading.step(-1),
    ']': () => reading.step(1),
    '1': part('form'),
    '2': first('material', 'files'),
    '3': first('issued', 'papers'),
    '4': part('exchanges'),
    '5': () => {
      reading.showPane('conditions');
      focusOn('#conditions-title');
    },
    a: () => {
      reading.showPane('acts');
      focusOn('.acts-panel .acts button:not(:disabled)');
    },
  });
}
