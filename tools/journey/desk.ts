import type { Static } from 'typebox';
import { type ActReply, acceptItem, getItem, grantItem, type ItemView, requestCorrection } from '#contract/casework.ts';
import type { ItemSummary } from '#contract/item.ts';
import { listQueue } from '#contract/queue.ts';
import { type Person, seen } from './person.ts';
import { itemOf, officerOf, type Road } from './road.ts';
import { check, until } from './steps.ts';
import type { RunRecord } from './told-records.ts';

/** The desk of the unit that decides an item: its officer, the item as now seen, where acts go. */
export interface Desk {
  readonly officer: Person;
  readonly params: { readonly subjectKey: string; readonly itemId: string };
  readonly view: ItemView;
  readonly version: number;
}

type Acted = Static<typeof ActReply>['item'];

const keys = ({ subjectKey, itemId }: ItemSummary) => ({ subjectKey, itemId });

/** Opens an item at its unit's desk, once 信用中国 has registered it. */
export async function openDesk(road: Road, item: ItemSummary): Promise<Desk> {
  const officer = await officerOf(road, item.unitId);
  const params = keys(item);
  const view = await until(`${item.number} 还没有登记到${item.unitName}`, 60, async () => {
    const now = await officer.ask(getItem, { params });
    return now.summary.state === 'registering' ? undefined : now;
  });
  return { officer, params, view, version: view.summary.version };
}

/** The desk of one of the joint application's items. */
export const deskOf = (road: Road, which: RunRecord) => openDesk(road, itemOf(road, which));

/** 受理. */
export async function accept({ officer, params, version }: Desk): Promise<Acted> {
  const { item } = await officer.ask(acceptItem, { params, body: seen(version) });
  check(item.state === 'accepted' && item.due?.kind === 'decision', `受理后是 ${item.state}`);
  return item;
}

/** 准予修复, each condition found met. */
export async function grant({ officer, params, view }: Desk, version: number): Promise<Acted> {
  const findings = view.conditions.map(({ key, text }) => ({ key, text, met: true, evidence: '已核对原始材料' }));
  const body = { ...seen(version), findings, note: '' };
  const { item } = await officer.ask(grantItem, { params, body });
  check(item.state === 'granted', `准予后是 ${item.state}`);
  return item;
}

/** Calls for correction of the first material that the applicant brings. */
export async function callForCorrection({ officer, params, view, version }: Desk, reason: string): Promise<Acted> {
  const material = view.materials.find((one) => one.source === 'applicant' && one.required)!;
  const missing = [{ key: material.key, name: material.name, reason }];
  const { item } = await officer.ask(requestCorrection, { params, body: { ...seen(version), missing } });
  check(item.state === 'correcting' && item.waitsOn === 'applicant', `告知补正后是 ${item.state}`);
  return item;
}

/** Finds an item in the queue of its unit, turning pages. */
export async function findInQueue(officer: Person, itemId: string): Promise<{ place: number; open: number }> {
  let [after, place]: [string | undefined, number] = [undefined, 0];
  for (;;) {
    const page: Awaited<ReturnType<typeof ask>> = await ask();
    const index = page.items.findIndex((one) => one.itemId === itemId);
    if (index >= 0) return { place: place + index + 1, open: page.counts.todo ?? 0 };
    check(page.next, '办件不在本单位的待办队列里');
    place += page.items.length;
    after = page.next;
  }
  function ask() {
    return officer.ask(listQueue, { query: { list: 'todo', ...(after ? { after } : {}) } });
  }
}
