import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type StartedClamd, startClamd, testVirus } from '#sandbox/testing/start-clamd.ts';
import { sessionCookie } from '../access/authenticate.ts';
import { withClient } from '../platform/postgres/with-client.ts';
import { openWorld, type Person, type World } from '../testing/world.ts';
import { clearUploads, rouseScans } from './scan-attachment.ts';
import { madeJpeg, madePdf, phoneNotes } from './testing/made-files.ts';

let world: World;
let clamd: StartedClamd;
let subjectKey: string;
let applicant: Person;
beforeAll(async () => {
  clamd = await startClamd();
  world = await openWorld({ settings: { CLAMAV_ADDRESS: clamd.address, UPLOAD_LIMIT_MB: '2' } });
  subjectKey = await world.subject();
  applicant = await world.applicant(subjectKey);
});
// Sessions end with the day; some tests go on to the next.
beforeEach(async () => {
  applicant = await world.applicant(subjectKey);
});
afterAll(async () => {
  await world.end();
  await clamd.stop();
});

const owner = <T>(work: Parameters<typeof withClient<T>>[1]) => withClient(world.database.ownerUrl, work);
const at = (path: string) => `/api/v1/subjects/${subjectKey}${path}`;
const digestOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const count = async (table: string) =>
  (
    await owner((client) =>
      client.query(`select count(*)::int as n from ${table} where subject_key = $1`, [subjectKey]),
    )
  ).rows[0].n as number;

async function send(method: 'PUT' | 'DELETE', path: string, content?: Buffer, who: Person = applicant) {
  const reply = await world.app.inject({
    method,
    url: path,
    ...(content ? { payload: content, headers: { 'content-type': 'application/octet-stream' } } : {}),
    cookies: { [sessionCookie]: who.cookie! },
  });
  return { status: reply.statusCode, body: reply.json() };
}

function begin(content: Buffer, fileName = '缴款凭证.pdf', who: Person = applicant) {
  return who.post(at('/uploads'), {
    materialKey: 'duties-proof',
    fileName,
    bytes: content.length,
    digest: digestOf(content),
  });
}

async function upload(content: Buffer, fileName?: string, who: Person = applicant) {
  const begun = await begin(content, fileName, who);
  if (begun.status !== 201) return begun;
  const { uploadId, received, chunkBytes } = begun.body;
  for (let from = received; from < content.length; from += chunkBytes)
    expect(
      await send('PUT', at(`/uploads/${uploadId}/chunk?at=${from}`), content.subarray(from, from + chunkBytes), who),
    ).toMatchObject({ status: 200 });
  return who.post(at(`/uploads/${uploadId}/finish`), {});
}

/** A PDF as long as wanted: what follows is a comment. */
function longPdf(bytes: number, seed = ''): Buffer {
  const pdf = madePdf().toString('latin1');
  return Buffer.from(`%PDF-1.4\n%${seed}${'x'.repeat(bytes)}\n${pdf.slice(9, pdf.indexOf('xref\n'))}%%EOF\n`, 'latin1');
}

