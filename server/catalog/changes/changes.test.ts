import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSession } from '../../access/session-store.ts';
import { openWorld, type Person, type World } from '../../testing/world.ts';

let world: World;
let lead: Person;
let second: Person;
let ecology: Person;
let statistics: Person;
let guest: Person;

async function keeper(officerId: string, unitId: string): Promise<Person> {
  const content = { officerId, name: '示例目录管理', unitId, roles: ['catalog-keeper'] };
  const token = await createSession(world.services.db, 'officer', content, world.clock.now());
  return world.withSession(token);
}

beforeAll(async () => {
  world = await openWorld();
});
/** Moves time; sessions end meanwhile, so everybody logs in again. */
async function at(day: string): Promise<void> {
  world.on(day);
  lead = await keeper('lead-1', 'ndrc-360000');
  second = await keeper('lead-2', 'ndrc-360000');
  ecology = await keeper('ecology-1', 'ecology-360000');
  statistics = await keeper('stats-1', 'stats-360000');
  guest = world.guest();
}
beforeEach(() => at('2026-11-23'));
afterAll(() => world?.end());

const paper = {
  title: '关于生态环境领域严重失信主体名单的办法（示例）',
  number: '赣环示例〔2026〕1号',
  issuedOn: '2026-11-10',
  office: '江西省生态环境厅',
};
const newList = {
  kind: 'matter',
  target: 'ecology-serious',
  effectiveOn: '2026-12-23',
  basis: '赣环示例〔2026〕1号，自2026年12月23日起设列名单',
  content: {
    op: 'new',
    lawEntry: 'serious-list',
    name: '生态环境领域严重失信主体名单（示例）',
    plain: '因严重污染环境被生态环境部门列入名单，改正后申请移出。',
    sector: 'ecology',
    conditions: [
      { key: 'minimum-period', text: '达到最短公示期限（严重失信信息一年）', cites: ['ndrc36:14(1)'] },
      { key: 'cleaned-up', text: '污染已经治理完毕并通过验收（办法第九条）', cites: ['filing'] },
    ],
    materials: [
      {
        key: 'clean-up-report',
        name: '治理验收报告',
        why: '证明污染已经治理',
        required: true,
        source: 'applicant',
        cites: ['filing'],
      },
    ],
    extraFields: [{ key: 'site', label: '地块名称', type: 'text', required: true, why: '名单按地块登记' }],
    limits: { accept: 2 },
    paper,
  },
};
type Filing = Record<string, unknown> & { content: Record<string, unknown> };
const withContent = (over: Record<string, unknown>, filing: Filing = newList) => ({
  ...filing,
  content: { ...filing.content, ...over },
});
const file = (who: Person, filing: object) => who.post('/api/v1/catalog-changes', filing);
const decide = (who: Person, id: string, approve: boolean, note?: string) =>
  who.post(`/api/v1/catalog-changes/${id}/decision`, { approve, ...(note ? { note } : {}) });

/** Files, counts and approves; gives the id. */
async function enact(filing: object, by = lead, approver = second): Promise<string> {
  const filed = await file(by, filing);
  expect(filed.text).toContain('"changeId"');
  expect(await world.work()).toEqual([]);
  const done = await decide(approver, filed.body.changeId, true);
  expect(done.body.state ?? done.text).toBe('approved');
  expect(await world.work()).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 600));
  return filed.body.changeId;
}
const faults = (answer: { body: { fields?: { field: string; text: string }[] } }) =>
  (answer.body.fields ?? []).map((one) => `${one.field}：${one.text}`).join('\n');

