import { lawInForce } from '#law/law-in-force.ts';
import { isMatterKey, matters } from '#law/matters.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Matter } from './catalog.ts';

interface CitedPeriod {
  readonly text: string;
  readonly cites: readonly string[];
}

const noWait: CitedPeriod = { text: '改正后随时可以申请移出，没有最短公示期限。', cites: ['samr107:12'] };
const courtsOwn: CitedPeriod = {
  text: '期限由执行法院依法确定；出现应当删除的情形的，不必等期限届满。',
  cites: ['spc17:10'],
};

/** How long records of a matter are shown and from when they may be repaired, by the law in force on a day. */
export function periodsOf(matter: Matter, on: PlainDate): CitedPeriod[] {
  if (matter.recordType === 'abnormal') return [noWait];
  if (matter.recordType === 'judgment') return [courtsOwn];
  return lawInForce(on)
    .filter((row) => isOf(matter, row.group, row.name))
    .map((row) => ({ text: plainWords(row.text) + (row.note ? `（${row.note}）` : ''), cites: row.cite }));
}

function isOf(matter: Matter, group: string, name: string): boolean {
  if (group === '公示期限') return name === periodName(matter);
  // A list's row bears the name of its law entry, which the matter's own row may have changed.
  return group === '名单等待期' && isMatterKey(matter.lawEntry) && name === matters[matter.lawEntry].name;
}

function periodName(matter: Matter): string | null {
  if (matter.track === 'market') return matter.recordType === 'penalty' ? '市场监管领域' : '市场监管严重违法失信名单';
  return matter.track === 'general' && matter.recordType === 'penalty' ? '一般领域（信用中国）' : null;
}

/** Says in words what law/ marks with a letter: only 未见原文 is worth a reader's while. */
function plainWords(text: string): string {
  return text.replace(/（V）/g, '').replace(/（[FSMD?]）/g, '（未见原文，仅供参考）');
}
