/**
 * `npm run law -- --on 2026-11-23`: the law in force on a day, each rule with its citation; `--open` prints what the texts leave open.
 * `--matter tax-serious` keeps either to what touches one law entry.
 */
import { parseArgs } from 'node:util';
import { formatChinese, parsePlainDate } from '#domain/plain-date.ts';
import { formatCitation, parseCitation } from '#law/cite.ts';
import { type LawRow, lawInForce } from '#law/law-in-force.ts';
import type { LawEntryKey } from '#law/matter-keys.ts';
import { isLawEntryKey, lawEntries } from '#law/matters.ts';
import { openQuestions, openQuestionsFor } from '#law/open-questions.ts';
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

/** A row's text for people: the letter behind a part that was read is dropped, the others become words. */
function plainText(text: string): string {
  return text
    .replaceAll('（V）', '')
    .replace(/（([FSMD?])）/g, (_, letter: string) => `（${sureName[letter]}，只提示）`);
}

/** How surely a row is known. Where its parts differ each carries its own mark, and the row must not claim more. */
function sureWords({ sure, text }: LawRow): string {
  if (/（[FSMD?]）/.test(text)) return '未注明的已核对原文，括号里注明的不据以拒绝';
  return `${sureName[sure]}${sure === 'V' ? '' : '（不据以拒绝）'}`;
}

function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

const scope = (entry: LawEntryKey | undefined) => (entry === undefined ? '' : `（${lawEntries[entry].name}）`);

function printLaw(on: string, entry: LawEntryKey | undefined): void {
  console.log(`${formatChinese(on)}施行的规定${scope(entry)}\n`);
  const rows = lawInForce(on, entry);
  for (const group of new Set(rows.map((row) => row.group))) {
    console.log(`【${group}】`);
    for (const row of rows.filter((one) => one.group === group)) {
      console.log(`  ${row.name}`);
      console.log(`    ${plainText(row.text)}`);
      console.log(`    自${row.from}起${row.to ? `，${row.to}前` : ''}；${sureWords(row)}`);
      for (const cite of row.cite) console.log(`    ${formatCitation(cite)}`);
      if (row.note) console.log(`    注：${row.note}`);
    }
    console.log('');
  }
  printSources(on, entry === undefined ? undefined : new Set(rows.flatMap((row) => row.cite.map(sourceIdOf))));
}

const sourceIdOf = (cite: string) => parseCitation(cite)?.sourceId ?? '';

/** The texts in force on the day, with how far each was read; `cited` keeps to those. */
function printSources(on: string, cited?: ReadonlySet<string>): void {
  const inForce = (source: Source) =>
    (source.inForce ?? '') <= on && (source.repealed === undefined || source.repealed > on);
  console.log('【依据】');
  for (const [id, source] of Object.entries<Source>(sources))
    if (inForce(source) && (cited?.has(id) ?? true))
      console.log(
        `  《${source.title}》（${source.number}），${source.inForce ?? '日期未见'}起施行；${sureName[source.read]}：${source.readNote}`,
      );
}

function printOpenQuestions(entry: LawEntryKey | undefined): void {
  const questions = entry === undefined ? openQuestions : openQuestionsFor(entry);
  console.log(`条文没有写明、需要有权机关答复的问题${scope(entry)}，共${questions.length}个\n`);
  for (const one of questions) {
    console.log(`${one.id} ${one.question}`);
    console.log(`   答复单位：${one.who}`);
    console.log(`   答复前：${one.until}`);
    console.log(`   相关条文：${one.cite.map(formatCitation).join('；')}`);
    if (entry === undefined) console.log(`   涉及事项：${namesOf(one.matters)}`);
    console.log('');
  }
}

/** Names of law entries; all of them in one word. */
function namesOf(entries: readonly LawEntryKey[]): string {
  const missing = Object.keys(lawEntries).filter((key) => !entries.includes(key as LawEntryKey));
  return missing.length === 0 ? '全部事项' : entries.map((key) => lawEntries[key].name).join('、');
}

function readOptions(): { on?: string; matter?: string; open: boolean } | undefined {
  try {
    return parseArgs({
      options: { on: { type: 'string' }, matter: { type: 'string' }, open: { type: 'boolean', default: false } },
    }).values;
  } catch {
    return undefined;
  }
}

/** What is wrong with the options, in a sentence; null when nothing is. */
function complaint(given: ReturnType<typeof readOptions>): string | null {
  if (given === undefined) return '用法：npm run law -- [--on 2026-11-23] [--open] [--matter 事项代号]';
  if (given.on !== undefined && parsePlainDate(given.on) === undefined)
    return `“${given.on}”不是存在的日期，应写成 2026-11-23 这样。`;
  if (given.matter !== undefined && !isLawEntryKey(given.matter))
    return `没有“${given.matter}”这个事项，事项代号有：\n${Object.values(lawEntries)
      .map((one) => `  ${one.key}  ${one.name}`)
      .join('\n')}`;
  return null;
}

const values = readOptions();
const wrong = complaint(values);
const entry = values?.matter !== undefined && isLawEntryKey(values.matter) ? values.matter : undefined;
if (wrong !== null) {
  console.error(wrong);
  process.exitCode = 1;
} else if (values?.open) printOpenQuestions(entry);
else printLaw(parsePlainDate(values?.on ?? today()) ?? today(), entry);
