import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JointApplicationForm } from '#contract/paper-models.ts';
import { openWorld, type Person, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ on: '2026-11-23' });
});
afterAll(() => world.end());

const seen = (version: number) => ({ requestId: randomUUID(), version });

interface Kept {
  readonly paper_id: string;
  readonly model: JointApplicationForm;
  readonly content: Buffer;
  readonly state: string;
}
const formsOf = (subjectKey: string) =>
  world.services.db.read({ sees: 'all' }, (tx) =>
    tx.run<Kept>(
      `select paper_id, model, content, state from paper where subject_key = $1 and kind = 'joint-application-form' order by ordered_at`,
      [subjectKey],
    ),
  );
const digests = (papers: readonly Kept[]) =>
  papers.map((one) => createHash('sha256').update(one.content).digest('hex'));

async function decide(officer: Person, subjectKey: string, itemId: string, how: 'grant' | 'refuse') {
  const at = (verb: string) => `/api/v1/subjects/${subjectKey}/items/${itemId}/${verb}`;
  const { summary, conditions } = (await officer.get(`/api/v1/subjects/${subjectKey}/items/${itemId}`)).body;
  const findings = conditions.map(({ key, text }: { key: string; text: string }) => ({
    key,
    text,
    met: true,
    evidence: '已核对',
  }));
  expect((await officer.post(at('accept'), seen(summary.version))).status).toBe(200);
  const body = {
    ...seen(summary.version + 1),
    findings,
    note: '',
    reasons: [{ code: 'duties', text: '罚款没有缴清' }],
  };
  const done = await officer.post(
    at(how),
    how === 'grant' ? { ...body, reasons: undefined } : { ...body, note: undefined },
  );
  expect([done.status, done.text]).toEqual([200, done.text]);
}

test('each result makes a new edition with the opinions so far; earlier ones stay, the applicant is given the newest', async () => {
  const subjectKey = await world.subject();
  const wage = { matterKey: 'wage-arrears', unitId: 'hrss-360100', organName: '南昌市人力资源和社会保障局' };
  const recordIds = [await world.record(subjectKey), await world.record(subjectKey, wage)];
  const applicant = await world.applicant(subjectKey);
  const body = await world.application(subjectKey, recordIds);
  const submitted = await applicant.post(`/api/v1/subjects/${subjectKey}/applications`, body);
  expect([submitted.status, submitted.text]).toEqual([201, submitted.text]);
  expect(await world.work()).toEqual([]);
  const [signed] = await formsOf(subjectKey);
  expect(signed!.model.opinions).toBeUndefined();
  // A session of its own each time: two days later the first one is over.
  const given = async () => {
    const holder = await world.applicant(subjectKey);
    const view = await holder.get(`/api/v1/subjects/${subjectKey}/applications/${submitted.body.applicationId}`);
    expect([view.status, view.text]).toEqual([200, view.text]);
    return view.body.papers.filter((one: { kind: string }) => one.kind === 'joint-application-form');
  };
  expect((await given()).map((one: { paperId: string }) => one.paperId)).toEqual([signed!.paper_id]);

  const [first, second] = submitted.body.items as { itemId: string; unitId: string }[];
  await decide(await world.officer(first!.unitId), subjectKey, first!.itemId, 'refuse');
  expect(await world.work()).toEqual([]);
  const afterOne = await formsOf(subjectKey);
  expect(afterOne).toHaveLength(2);
  expect(afterOne[1]!.model).toMatchObject({
    statement: signed!.model.statement,
    signature: signed!.model.signature,
    standing: '截至2026年11月23日：共2项，已有结果1项。',
    opinions: [
      {
        text: '不予信用修复',
        decidedOn: '2026-11-23',
        sealed: true,
        organName: '南昌市应急管理局',
        docNumber: expect.stringContaining('信修不准〔2026〕'),
      },
    ],
  });

  world.on('2026-11-25');
  await decide(await world.officer(second!.unitId), subjectKey, second!.itemId, 'grant');
  expect(await world.work()).toEqual([]);
  const all = await formsOf(subjectKey);
  expect(all.map((one) => one.state)).toEqual(['printed', 'printed', 'printed']);
  expect(all.map((one) => one.model.opinions?.length ?? 0)).toEqual([0, 1, 2]);
  expect(all[2]!.model.opinions![1]).toMatchObject({
    text: '准予信用修复，提前移出拖欠农民工工资失信联合惩戒对象名单',
    decidedOn: '2026-11-25',
    docNumber: expect.stringMatching(/信修移〔2026〕\d+号$/),
  });
  // What was handed out stays byte for byte.
  expect(digests(all).slice(0, 2)).toEqual(digests(afterOne));
  expect((await given()).map((one: { paperId: string }) => one.paperId)).toEqual([all[2]!.paper_id]);
  const later = await world.applicant(subjectKey);
  expect((await later.get(`/api/v1/subjects/${subjectKey}/papers/${all[2]!.paper_id}`)).status).toBe(200);
  expect((await later.get(`/api/v1/subjects/${subjectKey}/papers/${signed!.paper_id}`)).status).toBe(200);
}, 60_000);
