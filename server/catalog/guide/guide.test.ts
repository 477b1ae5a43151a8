import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withClient } from '../../platform/postgres/with-client.ts';
import { openWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());
beforeEach(() => world.on('2026-11-23'));

const get = (url: string, headers: Record<string, string> = {}) => world.app.inject({ method: 'GET', url, headers });
const post = (url: string, payload: object) => world.app.inject({ method: 'POST', url, payload });
const keeper = () => world.officer('ndrc-360000', 'catalog-keeper');
const counts = async (channel: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await world.services.db.pool.query<{ page: string; count: number }>(
        'select page, count from channel_visit where channel = $1',
        [channel],
      )
    ).rows.map((row) => [row.page, row.count]),
  );

/** Closes a matter’s row with 30 November and opens one with a shorter decision from 1 December. */
async function shortenDecision(matterKey: string, decide: number): Promise<void> {
  await withClient(world.database.ownerUrl, async (client) => {
    await client.query(`update matter_version set valid_to = '2026-11-30' where matter_key = $1 and version = 1`, [
      matterKey,
    ]);
    await client.query(
      `insert into matter_version (matter_key, version, valid_from, name, law_entry, content)
       select matter_key, 2, '2026-12-01', name, law_entry, jsonb_set(content, '{limits,decide}', to_jsonb($2::int))
       from matter_version where matter_key = $1 and version = 1`,
      [matterKey, decide],
    );
  });
  await new Promise((done) => setTimeout(done, 550));
}