describe('what may not be filed, with the sentence that says so (二（六）)', () => {
  test('a matter less than a month ahead, unless with a legal reason', async () => {
    const early = await file(ecology, { ...newList, effectiveOn: '2026-12-22' });
    expect(early.status).toBe(422);
    expect(early.body).toMatchObject({ code: 'filed-too-late' });
    expect(early.body.detail).toContain('最早2026年12月23日生效');
    const urgent = {
      ...newList,
      effectiveOn: '2026-12-01',
      urgentReason: '生态环境部令第99号（示例）自2026年12月1日起施行',
    };
    expect((await ecology.post('/api/v1/catalog-changes/preview', urgent)).status).toBe(200);
    expect((await file(ecology, { ...newList, effectiveOn: '2026-11-23' })).body.code).toBe('day-passed');
  });
  test('a citation to nowhere, none at all, or the paper without its paper', async () => {
    const cited = (cites: string[]) => withContent({ conditions: [{ key: 'one', text: '某项条件', cites }] });
    expect(faults(await file(ecology, cited(['nowhere:3'])))).toContain('没有出处');
    expect(faults(await file(ecology, cited(['ndrc36:minutes'])))).toContain('没有这个位置');
    expect(faults(await file(ecology, cited(['ndrc36:31'])))).toContain('没有这个位置');
    expect(faults(await file(ecology, cited(['ndrc36'])))).toContain('没有写明第几条');
    expect(faults(await file(ecology, cited([])))).toContain('没有写明依据');
    expect(faults(await file(ecology, withContent({ paper: undefined })))).toContain('没有附上文件');
  });
  test('a limit longer than law', async () => {
    const answer = await file(ecology, withContent({ limits: { accept: 4 } }));
    expect(answer.body).toMatchObject({ code: 'looser-than-law' });
    expect(faults(answer)).toContain('不能比法定的3个工作日更长');
    expect(answer.body.cite[0].id).toBe('ndrc36:16');
  });
  test('a matter without a competent unit', async () => {
    const answer = await file(lead, withContent({ sector: 'maritime' }));
    expect(answer.body.code).toBe('no-competent-unit');
    expect(answer.body.detail).toMatch(/等\d+个地区没有可以办理这个事项的单位/);
    const unit = {
      unitId: 'maritime-360000',
      name: '江西省示例海事局',
      shortName: '赣海事',
      level: 'province',
      regionCode: '360000',
    };
    const brought = withContent({ sector: 'maritime', units: [unit], levels: ['province'] });
    expect((await lead.post('/api/v1/catalog-changes/preview', brought)).status).toBe(200);
  });
  test('overlapping validity, and a gap', async () => {
    const bands = (...fines: unknown[]) => ({
      kind: 'class-standard',
      target: 'housing',
      effectiveOn: '2026-12-01',
      basis: '住房城乡建设领域分类标准（示例）',
      content: { paper, fines },
    });
    const low = { class: 'minor', over: 0, upTo: 50_000 };
    expect(faults(await file(lead, bands(low, { class: 'general', over: 40_000, upTo: null })))).toContain('重叠');
    expect(faults(await file(lead, bands(low, { class: 'general', over: 60_000, upTo: null })))).toContain('空档');
    expect(faults(await file(lead, bands(low)))).toContain('空档');
    const current = { kind: 'matter', target: 'tax-serious', effectiveOn: '2026-12-24', basis: '缩短受理期限（示例）' };
    const listed = await world.guest().get('/api/v1/matters/tax-serious');
    expect(listed.body.validFrom < '2026-12-24').toBe(true);
    expect((await file(lead, { ...current, content: { op: 'new' } })).body.code).toBe('matter-listed');
  });
  test('rubbish names its field', async () => {
    const answer = await file(lead, {
      kind: 'confirmation',
      target: 'wait:tax-serious',
      effectiveOn: '2026-12-01',
      basis: '示例依据一份',
      content: { value: 7 },
    });
    expect(answer.status).toBe(400);
    expect(faults(answer)).toMatch(/content\.(value|paper)/);
    expect((await file(lead, { ...newList, kind: 'nothing' })).status).toBe(400);
  });
  test("what is not one's own field", async () => {
    expect((await file(statistics, newList)).body.code).toBe('not-your-field');
    const calendar = {
      kind: 'calendar-day',
      target: '2026-12-04',
      effectiveOn: '2026-11-23',
      basis: '示例依据一份',
      content: { kind: 'rest', why: '示例：防汛停工' },
    };
    expect((await file(ecology, calendar)).body.code).toBe('not-your-field');
  });
});

