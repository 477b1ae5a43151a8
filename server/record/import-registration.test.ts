import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type Person, type World } from '../testing/world.ts';
import { code, csv, sound, upload } from './testing/penalty-file.ts';

// What a file says of its subjects' registration: 注销, 更名.

let world: World;
let operator: Person;
let market: Person;

beforeAll(async () => {
  world = await openWorld({ on: '2026-11-23' });
  operator = await world.officer('market-360000', 'operator');
  market = await world.officer('market-360102');
});
afterAll(() => world?.end());

async function load(rows: readonly Record<string, string>[]) {
  const started = await upload(world, operator, csv(rows));
  expect(started.status, JSON.stringify(started.body)).toBe(202);
  expect(await world.work()).toEqual([]);
  const it = (await operator.get(`/api/v1/imports/${started.body.importId}`)).body;
  return { ...it, report: (await operator.get(`/api/v1/imports/${started.body.importId}/report`)).text as string };
}
const all = <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  world.services.db.read({ sees: 'all' }, (tx) => tx.run<R>(text, values));
const subjectOf = async (index: number) =>
  (
    await all<{ subject_key: string; name: string; former_names: string[]; deregistered_on: string | null }>(
      'select subject_key, name, former_names, deregistered_on from subject where identifier = $1',
      [code(index)],
    )
  )[0]!;
const ordersOf = (key: string) =>
  all<{ kind: string; state: string; content: { ground: { title: string; day: string }; text: string } }>(
    'select kind, state, content from record_order where subject_key = $1',
    [key],
  );
const shown = async (index: number) =>
  (await world.guest().get(`/api/v1/public/records?q=${code(index)}`)).body.records as unknown[];

describe('注销日期 in a file', () => {
  test('107号第二十条: what the registrar imports is the same act as by hand, once, with order, paper and receipts', async () => {
    const first = await load([
      sound(700, {
        CF_WSH: '东市监罚〔2026〕销1号',
        CF_CFLB: '罚款',
        CF_NR_FK: '20',
        公示日期: '2026-10-09',
        CF_JDRQ: '2026-10-08',
      }),
    ]);
    expect(first.accepted).toBe(1);
    expect(await shown(700)).toHaveLength(1);
    const again = sound(700, {
      CF_WSH: '东市监罚〔2026〕销1号',
      CF_CFLB: '罚款',
      CF_NR_FK: '20',
      公示日期: '2026-10-09',
      CF_JDRQ: '2026-10-08',
      登记状态: '注销',
      注销日期: '2026-11-02',
    });
    expect((await load([again])).updated).toBe(1);
    const subject = await subjectOf(700);
    expect(subject.deregistered_on).toBe('2026-11-02');
    const orders = await ordersOf(subject.subject_key);
    expect(orders).toMatchObject([
      { kind: 'deregistration', state: 'done', content: { ground: { title: '主体登记信息', day: '2026-11-02' } } },
    ]);
    expect(await shown(700)).toEqual([]);
    const papers = await all('select 1 from paper where subject_key = $1 and order_id is not null', [
      subject.subject_key,
    ]);
    expect(papers).toHaveLength(1);
    expect((await load([again])).duplicate).toBe(1);
    expect(await ordersOf(subject.subject_key)).toHaveLength(1);
  });

  test('a row of another field goes in without it, and says whose word it is; nothing is deregistered', async () => {
    const it = await load([
      sound(701, {
        CF_CFJG: '南昌市应急管理局',
        CF_WSH: '洪应急罚〔2026〕销1号',
        领域: '其他',
        注销日期: '2026-11-02',
      }),
    ]);
    expect(it.accepted).toBe(1);
    expect(it.report).toContain('注销由登记地市场监督管理部门登记');
    expect((await subjectOf(701)).deregistered_on).toBeNull();
  });

  test('注销 without its day keeps the row out, named by its column', async () => {
    const it = await load([sound(702, { 登记状态: '注销', 注销日期: '' })]);
    expect(it.rejected).toBe(1);
    expect(it.report).toContain('"注销日期","登记状态为“注销”的，须填注销日期"');
  });
});

describe('another name under the same code', () => {
  test('its 曾用名 holds the name we know: renamed, both names find it', async () => {
    await load([sound(710)]);
    const before = (await subjectOf(710)).name;
    const it = await load([
      sound(710, { CF_WSH: '东市监罚〔2026〕名1号', CF_XDR_MC: '南昌示例新名有限公司', 曾用名: before }),
    ]);
    expect(it.report).toContain('已按更名办理');
    expect(await subjectOf(710)).toMatchObject({ name: '南昌示例新名有限公司', former_names: [before] });
    const found = await market.get(`/api/v1/office/subjects?q=${encodeURIComponent(before)}`);
    expect(found.body.subjects[0]).toMatchObject({ name: '南昌示例新名有限公司', formerNames: [before] });
    // A later row under the former name is nobody's news.
    const old = await load([sound(710, { CF_WSH: '东市监罚〔2026〕名2号', CF_XDR_MC: before })]);
    expect(old.report).not.toContain('名称');
    expect((await subjectOf(710)).name).toBe('南昌示例新名有限公司');
  });

  test('the registrar’s youngest decision renames; an older one, or another field’s, only asks to be looked at', async () => {
    await load([sound(711)]);
    const before = (await subjectOf(711)).name;
    const other = { CF_CFJG: '南昌市应急管理局', CF_JDRQ: '2026-11-02', CF_WSH: '洪应急罚〔2026〕名1号' };
    const seen = await load([sound(711, { ...other, CF_XDR_MC: '南昌示例笔误有限公司' })]);
    expect(seen.report).toContain('请在“曾用名”一栏填写原名称');
    expect(await subjectOf(711)).toMatchObject({ name: before, former_names: [] });
    const older = await load([
      sound(711, {
        CF_JDRQ: '2025-03-02',
        公示日期: '2025-03-09',
        CF_WSH: '东市监罚〔2025〕名3号',
        CF_XDR_MC: '南昌示例更旧有限公司',
      }),
    ]);
    expect(older.report).toContain('与已有主体的名称');
    expect((await subjectOf(711)).name).toBe(before);
    await load([
      sound(711, {
        CF_JDRQ: '2026-11-09',
        公示日期: '2026-11-10',
        CF_WSH: '东市监罚〔2026〕名4号',
        CF_XDR_MC: '南昌示例新登记有限公司',
      }),
    ]);
    expect(await subjectOf(711)).toMatchObject({ name: '南昌示例新登记有限公司', former_names: [before] });
  });

  test('a new subject comes with the former names of its first row', async () => {
    await load([sound(712, { 曾用名: '南昌示例旧一有限公司、南昌示例旧二有限公司' })]);
    expect((await subjectOf(712)).former_names).toEqual(['南昌示例旧一有限公司', '南昌示例旧二有限公司']);
  });
});