describe('on a bad line', () => {
  test('pieces come in order, twice, late and again after a reload; the file is whole and there once', async () => {
    const content = longPdf(700_000, 'a');
    const { body: first } = await begin(content);
    const url = at(`/uploads/${first.uploadId}/chunk`);
    const piece = (from: number) => content.subarray(from, from + first.chunkBytes);
    expect(first.received).toBe(0);
    expect((await send('PUT', `${url}?at=0`, piece(0))).body).toEqual({ received: first.chunkBytes });
    expect((await send('PUT', `${url}?at=0`, piece(0))).body).toEqual({ received: first.chunkBytes });
    const early = await send('PUT', `${url}?at=${2 * first.chunkBytes}`, piece(2 * first.chunkBytes));
    expect(early).toMatchObject({ status: 409, body: { code: 'upload-gap', more: { received: first.chunkBytes } } });
    const short = await applicant.post(at(`/uploads/${first.uploadId}/finish`), {});
    expect(short).toMatchObject({ status: 409, body: { code: 'upload-incomplete' } });
    const { body: again } = await begin(content);
    expect(again).toEqual({ ...first, received: first.chunkBytes });
    const [one, two] = await Promise.all(
      [0, 1].map(() => send('PUT', `${url}?at=${first.chunkBytes}`, piece(first.chunkBytes))),
    );
    for (const said of [one, two]) expect([200, 409]).toContain(said!.status);
    const rest = content.subarray(2 * first.chunkBytes);
    expect((await send('PUT', `${url}?at=${2 * first.chunkBytes}`, rest)).body.received).toBe(content.length);
    const ends = await Promise.all([0, 1].map(() => applicant.post(at(`/uploads/${first.uploadId}/finish`), {})));
    const late = await applicant.post(at(`/uploads/${first.uploadId}/finish`), {});
    expect(ends.map((one) => one.status)).toEqual([201, 201]);
    expect(new Set([...ends, late].map((one) => one.body.attachmentId)).size).toBe(1);
    expect(late.body).toMatchObject({ digest: digestOf(content), bytes: content.length, pages: 1, scan: 'clean' });
    const read = await world.app.inject({
      url: at(`/attachments/${late.body.attachmentId}`),
      cookies: { [sessionCookie]: applicant.cookie! },
    });
    expect(read.rawPayload.equals(content)).toBe(true);
    expect(read.headers['content-disposition']).toBe(
      `inline; filename="____.pdf"; filename*=UTF-8''${encodeURIComponent('缴款凭证.pdf')}`,
    );
    expect(read.headers['x-content-type-options']).toBe('nosniff');
    expect(read.headers['cache-control']).toContain('no-store');
    expect(await count('upload')).toBe(0);
    expect(await count('upload_chunk')).toBe(0);
  });

  test('a piece that came over wrong is found, and nothing of it stays', async () => {
    const content = longPdf(1_000, 'b');
    const { uploadId } = (await begin(content)).body;
    const wrong = Buffer.from(content);
    wrong[500] = 0x20;
    await send('PUT', at(`/uploads/${uploadId}/chunk?at=0`), wrong);
    expect(await applicant.post(at(`/uploads/${uploadId}/finish`), {})).toMatchObject({
      status: 409,
      body: { code: 'digest-differs' },
    });
    expect(await count('upload_chunk')).toBe(0);
    expect((await upload(content)).status).toBe(201);
  });

  test('what is not wanted any more goes; what is left alone goes after a week', async () => {
    const first = (await begin(longPdf(10, 'c'))).body;
    await send('PUT', at(`/uploads/${first.uploadId}/chunk?at=0`), Buffer.from('%PDF'));
    expect((await send('DELETE', at(`/uploads/${first.uploadId}`))).body).toEqual({ dropped: true });
    expect((await send('DELETE', at(`/uploads/${first.uploadId}`))).body).toEqual({ dropped: false });
    await begin(longPdf(10, 'd'));
    world.on('2026-11-29');
    await clearUploads(world.services);
    expect(await count('upload')).toBe(1);
    world.on('2026-12-01');
    await clearUploads(world.services);
    expect(await count('upload')).toBe(0);
    world.on('2026-11-23');
  });

  test('too large, too many, outside the file, of somebody else: each a sentence', async () => {
    const { uploadId } = (await begin(longPdf(50, 'e'))).body;
    const url = at(`/uploads/${uploadId}/chunk`);
    const large = await applicant.post(at('/uploads'), {
      materialKey: 'x',
      fileName: 'a.pdf',
      bytes: 2 * 1024 * 1024 + 1,
      digest: '0'.repeat(64),
    });
    expect(large).toMatchObject({ status: 400, body: { code: 'file-too-large' } });
    expect(large.body.detail).toContain('2 MB');
    expect((await send('PUT', `${url}?at=0`, Buffer.alloc(5_000))).body.code).toBe('chunk-outside');
    expect((await send('PUT', `${url}?at=0`, Buffer.alloc(0))).status).toBe(400);
    expect((await applicant.put(`${url}?at=0`, {})).body.code).toBe('not-octets');
    const stranger = await world.applicant(await world.subject());
    expect((await send('PUT', `${url}?at=0`, Buffer.from('%'), stranger)).status).toBe(404);
    const colleague = await world.officer('window-360102', 'window-clerk');
    expect((await send('PUT', `${url}?at=0`, Buffer.from('%'), colleague)).status).toBe(404);
    expect((await world.guest().post(at('/uploads'), {})).status).toBe(401);
    const codes = [];
    for (let index = 0; index < 41; index += 1) codes.push((await begin(longPdf(10, `f${index}`))).body.code);
    expect(codes.at(-1)).toBe('too-many-uploads');
    await owner((client) => client.query('delete from upload'));
  });

  test('a file that is not taken leaves nothing half kept', async () => {
    const before = await count('attachment');
    for (const [content, code] of [
      [Buffer.from('MZ\x90\0', 'latin1'), 'file-type'],
      [madeJpeg().subarray(0, 90), 'file-damaged'],
      [madePdf({ pages: 501 }), 'file-too-many-pages'],
    ] as const) {
      const said = await upload(content, '../..\\发票\u202efdp.exe');
      expect(said).toMatchObject({ status: 400, body: { code } });
      expect(said.body.detail).toMatch(/[一-龥]/);
    }
    expect(await count('attachment')).toBe(before);
    expect(await count('upload')).toBe(0);
    expect(await count('upload_chunk')).toBe(0);
  });

  test('the place a photo was taken at is not in the database; its name is clean', async () => {
    const { status, body } = await upload(madeJpeg({ notes: [phoneNotes(6)] }), 'C:\\相册\\照片\u202e<1>.exe');
    expect(status).toBe(201);
    expect(body).toMatchObject({ fileName: '照片_1_.exe.jpg', mediaType: 'image/jpeg', pages: null });
    const { rows } = await owner((client) =>
      client.query(`select content from attachment where attachment_id = $1`, [body.attachmentId]),
    );
    expect(rows[0].content.includes('ExamplePhone')).toBe(false);
    expect(digestOf(rows[0].content)).toBe(body.digest);
  });

  test('in one request: the same way underneath', async () => {
    const form = Buffer.concat([
      Buffer.from('--X\r\ncontent-disposition: form-data; name="materialKey"\r\n\r\nduties-proof\r\n'),
      Buffer.from('--X\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'),
      longPdf(600_000, 'g'),
      Buffer.from('\r\n--X--\r\n'),
    ]);
    const reply = await world.app.inject({
      method: 'POST',
      url: at('/attachments'),
      payload: form,
      headers: { 'content-type': 'multipart/form-data; boundary=X' },
      cookies: { [sessionCookie]: applicant.cookie! },
    });
    expect(reply.statusCode).toBe(201);
    expect(reply.json()).toMatchObject({ fileName: 'a.pdf', digest: digestOf(longPdf(600_000, 'g')), pages: 1 });
  });
});