describe('a new list without a release', () => {
  test('filed by its keeper, tried, approved by another, announced, and there from its day', async () => {
    const filed = await file(ecology, newList);
    expect(filed.status).toBe(201);
    const id = filed.body.changeId;
    expect((await file(ecology, newList)).body.code).toBe('filing-waiting');
    expect((await decide(second, id, true)).body.code).toBe('trial-missing');
    expect(await world.work()).toEqual([]);
    expect((await decide(ecology, id, true)).body.code).toBe('two-persons');
    expect((await decide(statistics, id, true)).body.code).toBe('lead-decides');
    const counted = await lead.get(`/api/v1/catalog-changes/${id}`);
    expect(counted.body.trial).toMatchObject({ on: '2026-12-23' });
    expect((await decide(second, id, true, '同意')).body).toMatchObject({ state: 'approved', inForce: false });
    expect((await decide(lead, id, false, '晚了')).body.code).toBe('change-settled');
    expect(await world.work()).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 600));
    const announced = await guest.get('/api/v1/announcements');
    expect(announced.body.announcements[0]).toMatchObject({ changeId: id, inForce: false });
    const keysOn = async (on: string) =>
      (await guest.get(`/api/v1/matters?on=${on}`)).body.matters.map((one: { matterKey: string }) => one.matterKey);
    expect(await keysOn('2026-12-22')).not.toContain('ecology-serious');
    expect(await keysOn('2026-12-23')).toContain('ecology-serious');
    const condition = (await guest.get('/api/v1/matters/ecology-serious?on=2026-12-23')).body.conditions[1];
    expect(condition.sure).toBe(true);
    const article = await guest.get(`/api/v1/law/${condition.cites[0].id}`);
    expect(article.body.summary).toContain('污染已经治理完毕');
    expect((await guest.get('/api/v1/guides/ecology-serious?on=2026-12-23')).status).toBe(200);
  });
  test('its records are judged by 36号, lodged and kept on the version they began with', async () => {
    world.on('2026-12-24');
    const subjectKey = await world.subject();
    const recordId = await world.record(subjectKey, {
      matterKey: 'ecology-serious',
      recordType: 'serious-list',
      findingDate: '2025-06-01',
      unitId: 'ecology-360100',
      organName: '南昌市生态环境局',
    });
    const applicant = await world.applicant(subjectKey);
    const records = await applicant.get(`/api/v1/subjects/${subjectKey}/records`);
    expect(records.body.records[0].verdict.verdict).toBe('repairable-now');
    const body = await world.application(subjectKey, [recordId]);
    const missing = { ...body, items: [{ ...body.items[0], extra: {} }] };
    expect(faults(await applicant.post(`/api/v1/subjects/${subjectKey}/applications`, missing))).toContain('地块名称');
    const sent = { ...body, items: [{ ...body.items[0]!, extra: { site: '示例地块' } }] };
    const done = await applicant.post(`/api/v1/subjects/${subjectKey}/applications`, sent);
    expect(done.status).toBe(201);
    expect(await world.work()).toEqual([]);
    const change = {
      kind: 'matter',
      target: 'ecology-serious',
      effectiveOn: '2027-01-26',
      basis: '缩短受理期限（示例）',
      content: { op: 'change', limits: { accept: 1 } },
    };
    const second = await world.subject();
    const draftRecord = await world.record(second, {
      matterKey: 'ecology-serious',
      recordType: 'serious-list',
      findingDate: '2025-06-02',
      unitId: 'ecology-360100',
      organName: '南昌市生态环境局',
    });
    const draftId = '0198c2d0-0000-7000-8000-000000000001';
    const drafts = `/api/v1/subjects/${second}/drafts`;
    const content = { recordIds: [draftRecord], form: {}, extra: {}, materials: {} };
    const begun = await (await world.applicant(second)).put(`${drafts}/${draftId}`, { version: 0, content });
    expect(begun.body.changed).toEqual([]);
    await at('2026-12-25');
    await enact(change, ecology);
    world.on('2027-01-27');
    const item = done.body.items[0];
    const filling = await world.applicant(second);
    const [draft] = (await filling.get(drafts)).body.drafts;
    expect(draft.changed).toMatchObject([{ matterKey: 'ecology-serious', from: 1, to: 2, since: '2027-01-26' }]);
    expect(draft.changed[0].sentences).toEqual(['受理期限由“2个工作日”改为“1个工作日”']);
    const form = await world.application(second, [draftRecord]);
    const filled = { ...form, draftId, items: [{ ...form.items[0]!, extra: { site: '示例地块' } }] };
    const told = await filling.post(`/api/v1/subjects/${second}/applications`, filled);
    expect(told.body).toMatchObject({ code: 'matter-changed', status: 409 });
    expect(told.body.detail).toContain('2027年1月26日起有变化：受理期限由“2个工作日”改为“1个工作日”');
    const read = await filling.post(`/api/v1/subjects/${second}/applications`, {
      ...filled,
      seen: { 'ecology-serious': 2 },
    });
    expect(read.status).toBe(201);
    const officer = await world.officer('ecology-360100');
    const seen = await officer.get(`/api/v1/subjects/${subjectKey}/items/${item.itemId}`);
    expect(seen.status).toBe(200);
    const versions = await guest.get('/api/v1/matters/ecology-serious/versions');
    expect(
      versions.body.versions.map((one: { version: number; validTo: string | null }) => [one.version, one.validTo]),
    ).toEqual([
      [2, null],
      [1, '2027-01-25'],
    ]);
    expect(versions.body.versions[0].diff).toEqual([{ label: '受理期限', before: '2个工作日', after: '1个工作日' }]);
  });
  test('a withdrawn matter refuses a submission from a page left open', async () => {
    await at('2027-01-27');
    const subjectKey = await world.subject();
    const recordId = await world.record(subjectKey, {
      matterKey: 'ecology-serious',
      recordType: 'serious-list',
      findingDate: '2025-06-01',
      unitId: 'ecology-360100',
      organName: '南昌市生态环境局',
    });
    const body = await world.application(subjectKey, [recordId]);
    await enact({
      kind: 'matter',
      target: 'ecology-serious',
      effectiveOn: '2027-03-01',
      basis: '名单取消（示例）',
      content: { op: 'withdraw' },
    });
    world.on('2027-03-01');
    const applicant = await world.applicant(subjectKey);
    const answer = await applicant.post(`/api/v1/subjects/${subjectKey}/applications`, body);
    expect(answer.body.code).toBe('matter-withdrawn');
    expect((await guest.get('/api/v1/matters/ecology-serious')).status).toBe(404);
    expect((await guest.get('/api/v1/matters/ecology-serious?on=2027-02-28')).status).toBe(200);
  });
});

