import type { Catalog } from '#domain/catalog/catalog.ts';
import type { Item } from '#domain/item/item.ts';
import { addDays, formatChinese, type PlainDate } from '#domain/plain-date.ts';
import { type Calendar, subtractWorkingDays } from '#domain/working-days.ts';
import { listDueCorrections } from '../casework/correction-store.ts';
import { listDueOpinions } from '../casework/opinion-store.ts';
import { findApplication } from '../intake/intake-store.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { settled, type Task } from '../platform/task.ts';
import { derivedId } from './derived-id.ts';
import { noteOpinion } from './end-opinions.ts';
import { matterOf, unitOf } from './item-file.ts';
import { bodyOf, type Words } from './message-words.ts';
import { orderMessage } from './tell.ts';
import { tellOfOpinion } from './tell-opinion.ts';
import { outsideWords } from './tell-people.ts';

/** Days that a reminder may come late, where the queue stood still. */
const catchUpDays = 7;
/** No run of days off is longer. */
const longestBreak = 15;

/**
 * Every morning: reminds of days that come or have just gone by, each once: the applicant one working day before the day given for a
 * correction, its unit the day after; a unit that is asked for an opinion the day before its day, both units the day after. Messages
 * have derived ids: running twice, or a day late, reminds once.
 */
export function remindOfDays(services: Services): Task {
  return {
    name: 'remind-of-days',
    async run() {
      const today = services.clock.today();
      const catalog = await services.catalog();
      const { calendar } = catalog;
      const [corrections, opinions] = await services.db.read({ sees: 'all' }, async (tx) => [
        await listDueCorrections(tx, addDays(today, -catchUpDays), addDays(today, longestBreak)),
        await listDueOpinions(tx, addDays(today, -catchUpDays), addDays(today, 1)),
      ]);
      for (const item of corrections) {
        const when = correctionNews(item, today, calendar);
        if (when) await inOwn(services, (tx) => remindOfCorrection(tx, services, catalog, item, when));
      }
      for (const row of opinions) {
        const over = row.due_on < today;
        await inOwn(services, (tx) => tellOfOpinion(tx, services, catalog, row, over ? 'overdue' : 'last-day'));
        if (over) await noteOpinion(services, catalog, row.subject_key, row.item_id, row.opinion_id);
      }
    },
  };
}

/** A transaction for each: one that fails is tried again with the whole run, the others stay told. */
async function inOwn(services: Services, tell: (tx: Tx) => Promise<void>): Promise<void> {
  settled(
    await services.db.transaction({ sees: 'all' }, async (tx) => {
      await tell(tx);
      return null;
    }),
  );
}

/** Whose turn it is to be reminded of a correction today. */
function correctionNews({ clocks }: Item, today: PlainDate, calendar: Calendar): 'soon' | 'over' | null {
  const due = clocks.correction?.due;
  if (due === undefined) return null;
  if (due < today) return 'over';
  return today >= subtractWorkingDays(calendar, due, 1) ? 'soon' : null;
}

async function remindOfCorrection(
  tx: Tx,
  services: Services,
  catalog: Catalog,
  item: Item,
  when: 'soon' | 'over',
): Promise<void> {
  const now = services.clock.now();
  const { subjectKey, applicationId, itemId } = item;
  const { start, due } = item.clocks.correction!;
  const about = { subjectKey, applicationId, itemId };
  const id = (who: string) => derivedId('message', subjectKey, itemId, 'correction', when, start, who);
  const unit = unitOf(catalog, item.unitId);
  if (when === 'over') {
    await orderMessage(
      tx,
      { ...about, messageId: id('unit'), to: { kind: 'unit', unit }, ...overWords(item, due) },
      now,
    );
    return;
  }
  const application = await findApplication(tx, subjectKey, applicationId);
  if (!application) throw new Error(`item ${itemId} without application`);
  const words = soonWords(item, matterOf(catalog, item).name, due);
  const message = { ...about, title: words.title, body: bodyOf(words) };
  const outside = outsideWords(services.config, application, itemId, words, 'loud');
  await orderMessage(tx, { ...message, messageId: id('applicant'), to: { kind: 'applicant' }, ...outside }, now);
  if (item.windowUnitId === null) return;
  const window = unitOf(catalog, item.windowUnitId);
  await orderMessage(tx, { ...message, messageId: id('window'), to: { kind: 'window', unit: window } }, now);
}

function soonWords({ number, missing }: Item, matter: string, due: PlainDate): Words {
  return {
    title: '补正的日子快到了',
    what: `“${matter}”（办件编号${number}）要补正的${missing.length}项还没有提交，请在${formatChinese(due)}前补齐。`,
    detail: missing.map((one, index) => `${index + 1}. ${one.name}：${one.reason}`).join('\n'),
    todo: '请在“我的申请”里按清单一次补齐；在窗口申请的，请到该窗口。过了这一天没有补的，办理单位可以按现有材料决定。',
  };
}

function overWords({ number, missing }: Item, due: PlainDate): { title: string; body: string } {
  return {
    title: '补正的日子已过，申请人没有补正',
    body: `办件${number}，${missing.length}项补正请在${formatChinese(due)}前提交，没有收到。申请人仍可以补；您也可以按现有材料决定：受理，或者写明理由不予受理。条文没有规定逾期不补正怎么办，平台不自动处理。`,
  };
}