describe('the scanner', () => {
  const infected = (seed: string) =>
    Buffer.from(
      madePdf()
        .toString('latin1')
        .replace('%PDF-1.4\n', `%PDF-1.4\n%${seed}${testVirus}\n`)
        .replace(/startxref\n\d+/, 'startxref\n9'),
      'latin1',
    );

  test('a virus found at once: nothing is kept, and it is said', async () => {
    const before = await count('attachment');
    const said = await upload(infected('1'));
    expect(said).toMatchObject({ status: 400, body: { code: 'file-infected' } });
    expect(said.body.detail).toContain('病毒');
    expect(await count('attachment')).toBe(before);
    expect(await count('upload_chunk')).toBe(0);
  });

  test('down: the file is kept and marked, can be submitted, and opens in the office only for a reason; up again: it is scanned', async () => {
    clamd.setMode('hangs-up');
    const kept = await upload(longPdf(300, 'h'));
    expect(kept).toMatchObject({ status: 201, body: { scan: 'waiting' } });
    const submitted = await submitWith(kept.body.attachmentId);
    expect(await world.work(1)).toContainEqual(expect.stringContaining('scan-attachment: scanner: '));
    const { itemId } = submitted.items[0];
    const officer = await world.officer('emergency-360100');
    const item = await officer.get(at(`/items/${itemId}`));
    expect(item.body.attachments).toMatchObject([{ attachmentId: kept.body.attachmentId, scan: 'waiting' }]);
    const file = at(`/attachments/${kept.body.attachmentId}`);
    expect(await officer.get(file)).toMatchObject({ status: 422, body: { code: 'attachment-waiting' } });
    expect((await applicant.get(file)).status).toBe(200);
    expect((await officer.get(`${file}?reason=${encodeURIComponent('今天到期，必须决定')}`)).status).toBe(200);
    const { rows } = await owner((client) =>
      client.query(`select actor, detail from access_log where act = 'open-unscanned'`),
    );
    expect(rows).toEqual([
      {
        actor: 'officer-emergency-360100',
        detail: { attachmentId: kept.body.attachmentId, reason: '今天到期，必须决定' },
      },
    ]);
    // The job has given up; the clock takes the file up again.
    clamd.setMode('up');
    await rouseScans(world.services);
    expect(await scansOrdered()).toBe(0);
    world.on('2026-11-24');
    await rouseScans(world.services);
    expect(await scansOrdered()).toBe(1);
    expect(await world.work()).toEqual([]);
    // Yesterday's session is over.
    const nextDay = await world.officer('emergency-360100');
    expect((await nextDay.get(at(`/items/${itemId}`))).body.attachments[0].scan).toBe('clean');
    expect((await nextDay.get(file)).status).toBe(200);
  });

  test('a virus found later: the content goes, the office sees why, the applicant is told once', async () => {
    clamd.setMode('hangs-up');
    const kept = await upload(infected('2'), '整改报告.pdf');
    expect(kept.body.scan).toBe('waiting');
    const submitted = await submitWith(kept.body.attachmentId);
    clamd.setMode('up');
    expect(await world.work()).toEqual([]);
    const officer = await world.officer('emergency-360100');
    const item = await officer.get(at(`/items/${submitted.items[0].itemId}`));
    expect(item.body.attachments).toMatchObject([{ scan: 'infected' }]);
    for (const who of [officer, applicant])
      expect(await who.get(at(`/attachments/${kept.body.attachmentId}?reason=看看`))).toMatchObject({
        status: expect.toSatisfy((status: number) => [400, 422].includes(status)),
      });
    const { rows } = await owner((client) =>
      client.query('select length(content) as bytes, scan_found from attachment where attachment_id = $1', [
        kept.body.attachmentId,
      ]),
    );
    expect(rows).toEqual([{ bytes: 0, scan_found: 'Eicar-Test-Signature' }]);
    const { messages } = (await applicant.get('/api/v1/messages')).body;
    const told = messages.filter((one: { title: string }) => one.title.includes('病毒'));
    expect(told).toHaveLength(1);
    expect(told[0].body).toContain(`申请${submitted.number}里的材料“整改报告.pdf”查出了病毒`);
  });

  test('a file found infected before it was submitted cannot be submitted', async () => {
    clamd.setMode('hangs-up');
    const kept = await upload(infected('3'));
    clamd.setMode('up');
    await world.work();
    const body = await bodyWith(kept.body.attachmentId);
    expect(await applicant.post(at('/applications'), body)).toMatchObject({
      status: 400,
      body: { code: 'form-incomplete' },
    });
  });

  async function scansOrdered() {
    const { rows } = await owner((client) =>
      client.query(`select count(*)::int as n from outbox where task = 'scan-attachment'`),
    );
    return rows[0].n;
  }

  async function bodyWith(attachmentId: string) {
    const body = await world.application(subjectKey, [await world.record(subjectKey)]);
    const asked = (await world.services.catalog()).matters.find((one) => one.matterKey === 'work-safety')!;
    const key = asked.materials.find((one) => one.required && one.source === 'applicant')?.key ?? 'duties-proof';
    Object.assign(body.items[0]!, { materials: [{ key, attachmentIds: [attachmentId] }] });
    return body;
  }

  async function submitWith(attachmentId: string) {
    const submitted = await applicant.post(at('/applications'), await bodyWith(attachmentId));
    expect(submitted.status).toBe(201);
    return submitted.body;
  }
});

