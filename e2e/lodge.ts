import { getSession } from '#contract/access.ts';
import { getItem, type ItemView } from '#contract/casework.ts';
import { submitApplication } from '#contract/intake.ts';
import type { ItemSummary } from '#contract/item.ts';
import { listRecords } from '#contract/record.ts';
import type { DemoSubject } from '../samples/demo-subjects.ts';
import type { Person } from '../tools/journey/person.ts';
import { until } from '../tools/journey/steps.ts';
import { prepareApplication } from '../tools/journey/submission.ts';
import { importListings, recordsWith } from './records.ts';
import type { World } from './world.ts';

/** A joint application that a journey starts from, and its applicant. */
export interface Lodged {
  readonly applicant: Person;
  readonly subjectKey: string;
  readonly number: string;
  readonly queryCode: string;
  /** In the order of the document numbers. */
  readonly items: readonly ItemSummary[];
}

/** Imports listings of a subject, applies for them all at once, and waits until each stands in the queue of its unit. */
export async function lodge(
  world: World,
  subject: DemoSubject,
  docNumbers: readonly string[],
  organ?: string,
  list?: string,
): Promise<Lodged> {
  await importListings(await world.api.officer('operator'), subject, docNumbers, organ, list);
  const applicant = await world.api.applicant(subject.name);
  const subjectKey = await subjectKeyOf(applicant, subject.name);
  const params = { subjectKey };
  const { records } = await applicant.ask(listRecords, { params });
  const { body } = await prepareApplication(
    applicant,
    subjectKey,
    recordsWith(records, docNumbers),
    '已经改正，义务已经履行。',
  );
  const submitted = await applicant.ask(submitApplication, { params, body });
  const items = docNumbers.map((docNumber) => submitted.items.find((item) => item.docNumber === docNumber)!);
  for (const { itemId } of items) {
    await until('办件还没有登记', 60, async () => {
      const view: ItemView = await applicant.ask(getItem, { params: { subjectKey, itemId } });
      return view.summary.state === 'registering' ? undefined : view;
    });
  }
  return { applicant, subjectKey, number: submitted.number, queryCode: submitted.queryCode, items };
}

/** The key of a subject that a person acts for, by its name. */
export async function subjectKeyOf(person: Person, name: string): Promise<string> {
  const { subjects } = await person.ask(getSession, {});
  return subjects.find((one) => one.name === name)!.subjectKey;
}
