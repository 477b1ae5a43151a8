import { acceptItem, getItem } from '#contract/casework.ts';
import {
  assignItem,
  assignItems,
  claimItem,
  endLeave,
  enterLeave,
  getTeam,
  handOverAll,
  listQueue,
  listQueueViews,
  releaseItem,
  saveQueueViews,
  setAssignRule,
} from '#contract/queue.ts';
import { deskOf } from './desk.ts';
import { logInOfficer } from './log-in.ts';
import { type Person, seen } from './person.ts';
import { officerOf, type Road } from './road.ts';
import { check, type Note, type Step } from './steps.ts';

const unit = 'emergency-360100';

/** The people of a unit share out their work; at the end nobody holds the item and everything set here is taken back. */
export function shareWork(road: Road): Step[] {
  return [
    ['应急：两人同时认领，一人得到；别人要写明原因才能接手', (note) => claim(road, note)],
    ['应急：负责人分派、移交离岗人员名下的件，交还后待分派', (note) => assign(road, note)],
    ['应急：请假由代办人办，新件按规则分派，保存视图', (note) => leave(road, note)],
  ];
}

const versionOf = async (person: Person, params: { subjectKey: string; itemId: string }) =>
  (await person.ask(getItem, { params })).summary.version;

async function claim(road: Road, note: Note): Promise<void> {
  const { params, version, view } = await deskOf(road, 'safety');
  const people = [await officerOf(road, unit), await officerOf(road, `${unit}-2`)] as const;
  const number = view.summary.number;
  const before = await people[0].ask(listQueue, { query: { list: 'unassigned', q: number } });
  check(before.items.length === 1, '新件不在“待分派”里');
  const saw = view.summary.holder?.officerId ?? null;
  const tries = await Promise.allSettled(
    people.map((one) => one.ask(claimItem, { params, body: { ...seen(version), saw, reason: '' } })),
  );
  const winner = tries.findIndex((one) => one.status === 'fulfilled');
  check(tries.filter((one) => one.status === 'fulfilled').length === 1, '两人同时认领，应当只有一人得到');
  const [won, lost] = winner === 0 ? people : [people[1], people[0]];
  const { summary } = await won.ask(getItem, { params });
  const { holder } = summary;
  const told = await lost.refused(
    claimItem,
    { params, body: { ...seen(summary.version), saw, reason: '' } },
    409,
    'holder-changed',
  );
  check(holder && told.detail.includes(holder.name), '没有说明谁在承办');
  await lost.refused(acceptItem, { params, body: seen(summary.version) }, 403, 'held-by-other');
  const { item } = await lost.ask(claimItem, {
    params,
    body: { ...seen(summary.version), saw: holder.officerId, reason: '本周由我办理' },
  });
  const mine = await lost.ask(listQueue, { query: { list: 'mine', q: number } });
  check(mine.items[0]?.itemId === params.itemId, '接手后不在“我的”里');
  note(`${number}：${holder.name}先认领，${item.holder?.name}写明原因接手`);
}

async function assign(road: Road, note: Note): Promise<void> {
  const { params } = await deskOf(road, 'safety');
  const head = await officerOf(road, `head-${unit}`);
  const { summary } = await head.ask(getItem, { params });
  const saw = summary.holder?.officerId ?? null;
  const { people } = await head.ask(getTeam);
  const other = people.find((one) => one.here && one.officerId !== saw && !one.roles.includes('reviewer'));
  check(other, '演示单位只有一个人');
  const { item } = await head.ask(assignItem, {
    params,
    body: { ...seen(summary.version), saw, to: other.officerId, reason: '调整分工' },
  });
  const many = await head.ask(assignItems, {
    body: {
      act: 'claim',
      reason: '负责人代管',
      items: [{ ...params, ...seen(item.version), saw: other.officerId }],
    },
  });
  check(many.results[0]?.done, `批量认领没有办成：${many.results[0]?.why}`);
  const me = many.results[0].holder?.officerId ?? '';
  const gone = await head.ask(handOverAll, { body: { officerId: me, to: [other.officerId], reason: '演练离岗' } });
  check(gone.left === 0 && gone.results.every((one) => one.done), '离岗移交没有办完');
  const back = await head.ask(releaseItem, {
    params,
    body: { ...seen(await versionOf(head, params)), reason: '演练完毕，交还' },
  });
  check(back.item.holder === null, '交还后还有承办人');
  note(`改派给${other.name}，离岗移交 ${gone.results.length} 件，逐件记入台账`);
}

async function leave(road: Road, note: Note): Promise<void> {
  const { params, version } = await deskOf(road, 'safety');
  const [one, two] = [await officerOf(road, unit), await officerOf(road, `${unit}-2`)];
  const head = await officerOf(road, `head-${unit}`);
  const { item } = await one.ask(claimItem, { params, body: { ...seen(version), saw: null, reason: '' } });
  const holder = item.holder!;
  const deputy = (await two.ask(getTeam)).people.find(
    (person) =>
      person.here &&
      person.officerId !== holder.officerId &&
      !person.roles.includes('head') &&
      !person.roles.includes('reviewer'),
  );
  check(deputy, '没有可以代办的人');
  const today = road.today ?? item.openedOn;
  const team = await one.ask(enterLeave, {
    body: {
      requestId: seen(1).requestId,
      officerId: holder.officerId,
      deputyId: deputy.officerId,
      from: today,
      until: today,
    },
  });
  const entered = team.leaves.find((leaving) => leaving.officer.officerId === holder.officerId);
  check(entered?.now, '登记的请假今天没有生效');
  const queue = await two.ask(listQueue, { query: { list: 'mine' } });
  check(
    queue.standsInFor.some((person) => person.officerId === holder.officerId),
    '代办人看不到代谁办',
  );
  await one.ask(endLeave, { params: { leaveId: entered.leaveId } });
  await one.ask(releaseItem, {
    params,
    body: { ...seen(await versionOf(one, params)), reason: '演练完毕，交还' },
  });
  const rule = { matterKey: 'customs-discredited', officerIds: [holder.officerId, deputy.officerId] };
  check((await head.ask(setAssignRule, { body: rule })).rules.length > 0, '规则没有保存');
  await head.ask(setAssignRule, { body: { ...rule, officerIds: [] } });
  const own = await logInOfficer(road.platform, `reviewer-${unit}`);
  const view = { viewId: seen(1).requestId, name: '演练', list: 'mine' as const, filters: {}, isDefault: false };
  await own.ask(saveQueueViews, { body: { views: [view] } });
  const { views } = await own.ask(listQueueViews);
  check(
    views.some((saved) => saved.viewId === view.viewId),
    '保存的视图不在',
  );
  await own.ask(saveQueueViews, { body: { views: [] } });
  note(`${holder.name}请假由${deputy.name}代办；规则和视图设了又取消`);
}