describe('given before', () => {
  let mine: string;
  let person: Person;
  const of = (path: string) => `/api/v1/subjects/${mine}${path}`;
  beforeAll(async () => {
    world.on('2026-11-23');
    mine = await world.subject();
    person = await world.applicant(mine);
    const body = await world.application(mine, [await world.record(mine)]);
    expect((await person.post(of('/applications'), body)).status).toBe(201);
    // Uploaded, but never submitted: not given.
    await world.application(mine, [await world.record(mine)]);
    await world.work();
  });

  test('what was submitted is offered, with the day, the application and the last day of reuse', async () => {
    const { body } = await person.get(of('/reusable-materials'));
    expect(body.months).toBe(12);
    expect(body.consent).toContain('同意');
    expect(body.materials).toHaveLength(1);
    expect(body.materials[0]).toMatchObject({
      until: '2027-11-23',
      bytes: 9,
      applicationNumber: expect.stringMatching(/^JXXF/),
    });
    expect(body.materials[0].givenAt).toContain('2026-11-23');
  });

  test('given again: a row of its own with the same digest, who agreed kept; once for a request; its age does not start anew', async () => {
    const [old] = (await person.get(of('/reusable-materials'))).body.materials;
    world.on('2027-06-01');
    const url = of(`/attachments/${old.attachmentId}/reuse`);
    expect((await person.post(url, { requestId: randomUUID() })).status).toBe(400);
    expect((await person.post(url, { requestId: randomUUID(), consent: false })).status).toBe(400);
    const body = { requestId: randomUUID(), consent: true };
    const replies = await Promise.all([person.post(url, body), person.post(url, body)]);
    const [given] = replies.map((one) => one.body);
    expect(replies.map((one) => one.status)).toEqual([201, 201]);
    expect(replies[1]!.body).toEqual(given);
    expect(given.attachmentId).not.toBe(old.attachmentId);
    const { rows } = await owner((client) =>
      client.query(
        `select reused_from, consent, digest, given_at::date::text as given, application_id from attachment where subject_key = $1 and attachment_id = $2`,
        [mine, given.attachmentId],
      ),
    );
    expect(rows).toEqual([
      {
        reused_from: old.attachmentId,
        digest: '0'.repeat(64),
        given: '2026-11-23',
        application_id: null,
        consent: {
          by: { kind: 'applicant', id: `sub-${mine}`, name: '示例甲' },
          at: expect.stringContaining('2027-06-01'),
          text: expect.stringContaining('同意'),
          givenOn: '2026-11-23',
        },
      },
    ]);
    const next = await world.application(mine, [await world.record(mine)]);
    const [asked] = next.items[0]!.materials as { key: string; attachmentIds: string[] }[];
    asked!.attachmentIds = [given.attachmentId];
    expect((await person.post(of('/applications'), next)).status).toBe(201);
    const offered = (await person.get(of('/reusable-materials'))).body.materials;
    expect(offered).toMatchObject([{ attachmentId: expect.any(String), until: '2027-11-23' }]);
    expect(offered).toHaveLength(1);
  });

  test('the last day is the last day; strangers and windows that never took it in are offered nothing', async () => {
    world.on('2027-11-23');
    const [old] = (await person.get(of('/reusable-materials'))).body.materials;
    expect(old).toBeDefined();
    const url = of(`/attachments/${old.attachmentId}/reuse`);
    const body = () => ({ requestId: randomUUID(), consent: true });
    const stranger = await world.applicant(await world.subject());
    const clerk = await world.officer('window-360102', 'window-clerk');
    expect((await stranger.get(of('/reusable-materials'))).status).toBe(404);
    expect((await stranger.post(url, body())).status).toBe(404);
    expect((await clerk.get(of('/reusable-materials'))).body.materials).toEqual([]);
    expect((await clerk.post(url, body())).body.code).toBe('not-reusable');
    world.on('2027-11-24');
    expect((await person.get(of('/reusable-materials'))).body.materials).toEqual([]);
    expect((await person.post(url, body())).body.code).toBe('not-reusable');
  });
});