describe('the whole guide', () => {
  test('has version, digest and every matter; the same bytes are answered with 304', async () => {
    const first = await get('/api/v1/guide');
    expect(first.statusCode).toBe(200);
    const guide = first.json();
    expect(guide).toMatchObject({ version: '20260401', from: '2026-04-01', to: null, contacts: null });
    expect(guide.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(guide.matters).toHaveLength(14);
    for (const { answers } of guide.matters.flatMap((one: { plain: object[]; questions: object[] }) => [
      ...one.plain,
      ...one.questions,
    ]))
      for (const { cites } of answers) for (const cite of cites) expect(cite.text).toMatch(/^《.+》/);

    const etag = String(first.headers.etag);
    const again = await get('/api/v1/guide', { 'if-none-match': `W/${etag}, "other"` });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect(again.headers.etag).toBe(etag);
    expect((await get('/api/v1/guide', { 'if-none-match': '"other"' })).statusCode).toBe(200);
    expect(first.headers).toMatchObject({ 'cache-control': 'public, no-cache', 'access-control-allow-origin': '*' });
    const packed = await get('/api/v1/guide', { 'accept-encoding': 'br, gzip' });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding', etag: `W/${etag}` });
    expect(gunzipSync(packed.rawPayload).toString()).toBe(first.body);
    expect(packed.rawPayload.length).toBeLessThan(first.rawPayload.length / 3);
    expect((await get('/api/v1/guide', { 'if-none-match': `W/${etag}` })).statusCode).toBe(304);
    expect((await get('/embed/guide', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
    world.on('2026-11-24');
    expect((await get('/api/v1/guide', { 'if-none-match': etag })).statusCode).toBe(304);
  });

  test('a region names the units of each matter and the window; an earlier day has its own version', async () => {
    const guide = (await get('/api/v1/guide?region=360781')).json();
    expect(guide.contacts.region.name).toBe('瑞金市');
    const tax = guide.contacts.units.find((one: { matterKey: string }) => one.matterKey === 'tax-serious');
    expect(tax.units.map((one: { name: string }) => one.name)).toEqual(['国家税务总局瑞金市税务局']);
    expect(guide.contacts.windows[0].name).toContain('瑞金市');
    const earlier = (await get('/api/v1/guide?on=2026-01-05')).json();
    expect(earlier).toMatchObject({ version: '20251225', to: '2026-03-31' });
    expect(earlier.matters.map((one: { matterKey: string }) => one.matterKey)).not.toContain('tax-serious');
    expect((await get('/api/v1/guide?on=2001-01-01')).json().code).toBe('no-guide');
    expect((await get('/api/v1/guide?on=2026-02-30')).statusCode).toBe(400);
    expect((await get('/api/v1/guide?region=440300')).statusCode).toBe(404);
  });

  test('the guide of a matter has its own version and digest', async () => {
    const whole = (await get('/api/v1/guide')).json();
    const one = (await get('/api/v1/guides/tax-serious?region=360100')).json();
    expect(one.digest).toBe(whole.matters.find((it: { matterKey: string }) => it.matterKey === 'tax-serious').digest);
    expect(one).toMatchObject({ version: '20260401', from: '2026-04-01' });
    expect(one.windows.length).toBeGreaterThan(0);
    expect(one.questions.length).toBeGreaterThanOrEqual(6);
  });
});

describe('portals', () => {
  test('a visit is counted by channel, day and page, and nothing else; unknown channels nowhere', async () => {
    const visit = { channel: 'zwfw', page: 'guide:tax-serious' };
    const both = await Promise.all([post('/api/v1/channel-visits', visit), post('/api/v1/channel-visits', visit)]);
    expect(both.map((one) => one.json())).toEqual([{ counted: true }, { counted: true }]);
    await post('/api/v1/channel-visits', { channel: 'zwfw', page: 'landing' });
    expect(await counts('zwfw')).toEqual({ 'guide:tax-serious': 2, landing: 1 });
    const stranger = await post('/api/v1/channel-visits', { channel: 'no-such', page: 'landing' });
    expect(stranger.json()).toEqual({ counted: false });
    expect((await get('/api/v1/guide?channel=no-such')).statusCode).toBe(200);
    expect(await counts('no-such')).toEqual({});
    expect((await post('/api/v1/channel-visits', { channel: 'zwfw', page: 'x/../y' })).statusCode).toBe(400);
  });

  test('who fetches today’s data holds it; a question about another day leaves no copy', async () => {
    await get('/api/v1/guide?channel=credit-jiangxi');
    await get('/api/v1/guide?channel=credit-nanchang&on=2026-01-05');
    const reply = await (await keeper()).get('/api/v1/guide-copies');
    const portal = (channel: string) => reply.body.portals.find((one: { channel: string }) => one.channel === channel);
    expect(portal('credit-jiangxi').copies).toMatchObject([
      { form: 'data', matterKey: null, version: '20260401', isCurrent: true, daysStale: 0 },
    ]);
    expect(portal('credit-jiangxi').visits).toEqual({ today: 0, last30Days: 0 });
    expect(portal('credit-jiangxi').pages).toEqual([{ name: '取用数据', visits: 1 }]);
    expect(portal('zwfw').visits).toEqual({ today: 3, last30Days: 3 });
    expect(portal('credit-nanchang').copies).toEqual([]);
    expect(portal('ganfutong')).toMatchObject({ applications: { today: 0, last30Days: 0 } });
    expect(portal('ganfutong').entrySnippet).toContain('/embed/entry?channel=ganfutong');
    expect(portal('ganfutong').appLink).toMatch(/\/\?from=ganfutong$/);
    expect(portal('ganfutong').snippet).toContain('/embed/guide?channel=ganfutong');
    expect(reply.body.portals.length).toBeGreaterThan(20);
    expect((await world.guest().get('/api/v1/guide-copies')).status).toBe(401);
    expect((await (await world.officer('tax-360100', 'officer')).get('/api/v1/guide-copies')).status).toBe(403);
  });

  test('the block is a page of its own: no script, framed by government sites only, links carry the channel', async () => {
    for (const url of [
      '/embed/guide?channel=ganfutong',
      '/embed/guide?channel=ganfutong&matter=tax-serious&region=360100',
    ]) {
      const page = await get(url);
      expect(page.statusCode).toBe(200);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      const policy = String(page.headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'self' https://*.gov.cn");
      expect(page.headers['x-frame-options']).toBeUndefined();
      expect(page.body).not.toMatch(/<script|src=|@import|url\(|undefined|\[object/);
      expect(page.body).toContain('channel=ganfutong');
      expect((await get(url, { 'if-none-match': String(page.headers.etag) })).statusCode).toBe(304);
    }
    const matter = (await get('/embed/guide?channel=ganfutong&matter=tax-serious&region=360100')).body;
    expect(matter).toContain('国家税务总局南昌市税务局');
    expect(matter).toContain('我遇到了什么事？');
    expect((await get('/embed/guide?matter=no-such-matter')).statusCode).toBe(404);
    expect((await get('/api/v1/session')).headers['x-frame-options']).toBe('SAMEORIGIN');
    await withClient(world.database.ownerUrl, (client) =>
      client.query(
        `update portal set origins = array['https://credit.example', 'x; script-src *'] where channel = 'gsxt-jiangxi'`,
      ),
    );
    const policy = (await get('/embed/guide?channel=gsxt-jiangxi')).headers['content-security-policy'];
    expect(policy).toMatch(/frame-ancestors 'self' https:\/\/\*\.gov\.cn https:\/\/credit\.example$/);
  });
});

describe('entrances', () => {
  test('the entry block leads everywhere with its channel, to one matter where it is named, and is counted', async () => {
    const page = await get('/embed/entry?channel=dept-hrss');
    expect(page.statusCode).toBe(200);
    expect(String(page.headers['content-security-policy'])).toContain("frame-ancestors 'self' https://*.gov.cn");
    expect(page.body).not.toMatch(/<script|src=|@import|url\(|undefined|\[object/);
    for (const path of ['/records', '/calculator', '/progress', '/guide', '/verify', '/windows'])
      expect(page.body, path).toContain(`${path}?channel=dept-hrss`);
    const wages = await get('/embed/entry?channel=dept-hrss&matter=wage-arrears');
    expect(wages.body).toContain('/apply-for/wage-arrears?channel=dept-hrss');
    expect(wages.body).toContain('拖欠农民工工资');
    expect((await get('/embed/entry?matter=no-such-matter')).statusCode).toBe(404);
    expect(await counts('dept-hrss')).toEqual({ entry: 1, 'entry:wage-arrears': 1 });
  });

  test('applications are counted by channel and day; an unknown channel is direct, a repetition counts once', async () => {
    const subjectKey = await world.subject();
    const applicant = await world.applicant(subjectKey);
    const submit = async (via: string) => {
      const body = await world.application(subjectKey, [await world.record(subjectKey)]);
      const reply = await applicant.post(`/api/v1/subjects/${subjectKey}/applications?via=${via}`, body);
      expect(reply.status).toBe(201);
      return body;
    };
    const body = await submit('dept-court');
    const again = await applicant.post(`/api/v1/subjects/${subjectKey}/applications?via=dept-court`, body);
    expect(again.status).toBe(201);
    await submit('no-such');
    await expect.poll(() => counts('dept-court')).toEqual({ application: 1 });
    await expect.poll(() => counts('direct')).toEqual({ application: 1 });
    expect(await counts('no-such')).toEqual({});

    const supervisor = await world.officer('ndrc-360000', 'supervisor');
    const { body: figures } = await supervisor.get('/api/v1/channel-figures');
    const figure = (channel: string) =>
      figures.channels.find((one: { channel: string }) => one.channel === channel) as object;
    expect(figure('dept-court')).toMatchObject({ visits: 0, applications: 1 });
    expect(figure('dept-hrss')).toMatchObject({ visits: 2, applications: 0 });
    expect(figure('direct')).toEqual({ channel: 'direct', name: '直接打开', visits: 0, applications: 1 });
    const past = await supervisor.get('/api/v1/channel-figures?from=2026-01-01&to=2026-01-31');
    expect(past.body.channels.every((one: { applications: number }) => one.applications === 0)).toBe(true);
    const backwards = await supervisor.get('/api/v1/channel-figures?from=2026-02-01&to=2026-01-31');
    expect(backwards.body.code).toBe('span-backwards');
    expect((await world.guest().get('/api/v1/channel-figures')).status).toBe(401);
  });
});

describe('a changed matter', () => {
  test('copies become stale on its day; the check says since when and what changed', async () => {
    const before = (await get('/api/v1/guide?channel=dept-tax')).json();
    const tax = (await get('/api/v1/guides/tax-serious?channel=dept-tax')).json();
    const wages = (await get('/api/v1/guides/wage-arrears')).json();
    const check = async (body: object) => (await post('/api/v1/guide-checks', body)).json();
    expect(await check({ digest: before.digest })).toMatchObject({ status: 'current', daysStale: 0, whatChanged: [] });
    await shortenDecision('tax-serious', 5);
    const versions = (await get('/api/v1/guide-versions')).json();
    expect(versions.versions.slice(0, 2)).toMatchObject([
      { version: '20261201', state: 'future', from: '2026-12-01' },
      { version: '20260401', state: 'current', to: '2026-11-30', digest: before.digest },
    ]);
    expect((await check({ digest: before.digest })).status).toBe('current');
    expect(await check({ version: '20261201' })).toMatchObject({ status: 'stale', daysStale: null });

    world.on('2026-12-04');
    const stale = await check({ digest: before.digest, channel: 'credit-ganzhou' });
    expect(stale).toMatchObject({
      status: 'stale',
      daysStale: 4,
      text: '只用到2026年11月30日，已经过期4天，请换成现行的一版。',
      current: { version: '20261201' },
    });
    const ofTax = { matterKey: 'tax-serious', sentences: ['审核决定期限由7个工作日改为5个工作日。'] };
    expect(stale.whatChanged.find((one: { matterKey: string }) => one.matterKey)).toMatchObject(ofTax);
    expect(await check({ digest: tax.digest })).toMatchObject({ status: 'stale', whatChanged: [ofTax] });
    expect(await check({ digest: wages.digest })).toMatchObject({ status: 'current' });
    expect(await check({ version: '20260401', matter: 'wage-arrears' })).toMatchObject({ status: 'current' });
    expect(await check({ digest: 'f'.repeat(64) })).toMatchObject({ status: 'stale', held: null, daysStale: null });
    expect((await post('/api/v1/guide-checks', {})).json().code).toBe('nothing-to-check');

    const { portals } = (await (await keeper()).get('/api/v1/guide-copies')).body;
    const copies = (channel: string) => portals.find((one: { channel: string }) => one.channel === channel).copies;
    expect(copies('dept-tax')).toMatchObject([
      { form: 'data', matterKey: null, isCurrent: false, daysStale: 4 },
      {
        form: 'data',
        matterKey: 'tax-serious',
        matterName: '重大税收违法失信主体名单',
        isCurrent: false,
        daysStale: 4,
      },
    ]);
    expect(copies('credit-ganzhou')).toMatchObject([{ form: 'reported', version: '20260401', isCurrent: false }]);

    const ofMatter = (await get('/api/v1/guide-versions?matter=tax-serious')).json();
    expect(ofMatter.versions.map((one: { version: string }) => one.version)).toEqual(['20261201', '20260401']);
    expect((await get('/api/v1/guide-versions?matter=no-such')).statusCode).toBe(404);
    expect((await get('/api/v1/guides/tax-serious?on=2026-11-30')).json().matter.limits.decide).toBe(7);
    expect((await get('/api/v1/guides/tax-serious')).json().steps[3].limit).toContain('5个工作日');
  });
});
