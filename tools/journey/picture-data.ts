import { submitApplication } from '#contract/intake.ts';
import { listRecords } from '#contract/record.ts';
import { accept, callForCorrection, grant, openDesk } from './desk.ts';
import { importFile } from './import-records.ts';
import { inventRecords } from './invented-records.ts';
import { officerOf, type Road, type Submitted } from './road.ts';
import { need } from './steps.ts';
import { prepareApplication } from './submission.ts';
import type { RunRecord } from './told-records.ts';

const applied: readonly RunRecord[] = ['tax', 'wage', 'culture', 'safety', 'other', 'market', 'statistics'];

/** A joint application half way: something accepted, something to correct, something granted, the rest waiting. */
export async function halfWay(road: Road, run: string): Promise<Submitted> {
  const { person, subjectKey } = need(road.applicant, '申请人的登录');
  const operator = await officerOf(road, 'operator');
  const { files, docNumbers } = inventRecords(run, need(road.today, '今天的日期'));
  for (const file of files) await importFile(operator, file);
  const { records } = await person.ask(listRecords, { params: { subjectKey } });
  const ticked = applied.map((which) =>
    need(
      records.find((one) => one.docNumber === docNumbers[which]),
      which,
    ),
  );
  const facts = '上述失信行为均已改正，罚款、税款、工资均已付清。';
  const { body } = await prepareApplication(person, subjectKey, ticked, facts);
  const submitted = await person.ask(submitApplication, { params: { subjectKey }, body });
  const desk = (which: RunRecord) => openDesk(road, submitted.items[applied.indexOf(which)]!);
  await callForCorrection(await desk('wage'), '看不清签字，请重新提供清晰的支付凭证');
  await accept(await desk('tax'));
  const culture = await desk('culture');
  await grant(culture, (await accept(culture)).version);
  await accept(await desk('safety'));
  return { ...submitted, subjectKey };
}