describe('nothing may be asked for without its basis', () => {
  const filing = (cites: string[]) => ({
    kind: 'matter',
    target: 'work-safety',
    effectiveOn: '2026-12-24',
    basis: '增加一项材料（示例）',
    content: {
      op: 'change',
      materials: [{ key: 'extra-paper', name: '示例证明', why: '示例', required: true, source: 'applicant', cites }],
    },
  });

  test.each([
    ['no basis', [], '没有写明依据'],
    ['a basis that leads nowhere', ['nowhere:3'], '没有出处'],
    ['a law without its article', ['ndrc36'], '没有写明第几条'],
  ])('%s: the list is not saved', async (_what, cites, said) => {
    world.on('2026-11-23');
    const keeper = await world.officer('ndrc-360000', 'catalog-keeper');
    const answer = await keeper.post('/api/v1/catalog-changes', filing(cites));
    expect(answer.status).toBe(422);
    const fault = answer.body.fields.find((one: { field: string }) => one.field === 'content.materials.0.cites');
    expect(fault.text).toContain(said);
    const { rows } = await owner((client) => client.query(`select 1 from catalog_change where target = 'work-safety'`));
    expect(rows).toEqual([]);
  });

  test('with a basis it goes on its way', async () => {
    const keeper = await world.officer('ndrc-360000', 'catalog-keeper');
    expect((await keeper.post('/api/v1/catalog-changes/preview', filing(['ndrc36:15(1)']))).status).toBe(200);
  });

  test('every material in the catalogue says why it is needed and whose law says so', async () => {
    const { matters } = (await world.guest().get('/api/v1/matters')).body;
    for (const { materials } of matters)
      for (const one of materials) {
        expect(one.why.length).toBeGreaterThan(3);
        expect(one.cites.length).toBeGreaterThan(0);
        const article = await world.guest().get(`/api/v1/law/${encodeURIComponent(one.cites[0].id)}`);
        expect(article.status).toBe(200);
        expect(article.body.summary.length).toBeGreaterThan(5);
      }
  });
});