describe('confirmations and class standards', () => {
  test('an entered answer turns a point sure from its day on, with its paper one click away', async () => {
    const point = async (on: string) =>
      (await guest.get(`/api/v1/law-points?on=${on}`)).body.points.find(
        (one: { key: string }) => one.key === 'wait:statistics-serious',
      );
    expect((await point('2026-12-01')).confirmed).toBeNull();
    const id = await enact({
      kind: 'confirmation',
      target: 'wait:statistics-serious',
      effectiveOn: '2026-12-01',
      basis: '省统计局复函（示例）',
      content: {
        value: { months: 12, clock: 'finding' },
        paper: { ...paper, office: '江西省统计局', title: '关于等待期的复函（示例）' },
      },
    });
    expect((await point('2026-11-30')).confirmed).toBeNull();
    expect((await point('2026-12-01')).confirmed.text).toBe('自认定文书之日起满12个月');
    const article = await guest.get(`/api/v1/law/confirmation:${id}`);
    expect(article.body.citation).toContain('江西省统计局');
    expect(article.body.summary).toContain('满12个月');
    const subjectKey = await world.subject();
    await world.record(subjectKey, {
      matterKey: 'statistics-serious',
      recordType: 'serious-list',
      findingDate: '2026-05-01',
      publishedDate: '2026-05-02',
      unitId: 'stats-360100',
    });
    const verdictOn = async (on: string) => {
      await at(on);
      const applicant = await world.applicant(subjectKey);
      return (await applicant.get(`/api/v1/subjects/${subjectKey}/records`)).body.records[0].verdict;
    };
    expect((await verdictOn('2026-11-30')).verdict).toBe('needs-confirmation');
    const sure = await verdictOn('2026-12-01');

    expect(sure.verdict).toBe('not-yet');
    expect(sure.reasons.map((one: { cite: string }) => one.cite)).toContain(`confirmation:${id}`);
    await at('2026-11-23');
    const same = {
      kind: 'confirmation',
      target: 'wait:statistics-serious',
      effectiveOn: '2026-12-01',
      basis: '省统计局复函（示例）',
      content: { value: { months: 6, clock: 'finding' }, paper },
    };
    expect((await file(lead, same)).body.code).toBe('span-overlap');
  });
  test("a field's standard classifies its fines", async () => {
    const standard = {
      kind: 'class-standard',
      target: 'ecology',
      effectiveOn: '2026-11-23',
      basis: '生态环境领域分类标准（示例）',
      content: {
        paper: { ...paper, title: '生态环境领域失信信息分类标准（示例）' },
        fines: [
          { class: 'minor', over: 0, upTo: 50_000 },
          { class: 'general', over: 50_000, upTo: 500_000 },
          { class: 'serious', over: 500_000, upTo: null },
        ],
        until: '2027-12-31',
      },
    };
    await enact(standard, ecology, lead);
    const listed = await guest.get('/api/v1/class-standards');
    const row = listed.body.sectors.find((one: { sector: string }) => one.sector === 'ecology');
    expect(row.standard.fines).toBe('5万元以下（含）轻微；超过5万元至50万元（含）一般；超过50万元的严重');
    const subjectKey = await world.subject();
    await world.record(subjectKey, {
      matterKey: 'other-penalty',
      findingDate: '2026-05-06',
      unitId: 'ecology-360100',
      facts: { penalties: [{ kind: '罚款', amountYuan: 80_000 }], act: '示例', basis: '示例', content: '示例' },
    });
    const applicant = await world.applicant(subjectKey);
    const verdict = (await applicant.get(`/api/v1/subjects/${subjectKey}/records`)).body.records[0].verdict;
    expect(verdict.class).toBe('general');
    const later = { ...standard, effectiveOn: '2028-02-01', content: { ...standard.content, until: null } };
    expect((await file(ecology, later)).body.code).toBe('span-gap');
  });
  test("a unit's telephone, and a filing taken back", async () => {
    const filed = await file(ecology, {
      kind: 'unit',
      target: 'ecology-360100',
      effectiveOn: '2026-11-23',
      basis: '办公电话变更',
      content: { phone: '0791-00000000' },
    });
    const back = await ecology.post(`/api/v1/catalog-changes/${filed.body.changeId}/withdrawal`, {
      reason: '号码写错',
    });
    expect(back.body.state).toBe('withdrawn');
    await enact(
      {
        kind: 'unit',
        target: 'ecology-360100',
        effectiveOn: '2026-11-23',
        basis: '办公电话变更',
        content: { phone: '0791-00000001' },
      },
      ecology,
    );
    const units = await guest.get('/api/v1/units?region=360100&sector=ecology');
    expect(units.body.units[0].phone).toBe('0791-00000001');
    const all = await lead.get('/api/v1/catalog-changes?kind=unit');
    expect(all.body.changes.map((one: { state: string }) => one.state).sort()).toEqual(['approved', 'withdrawn']);
  });
});
