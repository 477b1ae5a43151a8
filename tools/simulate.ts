/**
 * `npm run simulate -- --rules proposal.json --on 2027-01-01`: replays the recorded items and records of the running database under
 * proposed rules and prints who would fare better, worse or the same. The file holds one proposal, or a list of them, as they are
 * filed (POST /api/v1/catalog-changes: kind, target, effectiveOn, basis, content). Nothing is written. `--json` prints the result as data.
 * Exit code 2: the rules cannot be read or are refused.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Proposal, type Trial } from '#contract/catalog-changes.ts';
import { sayDiff } from '#domain/catalog/changes/diff-matter.ts';
import { planChanges } from '#domain/catalog/changes/plan-change.ts';
import { formatChinese, parsePlainDate } from '#domain/plain-date.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { readCatalog } from '#server/catalog/catalog-store.ts';
import { readProposal } from '#server/catalog/changes/file-change.ts';
import { checkPart } from '#server/platform/check-request.ts';
import { openDatabase } from '#server/platform/database.ts';
import { loadConfigOrExit } from '#server/platform/load-config.ts';
import { findDatabase } from '#server/platform/postgres/find-database.ts';
import { runTrial } from '#server/supervision/trial/run-trial.ts';

function stop(text: string): never {
  console.error(text);
  process.exit(2);
}

function sayRefusal(refusal: Refusal): string {
  return [refusal.text, ...(refusal.fields ?? []).map((one) => `  ${one.field}：${one.text}`)].join('\n');
}

/** The proposals of a file; stops with the sentence that says what is wrong. */
function readRules(path: string) {
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return stop(
      `读不了规则文件 ${path}：${error instanceof SyntaxError ? '不是有效的 JSON' : (error as Error).message}`,
    );
  }
  const check = checkPart(Proposal, 'body');
  const list = Array.isArray(given) ? given : [given];
  return list.map((one, index) => {
    const checked = check.check(one);
    if (!checked.ok) return stop(`第${index + 1}项规则：${sayRefusal(checked.refusal)}`);
    const change = readProposal(checked.value as Proposal);
    return isRefusal(change) ? stop(`第${index + 1}项规则：${sayRefusal(change)}`) : change;
  });
}

function print(trial: Trial, diff: readonly string[]): void {
  const line = (name: string, { total, better, worse, unchanged }: Trial['records']) =>
    console.log(`  ${name}：共${total}，更有利 ${better}，更不利 ${worse}，不变 ${unchanged}`);
  console.log(`按${formatChinese(trial.on)}推演\n\n【规则的变化】`);
  for (const one of diff) console.log(`  ${one}`);
  console.log('\n【失信信息】');
  line('合计', trial.records);
  for (const one of trial.byMatter) if (one.records.total > 0) line(one.name, one.records);
  console.log('\n【办件】');
  line('合计', trial.items);
  for (const one of trial.byMatter) if (one.items.total > 0) line(one.name, one.items);
  console.log(
    `\n  继续按原版本办理的在办件 ${trial.openItems}；提交时重新检查的草稿 ${trial.drafts}；要重算的期限 ${trial.deadlines}`,
  );
  if (trial.examples.length > 0) console.log('\n【例子】');
  for (const one of trial.examples)
    console.log(
      `  ${one.change === 'better' ? '更有利' : '更不利'}  ${one.matterName}  ${one.number}\n    原：${one.before}\n    新：${one.after}`,
    );
  if (trial.guide.length > 0) console.log('\n【指引的变化】');
  for (const one of trial.guide) console.log(`  ${one.label}：${one.after}`);
  console.log(`\n用时 ${trial.seconds} 秒`);
}

const { values } = parseArgs({
  options: { rules: { type: 'string' }, on: { type: 'string' }, json: { type: 'boolean', default: false } },
});
if (!values.rules) stop('用法：npm run simulate -- --rules 规则.json --on 2027-01-01');
const changes = readRules(values.rules);
const on = parsePlainDate(values.on ?? changes[0]?.effectiveOn);
if (on === undefined) stop(`“${values.on}”不是存在的日期，应写成 2027-01-01 这样。`);

const { appUrl } = findDatabase(loadConfigOrExit());
const db = openDatabase(appUrl, { max: 2, onError: () => {} });
try {
  const before = await db.read({ sees: 'none' }, readCatalog);
  const plan = planChanges(before, changes);
  if (isRefusal(plan)) stop(`第${(plan as Refusal & { at: number }).at + 1}项规则不符合规定：${sayRefusal(plan)}`);
  const trial = await runTrial(db, { before, after: plan.after, on, matterKey: null }, () => performance.now());
  if (values.json) console.log(JSON.stringify(trial));
  else print(trial, plan.diff.map(sayDiff));
} finally {
  await db.close();
}
