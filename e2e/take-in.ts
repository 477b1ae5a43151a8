import { submitApplication } from '#contract/intake.ts';
import type { ItemSummary } from '#contract/item.ts';
import { giveReadingPurpose } from '#contract/readings.ts';
import { findSubjects, listRecords } from '#contract/record.ts';
import type { WindowVisit } from '#contract/window-visit.ts';
import type { DemoSubject } from '../samples/demo-subjects.ts';
import { drawnSignature, drilledVisit } from '../tools/journey/counter.ts';
import type { Person } from '../tools/journey/person.ts';
import { check } from '../tools/journey/steps.ts';
import { prepareApplication } from '../tools/journey/submission.ts';
import { recordsWith } from './records.ts';

/** An application that stands at a window: what a journey about what comes after begins with. */
export interface TakenIn {
  readonly clerk: Person;
  readonly subjectKey: string;
  readonly applicationId: string;
  readonly number: string;
  /** In the order of the document numbers. */
  readonly items: readonly ItemSummary[];
}

/** A clerk takes records of a subject in, with these originals kept at the window. */
export async function takeIn(
  clerk: Person,
  subject: DemoSubject,
  docNumbers: readonly string[],
  originals: WindowVisit['originals'],
): Promise<TakenIn> {
  await clerk.ask(giveReadingPurpose, { body: { q: subject.identifier, purpose: 'visit' } });
  const { subjects } = await clerk.ask(findSubjects, { query: { q: subject.identifier } });
  const [found] = subjects;
  check(found, `窗口没有查到 ${subject.name}`);
  const { subjectKey } = found;
  const params = { subjectKey };
  const { records } = await clerk.ask(listRecords, { params });
  const { body } = await prepareApplication(
    clerk,
    subjectKey,
    recordsWith(records, docNumbers),
    '已经改正，申请修复。',
  );
  const submitted = await clerk.ask(submitApplication, {
    params,
    body: {
      ...body,
      commitment: { agreed: true, signature: drawnSignature },
      visit: { ...drilledVisit, originals: [...originals] },
    },
  });
  const items = docNumbers.map((docNumber) => submitted.items.find((item) => item.docNumber === docNumber)!);
  return { clerk, subjectKey, applicationId: submitted.applicationId, number: submitted.number, items };
}
