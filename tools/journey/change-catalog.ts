import { listMatters } from '#contract/catalog.ts';
import {
  decideCatalogChange,
  fileCatalogChange,
  getCatalogChange,
  listAnnouncements,
  listCatalogChanges,
  listMatterVersions,
  previewCatalogChange,
  withdrawCatalogChange,
} from '#contract/catalog-changes.ts';
import { listClassStandards, listLawPoints } from '#contract/law-rows.ts';
import { addDays, addMonths } from '#domain/plain-date.ts';
import type { Person } from './person.ts';
import { officerOf, type Road } from './road.ts';
import { check, type Note, need, type Step, until } from './steps.ts';

/** One matter for all drills, far off, so that a demonstration's catalogue does not fill with them. */
const target = 'drill-list';
const farMonths = 120;

/** The catalogue changes by two persons: filed a month ahead, tried on what there is, approved, published, in force on its day. */
export function changeCatalog(road: Road): Step[] {
  return [
    ['事项变更：提前一个月报备，先预览', (note) => preview(road, note)],
    ['事项变更：报备、推演、另一人审核、公布、到日生效', (note) => enact(road, note)],
    ['撤回报备；待确认问题和分类标准', (note) => takeBack(road, note)],
  ];
}

/** A new list rests on the law of serious lists and brings what is its own. */
const newList = (run: string, effectiveOn: string) => ({
  kind: 'matter' as const,
  target,
  effectiveOn,
  basis: '演练：某领域新设严重失信主体名单，参照开展信用修复',
  content: {
    op: 'new',
    lawEntry: 'serious-list',
    name: `演练领域严重失信主体名单（示例 ${run}）`,
    plain: '演练用的名单：被列入的主体改正以后，满一年可以申请移出。',
    sector: 'ecology',
    limits: { accept: 2 },
  },
});

async function preview(road: Road, note: Note): Promise<void> {
  const keeper = await officerOf(road, 'keeper-ecology-360000');
  await clearDrill(road, note);
  const earliest = addMonths(need(road.today, '今天的日期'), 1);
  const body = newList(road.run, await freeDay(road));
  const refusal = await keeper.refused(
    previewCatalogChange,
    { body: { ...body, effectiveOn: addDays(earliest, -1) } },
    422,
    'filed-too-late',
  );
  check(refusal.cite?.length, '没有说明依据');
  note(`${addDays(earliest, -1)} 生效：${refusal.detail}`);
  const other = { ...body, content: { ...body.content, sector: 'tax' } };
  await keeper.refused(previewCatalogChange, { body: other }, 403, 'not-your-field');
  const seen = await keeper.ask(previewCatalogChange, { body });
  check(seen.diff.length > 0, '预览里没有差异');
  note(`预览：${seen.title}，${seen.diff.length} 处差异`);
}

/** A day on which the drill's matter is not listed: after whatever earlier runs left behind. */
async function freeDay(road: Road): Promise<string> {
  const far = addMonths(need(road.today, '今天的日期'), farMonths);
  const keeper = await officerOf(road, 'catalog-keeper');
  const { changes } = await keeper.ask(listCatalogChanges, { query: { kind: 'matter', target, state: 'approved' } });
  const last = changes[0]?.effectiveOn;
  return last !== undefined && last >= far ? addDays(last, 1) : far;
}

async function tried(keeper: Person, changeId: string) {
  return until('影响没有推算出来', 60, async () => {
    const view = await keeper.ask(getCatalogChange, { params: { changeId } });
    return view.trial === null ? undefined : { ...view, trial: view.trial };
  });
}

async function enact(road: Road, note: Note): Promise<void> {
  const filer = await officerOf(road, 'keeper-ecology-360000');
  const lead = await officerOf(road, 'catalog-keeper');
  const day = await freeDay(road);
  const filed = await filer.ask(fileCatalogChange, { body: newList(road.run, day) });
  const params = { changeId: filed.changeId };
  const { trial } = await tried(lead, filed.changeId);
  note(
    `推演：信息 ${trial.records.total} 条，更有利 ${trial.records.better}，更不利 ${trial.records.worse}；指引 ${trial.guide.length} 处变化；${trial.seconds} 秒`,
  );
  const self = await filer.refused(decideCatalogChange, { params, body: { approve: true } }, 403, 'two-persons');
  note(`报备人自己审核：${self.detail}`);
  const approved = await lead.ask(decideCatalogChange, { params, body: { approve: true, note: '演练：同意' } });
  check(approved.state === 'approved' && !approved.inForce, '同意以后状态不对');
  const { announcements } = await road.guest.ask(listAnnouncements, {});
  check(
    announcements.some((one) => one.changeId === filed.changeId && one.effectiveOn === day),
    '公告里没有这一项',
  );
  // Every server reads the catalogue again within seconds.
  await until('没有从生效日起列入目录', 15, async () => {
    const [before, then] = [await listed(road, addDays(day, -1)), await listed(road, day)];
    return (then && !before) || undefined;
  });
  note(`${day} 起在目录中，前一天不在；已公告`);
  await endDrill(road, lead, addDays(day, 1), note);
}

