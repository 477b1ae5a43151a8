/** `npm run law -- --on 2026-11-23`: the law in force on a day, each rule with its citation. `--open` prints what the texts leave open. */
import { parseArgs } from 'node:util';
import { formatChinese, parsePlainDate } from '#domain/plain-date.ts';
import { formatCitation } from '#law/cite.ts';
import { type LawRow, lawInForce } from '#law/law-in-force.ts';
import { openQuestions } from '#law/open-questions.ts';
import type { Source } from '#law/source.ts';
import { sources } from '#law/sources.ts';

const sureName: Readonly<Record<string, string>> = {
  V: '已核对原文',
  F: '仅见片段',
  S: '转引',
  M: '记忆',
  D: '推断',
  '?': '未查到',
};

/** How surely a row is known. Where its parts differ each carries its own mark, and the row must not claim more. */
function sureWords({ sure, text }: LawRow): string {
  if (/（[FSMD?]）/.test(text)) return '核对情况逐项标在括号里（V 已核对原文，其余不据以拒绝）';
  return `${sureName[sure]}${sure === 'V' ? '' : '（不据以拒绝）'}`;
}

function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

function printLaw(on: string): void {
  console.log(`${formatChinese(on)}施行的规定\n`);
  const rows = lawInForce(on);
  for (const group of new Set(rows.map((row) => row.group))) {
    console.log(`【${group}】`);
    for (const row of rows.filter((one) => one.group === group)) {
      console.log(`  ${row.name}`);
      console.log(`    ${row.text}`);
      console.log(`    自${row.from}起${row.to ? `，${row.to}前` : ''}；${sureWords(row)}`);
      for (const cite of row.cite) console.log(`    ${formatCitation(cite)}`);
      if (row.note) console.log(`    注：${row.note}`);
    }
    console.log('');
  }
  const inForce = (source: Source) =>
    (source.inForce ?? '') <= on && (source.repealed === undefined || source.repealed > on);
  console.log('【依据】');
  for (const source of Object.values<Source>(sources).filter(inForce))
    console.log(
      `  《${source.title}》（${source.number}），${source.inForce ?? '日期未见'}起施行；${sureName[source.read]}：${source.readNote}`,
    );
}

function printOpenQuestions(): void {
  console.log('条文没有写明、需要有权机关答复的问题\n');
  for (const one of openQuestions) {
    console.log(`${one.id} ${one.question}`);
    console.log(`   答复单位：${one.who}`);
    console.log(`   答复前：${one.until}`);
    console.log(`   相关条文：${one.cite.map(formatCitation).join('；')}\n`);
  }
}

function readOptions(): { on?: string; open: boolean } | undefined {
  try {
    return parseArgs({ options: { on: { type: 'string' }, open: { type: 'boolean', default: false } } }).values;
  } catch {
    return undefined;
  }
}

const values = readOptions();
const on = values?.on === undefined ? today() : parsePlainDate(values.on);
if (values === undefined) {
  console.error('用法：npm run law -- [--on 2026-11-23] [--open]');
  process.exitCode = 1;
} else if (on === undefined) {
  console.error(`“${values.on}”不是存在的日期，应写成 2026-11-23 这样。`);
  process.exitCode = 1;
} else if (values.open) printOpenQuestions();
else printLaw(on);
