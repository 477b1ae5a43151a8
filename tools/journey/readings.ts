import { getItem } from '#contract/casework.ts';
import { giveReadingPurpose, listLedgerHeads, listOwnReadings, listReadings } from '#contract/readings.ts';
import { officerOf, type Road } from './road.ts';
import { check, type Note, need, type Step } from './steps.ts';

/** Who reads whose data says why, is noted, and is told to the subject; the heads of the ledger can be taken away. */
export function readings(road: Road): Step[] {
  return [
    ['督办查看单个办件先写明目的，查看记录留痕', (note) => readAsSupervisor(road, note)],
    ['台账日封可以取走存证', (note) => takeHeads(road, note)],
  ];
}

async function readAsSupervisor(road: Road, note: Note): Promise<void> {
  const province = await officerOf(road, 'supervisor-360000');
  const { items } = need(road.window, '窗口代收的申请');
  const { subjectKey, itemId } = items[0]!;
  await province.ask(giveReadingPurpose, { body: { subjectKey, purpose: 'supervise', note: `演练 ${road.run}` } });
  await province.ask(getItem, { params: { subjectKey, itemId } });
  const { readings: log, keptMonths } = await province.ask(listReadings, { query: {} });
  check(
    log.some((one) => one.itemId === itemId && one.purpose === '督办检查'),
    '查看记录里没有刚才这一次',
  );
  const city = await officerOf(road, 'supervisor-360100');
  await city.refused(listReadings, {}, 403, 'not-the-province');
  const { person, subjectKey: own } = need(road.applicant, '申请人的登录');
  const seen = await person.ask(listOwnReadings, { params: { subjectKey: own }, query: {} });
  note(`查看记录保存 ${keptMonths} 个月；申请人看到本主体被查看 ${seen.readings.length} 种`);
}

async function takeHeads(road: Road, note: Note): Promise<void> {
  const province = await officerOf(road, 'supervisor-360000');
  const { content } = await province.download(listLedgerHeads, { query: {} });
  const heads = content.toString('utf8').split('\n').filter(Boolean);
  check(
    heads.every((line) => (JSON.parse(line) as { signature?: string }).signature),
    '有的日封没有签名',
  );
  note(`日封 ${heads.length} 份（第一份在运行后的第一个凌晨）`);
}