async function listed(road: Road, on: string): Promise<boolean> {
  const { matters } = await road.guest.ask(listMatters, { query: { on } });
  return matters.some((one) => one.matterKey === target);
}

/** A run that broke off leaves the drill's matter, or a filing on it, behind. */
async function clearDrill(road: Road, note: Note): Promise<void> {
  const lead = await officerOf(road, 'catalog-keeper');
  const { changes } = await lead.ask(listCatalogChanges, { query: { kind: 'matter', target } });
  const waiting = changes.find((one) => one.state === 'filed');
  if (waiting) {
    const other = await officerOf(road, waiting.mayDecide ? 'catalog-keeper' : 'catalog-keeper-2');
    const body = { approve: false, note: '演练中断，退回' };
    await other.ask(decideCatalogChange, { params: { changeId: waiting.changeId }, body });
  }
  if (!changes.some((one) => one.state === 'approved')) return;
  const { versions } = await road.guest.ask(listMatterVersions, { params: { matterKey: target } });
  if (versions[0]?.validTo !== null) return;
  const end = addDays(versions[0].validFrom, 1);
  await endDrill(road, lead, end, note);
}

/** Takes the drill's matter out again the day after, by two persons of the lead department. */
async function endDrill(road: Road, lead: Person, effectiveOn: string, note: Note): Promise<void> {
  const second = await officerOf(road, 'catalog-keeper-2');
  const body = {
    kind: 'matter' as const,
    target,
    effectiveOn,
    basis: '演练结束，取消事项',
    content: { op: 'withdraw' },
  };
  const { changeId } = await lead.ask(fileCatalogChange, { body });
  await tried(second, changeId);
  await second.ask(decideCatalogChange, { params: { changeId }, body: { approve: true } });
  const { versions } = await road.guest.ask(listMatterVersions, { params: { matterKey: target } });
  check(versions[0]?.validTo === addDays(effectiveOn, -1), '取消以后版本没有终止日');
  await until('取消以后还在目录里', 15, async () => !(await listed(road, effectiveOn)) || undefined);
  note(`版本 ${versions.length} 个，最新一版只有 ${versions[0].validFrom} 一天`);
}

async function takeBack(road: Road, note: Note): Promise<void> {
  const keeper = await officerOf(road, 'catalog-keeper-2');
  const today = need(road.today, '今天的日期');
  const unit = 'emergency-360781';
  const reason = '演练：撤回';
  const left = await keeper.ask(listCatalogChanges, { query: { kind: 'unit', state: 'filed', target: unit } });
  for (const { changeId } of left.changes)
    await keeper.ask(withdrawCatalogChange, { params: { changeId }, body: { reason } });
  const filed = await keeper.ask(fileCatalogChange, {
    body: {
      kind: 'unit',
      target: unit,
      effectiveOn: today,
      basis: '演练：单位来函',
      content: { address: `演练地址 ${road.run} 号` },
    },
  });
  const gone = await keeper.ask(withdrawCatalogChange, {
    params: { changeId: filed.changeId },
    body: { reason },
  });
  check(gone.state === 'withdrawn', '撤回以后状态不对');
  const { points } = await road.guest.ask(listLawPoints, { query: { on: today } });
  const { sectors } = await road.guest.ask(listClassStandards, { query: { on: today } });
  check(
    points.length > 0 && points.every((one) => one.whoAnswers !== '' && one.until !== ''),
    '有问题没有写明由谁答复、确认以前怎么办',
  );
  note(
    `待确认问题 ${points.length} 个，已确认 ${points.filter((one) => one.confirmed).length}；公布了分类标准的领域 ${sectors.filter((one) => one.standard).length}/${sectors.length}`,
  );
}
