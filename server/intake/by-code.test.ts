import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import yauzl from 'yauzl';
import { pdf } from '../../tools/journey/files.ts';
import { openWorld, type Person, type World } from '../testing/world.ts';

let world: World;
let subjectKey: string;
let owner: Person;
let officer: Person;
let code: { number: string; queryCode: string };
let applicationId: string;
let itemId: string;
let itemNumber: string;

beforeAll(async () => {
  world = await openWorld();
  subjectKey = await world.subject();
  owner = await world.applicant(subjectKey);
  officer = await world.officer('emergency-360100');
  const recordId = await world.record(subjectKey);
  const { body } = await owner.post(
    `/api/v1/subjects/${subjectKey}/applications`,
    await world.application(subjectKey, [recordId]),
  );
  code = { number: body.number, queryCode: body.queryCode };
  ({ applicationId } = body);
  ({ itemId, number: itemNumber } = body.items[0]);
  await world.work();
});
afterAll(() => world.end());

const at = (tail: string) => `/api/v1/public/progress${tail}`;
/** Asks from an address of its own, so that counted tries of one test are not those of another. */
async function from(address: string, tail: string, body: object) {
  const reply = await world.app.inject({ method: 'POST', url: at(tail), payload: body, remoteAddress: address });
  return { status: reply.statusCode, body: reply.json(), headers: reply.headers };
}
const itemPath = (tail = '') => `/api/v1/subjects/${subjectKey}/items/${itemId}${tail}`;

function unpack(bytes: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) =>
    yauzl.fromBuffer(bytes, { lazyEntries: true, strictFileNames: true }, (error, zip) => {
      if (error) return reject(error);
      const found = new Map<string, Buffer>();
      zip.on('end', () => resolve(found)).on('error', reject);
      zip.on('entry', (entry: yauzl.Entry) =>
        zip.openReadStream(entry, async (fault, stream) => {
          if (fault) return reject(fault);
          found.set(entry.fileName, Buffer.concat(await stream.toArray()));
          zip.readEntry();
        }),
      );
      zip.readEntry();
    }),
  );
}

describe('progress', () => {
  test('says state, what happens next with its day, papers and what one may do', async () => {
    const { body } = await from('10.0.0.1', '', code);
    expect(body).toMatchObject({
      number: code.number,
      answerDays: 3,
      items: [{ mayWithdraw: true, mayCorrect: false }],
    });
    const [item] = body.items;
    expect(item.next).toContain(item.summary.unitName);
    expect(item.next).toMatch(/最迟2026年\d+月\d+日/);
    expect(body.papers.map((one: { title: string }) => one.title)).toEqual(expect.arrayContaining(['收件回执']));
  });

  test('opens with blanks and full-width signs in number and code', async () => {
    const typed = {
      number: ` ${code.number.slice(0, 4)} ${code.number.slice(4)}`,
      queryCode: `${code.queryCode.slice(0, 4)}　${code.queryCode.slice(4).toLowerCase()}`,
    };
    expect((await from('10.0.0.9', '', typed)).body.number).toBe(code.number);
  });

  test('tells nothing of a person beyond the masked name', async () => {
    const person = await world.subject({ kind: 'person', name: '示例丙丁' });
    const recordId = await world.record(person, {
      matterKey: 'culture-tourism',
      unitId: 'culture-360700',
      regionCode: '360700',
    });
    const applicant = await world.applicant(person);
    const form = await world.application(person, [recordId]);
    const own = {
      ...form,
      form: { ...form.form, subjectKind: 'person', name: '示例丙丁', phone: '13911112222', address: '秘密路9号' },
    };
    const sent = await applicant.post(`/api/v1/subjects/${person}/applications`, own);
    expect(sent.status).toBe(201);
    const { body } = await from('10.0.0.2', '', { number: sent.body.number, queryCode: sent.body.queryCode });
    expect(body.maskedName).toMatch(/^示\*+$/);
    const thread = `/api/v1/subjects/${person}/items/${sent.body.items[0].itemId}/questions`;
    expect((await applicant.post(thread, { requestId: randomUUID(), text: '可以邮寄吗？' })).status).toBe(201);
    const asked = (await from('10.0.0.2', '', { number: sent.body.number, queryCode: sent.body.queryCode })).body;
    expect(asked.items[0].questions).toMatchObject([{ text: '可以邮寄吗？', askedBy: '申请人' }]);
    expect(asked.timeline[0]).toMatchObject({ type: 'submitted', by: '申请人' });
    for (const secret of ['示例丙丁', '13911112222', '秘密路', '91360102MAEXAMP012'])
      expect(JSON.stringify([body, asked])).not.toContain(secret);
  });
});

describe('guessing', () => {
  test('a wrong number and a wrong code get the same answer', async () => {
    const wrongCode = await from('10.0.1.1', '', { ...code, queryCode: '22222222' });
    const wrongNumber = await from('10.0.1.1', '', { number: 'JXXF20200101999999', queryCode: code.queryCode });
    const { correlation: a, ...one } = wrongCode.body;
    const { correlation: b, ...two } = wrongNumber.body;
    expect(wrongCode.status).toBe(404);
    expect(one).toEqual(two);
    expect(a).not.toBe(b);
    await from('10.0.1.1', '', code);
  });

  test.each([
    ['a number that exists', () => code.number],
    ['one that does not', () => 'JXXF20200101888888'],
  ])('%s: after five wrong codes one waits, twice as long each time, and is told how long', async (_, number) => {
    const wrong = { number: number(), queryCode: '33333333' };
    // From ever new addresses: it is the number that is counted.
    for (let n = 0; n < 5; n += 1) expect((await from(`10.1.0.${n}`, '', wrong)).status).toBe(404);
    const waits: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      const { status, body, headers } = await from(`10.1.1.${n}`, '', wrong);
      expect(status).toBe(429);
      expect(body.detail).toMatch(/\d+ (秒|分钟)后再试/);
      expect(Number(headers['retry-after'])).toBe(body.more.retryAfter);
      waits.push(body.more.retryAfter);
      world.clock.moveTo(new Date(world.clock.now().getTime() + body.more.retryAfter * 1000).toISOString());
      expect((await from(`10.1.2.${n}`, '', wrong)).status).toBe(404);
    }
    expect(waits).toEqual([30, 60, 120, 240]);
    // The right code waits like any other; afterwards it opens, and the count begins anew.
    expect((await from('10.1.3.1', '', { ...wrong, queryCode: code.queryCode })).status).toBe(429);
    world.clock.moveTo(new Date(world.clock.now().getTime() + 481_000).toISOString());
    const right = await from('10.1.3.1', '', { ...wrong, queryCode: code.queryCode });
    expect(right.status).toBe(number() === code.number ? 200 : 404);
    world.on('2026-11-23');
  });

  test('many numbers from one address', async () => {
    let heard = 0;
    for (let n = 0; n < 30; n += 1) {
      const { status } = await from('10.2.0.1', '', { number: `JXXF2020010177${1000 + n}`, queryCode: '44444444' });
      if (status === 404) heard += 1;
    }
    expect(heard).toBe(20);
    expect((await from('10.2.0.2', '', code)).status).toBe(200);
  });

  test('thirty at once are counted as thirty', async () => {
    const wrong = { number: 'JXXF20200101666666', queryCode: '55555555' };
    const all = await Promise.all(Array.from({ length: 30 }, (_, n) => from(`10.3.0.${n}`, '', wrong)));
    expect(all.filter((one) => one.status === 404)).toHaveLength(5);
    expect(all.filter((one) => one.status === 429)).toHaveLength(25);
  });

  test.each(['/paper', '/everything', '/correction', '/withdrawal', '/questions'])(
    '%s is guarded alike',
    async (tail) => {
      const body = {
        ...code,
        queryCode: '66666666',
        paperId: randomUUID(),
        itemNumber,
        requestId: randomUUID(),
        version: 2,
        materials: [],
        reason: '不办了',
        text: '还要多久？',
      };
      expect((await from(`10.4.0.${tail.length}`, tail, body)).body.code).toBe('progress-not-found');
      await from(`10.4.0.${tail.length}`, '', code);
    },
  );

  test('numbers and addresses are kept as keyed hashes', async () => {
    const { rows } = await world.services.db.pool.query('select * from failed_try');
    expect(rows.length).toBeGreaterThan(10);
    expect(JSON.stringify(rows)).not.toMatch(/JXXF|10\.\d+\.0/);
  });
});

describe('papers', () => {
  test('one of the application, none of another', async () => {
    const { papers } = (await from('10.5.0.1', '', code)).body;
    const reply = await world.app.inject({
      method: 'POST',
      url: at('/paper'),
      payload: { ...code, paperId: papers[0].paperId },
    });
    expect(reply.statusCode).toBe(200);
    expect(reply.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const recordId = await world.record(subjectKey, {
      matterKey: 'culture-tourism',
      unitId: 'culture-360700',
      regionCode: '360700',
    });
    const other = await owner.post(
      `/api/v1/subjects/${subjectKey}/applications`,
      await world.application(subjectKey, [recordId]),
    );
    await world.work();
    const theirs = (await owner.get(`/api/v1/subjects/${subjectKey}/applications/${other.body.applicationId}`)).body
      .papers[0];
    expect((await from('10.5.0.1', '/paper', { ...code, paperId: theirs.paperId })).status).toBe(404);
    // Nor can an item of the other application of the same subject be acted on.
    const foreign = {
      ...code,
      itemNumber: other.body.items[0].number,
      requestId: randomUUID(),
      version: 2,
      reason: '不办了',
    };
    expect((await from('10.5.0.1', '/withdrawal', foreign)).body.code).toBe('item-not-found');
  });

  test('everything in one archive: papers, uploads, a list with the digest of each', async () => {
    const reply = await world.app.inject({ method: 'POST', url: at('/everything'), payload: code });
    expect(reply.headers['content-type']).toBe('application/zip');
    const files = await unpack(reply.rawPayload);
    const names = [...files.keys()];
    expect(names.filter((name) => name.startsWith('文书/')).length).toBeGreaterThanOrEqual(3);
    expect(names.some((name) => name.startsWith('文书/') && name.includes('收件回执'))).toBe(true);
    expect(names.some((name) => name.startsWith('我交的材料/'))).toBe(true);
    const list = files.get('清单.csv')!.toString();
    for (const name of names.filter((one) => one !== '清单.csv')) expect(list).toContain(name);
    const same = await owner.get(`/api/v1/subjects/${subjectKey}/applications/${applicationId}/everything`);
    expect(same.status).toBe(200);
    const stranger = await world.applicant(await world.subject());
    expect((await stranger.get(`/api/v1/subjects/${subjectKey}/applications/${applicationId}/everything`)).status).toBe(
      404,
    );
  });
});

describe('a question', () => {
  const text = '受理以后还要多久？';
  test('goes to the unit with a day, once however often it is sent; the answer comes back to both', async () => {
    const requestId = randomUUID();
    const body = { ...code, itemNumber, requestId, text };
    const [one] = [await from('10.6.0.1', '/questions', body), await from('10.6.0.1', '/questions', body)];
    expect(one.body.items[0].questions).toMatchObject([{ text, due: '2026-11-26', standing: 'later', answer: null }]);
    await world.work();
    const desk = (await officer.get('/api/v1/office/questions')).body;
    expect(desk).toMatchObject({ open: 1, overdue: 0, questions: [{ itemId, question: { text } }] });
    expect((await officer.get('/api/v1/messages')).body.messages[0].body).toContain('不是法定期限');
    const { questionId } = desk.questions[0].question;
    const stranger = await world.officer('emergency-360200');
    expect((await stranger.post(itemPath(`/questions/${questionId}/answer`), { text: '不归我们' })).status).toBe(404);
    expect((await stranger.get(itemPath('/questions'))).status).toBe(404);
    const both = await Promise.all(
      ['一', '二'].map((n) => officer.post(itemPath(`/questions/${questionId}/answer`), { text: `答复${n}` })),
    );
    expect(both.map((reply) => reply.status).sort()).toEqual([200, 409]);
    await world.work();
    const seen = (await from('10.6.0.1', '', code)).body.items[0].questions[0];
    expect(seen).toMatchObject({ standing: 'answered', answer: expect.stringMatching(/^答复/) });
    expect(seen.answeredBy).not.toContain('示例经办');
    expect((await officer.get(itemPath('/questions'))).body.questions[0].answeredBy).toContain('示例经办');
    // The application whole holds both beside its events: one line of time.
    const whole = (await owner.get(`/api/v1/subjects/${subjectKey}/applications/${applicationId}`)).body;
    expect(whole.questions).toMatchObject([{ itemId, text, due: '2026-11-26', answer: seen.answer }]);
    expect(whole.questions[0].answeredBy).not.toContain('示例经办');
    const told = (await owner.get('/api/v1/messages')).body.messages[0];
    expect(told.title).toContain('答复了您的提问');
    expect(told.channels.map((one: { channel: string }) => one.channel)).toContain('sms');
  });

  test('does not change the item: what an officer has open stays current', async () => {
    const before = (await officer.get(itemPath())).body.summary.version;
    await owner.post(itemPath('/questions'), { requestId: randomUUID(), text: '需要我来一趟吗？' });
    expect((await officer.get(itemPath())).body.summary.version).toBe(before);
  });

  test('three may wait, a fourth is told to; supervision counts what is past its day and reads none', async () => {
    for (let n = 0; n < 2; n += 1)
      await owner.post(itemPath('/questions'), { requestId: randomUUID(), text: `问题之${n}？？` });
    const fourth = await owner.post(itemPath('/questions'), { requestId: randomUUID(), text: '第四个问题？' });
    expect(fourth).toMatchObject({ status: 422, body: { code: 'questions-open' } });
    expect((await owner.get(itemPath('/questions'))).body.whyNot).toContain('答复');
    world.on('2026-11-30');
    const supervisor = await world.officer('ndrc-360100', 'supervisor');
    const counted = await supervisor.get('/api/v1/supervision/questions');
    expect(counted.body).toMatchObject({ open: 3, overdue: 3 });
    expect(counted.text).not.toContain('问题之');
    const elsewhere = await world.officer('ndrc-360200', 'supervisor');
    expect((await elsewhere.get('/api/v1/supervision/questions')).body).toMatchObject({ open: 0, overdue: 0 });
    world.on('2026-11-23');
  });

  test.each([
    ['too short', '在吗', 400],
    ['only spaces', '        ', 400],
    ['too long', '问'.repeat(501), 400],
  ])('%s is refused', async (_, words, status) => {
    const fresh = await world.officer('emergency-360100');
    expect((await owner.post(itemPath('/questions'), { requestId: randomUUID(), text: words })).status).toBe(status);
    expect((await fresh.post(itemPath('/questions'), { requestId: randomUUID(), text: '可以吗？' })).status).toBe(403);
  });
});

describe('acting by code', () => {
  async function upload(materialKey: string, address = '10.7.0.1') {
    const boundary = 'xxBOUNDARYxx';
    const fields = { ...code, itemNumber, materialKey };
    const parts = Object.entries(fields).map(
      ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(parts.join('') + file), png, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const reply = await world.app.inject({
      method: 'POST',
      url: at('/attachments'),
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload,
      remoteAddress: address,
    });
    return { status: reply.statusCode, body: reply.json() };
  }
  /** Sends one piece of a begun upload. */
  async function piece(address: string, fields: object, content: Buffer) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...code, itemNumber, ...fields })) form.append(name, String(value));
    form.append('file', new Blob([content]), 'piece');
    const sent = new Response(form);
    const reply = await world.app.inject({
      method: 'POST',
      url: at('/uploads/chunk'),
      headers: { 'content-type': sent.headers.get('content-type')! },
      payload: Buffer.from(await sent.arrayBuffer()),
      remoteAddress: address,
    });
    return { status: reply.statusCode, body: reply.json() };
  }
  const act = (over: object) => ({ ...code, itemNumber, requestId: randomUUID(), ...over });

  test('nothing can be uploaded or corrected unless it was asked for', async () => {
    expect((await upload('proof')).body.code).toBe('not-asked-for');
    const { version } = (await officer.get(itemPath())).body.summary;
    expect((await from('10.7.0.1', '/correction', act({ version, materials: [] }))).status).toBe(409);
  });

  test('an upload goes on where the line broke, by the code it was begun with; wrong codes are counted at every step', async () => {
    const address = '10.7.1.1';
    const file = pdf('整改证明.pdf', 'stamped').content;
    const content = Buffer.concat([Buffer.from(file), Buffer.from(`\n%${'x'.repeat(300_000)}\n%%EOF\n`)]);
    const digest = createHash('sha256').update(content).digest('hex');
    const begun = {
      ...code,
      itemNumber,
      materialKey: 'proof',
      fileName: '整改证明.pdf',
      bytes: content.length,
      digest,
    };
    expect((await from(address, '/uploads', begun)).body.code).toBe('not-asked-for');
    const { version } = (await officer.get(itemPath())).body.summary;
    await officer.post(itemPath('/request-correction'), {
      requestId: randomUUID(),
      version,
      missing: [
        { key: 'proof', name: '整改证明', reason: '没有盖章' },
        { key: 'form:phone', name: '联系电话', reason: '打不通' },
      ],
    });
    await world.work();
    for (const materialKey of ['other', 'form:phone'])
      expect((await from(address, '/uploads', { ...begun, materialKey })).body.code).toBe('not-asked-for');

    const first = await from(address, '/uploads', begun);
    expect(first).toMatchObject({ status: 201, body: { received: 0 } });
    const { uploadId, chunkBytes } = first.body;
    const part = content.subarray(0, chunkBytes);
    expect(await piece(address, { uploadId, at: 0 }, part)).toMatchObject({ body: { received: chunkBytes } });
    expect(await piece(address, { uploadId, at: 0 }, part)).toMatchObject({ body: { received: chunkBytes } });
    const early = await from(address, '/uploads/finish', { ...code, itemNumber, uploadId });
    expect(early.body.code).toBe('upload-incomplete');
    const again = await from('10.7.1.2', '/uploads', begun);
    expect(again.body).toMatchObject({ uploadId, received: chunkBytes });

    const wrong = { queryCode: '77777777' };
    expect((await piece('10.7.1.3', { uploadId, at: chunkBytes, ...wrong }, part)).body.code).toBe(
      'progress-not-found',
    );
    for (const tail of ['/uploads', '/uploads/finish'])
      expect((await from('10.7.1.3', tail, { ...begun, uploadId, ...wrong })).body.code).toBe('progress-not-found');
    // Whoever has logged in has uploads of their own.
    const theirs = `/api/v1/subjects/${subjectKey}/uploads/${uploadId}/finish`;
    expect((await owner.post(theirs, {})).body.code).toBe('upload-gone');

    const rest = content.subarray(chunkBytes);
    expect(await piece(address, { uploadId, at: chunkBytes }, rest)).toMatchObject({
      body: { received: content.length },
    });
    const done = await from(address, '/uploads/finish', { ...code, itemNumber, uploadId });
    expect(done).toMatchObject({ status: 201, body: { fileName: '整改证明.pdf', scan: 'received' } });
    const repeated = await from(address, '/uploads/finish', { ...code, itemNumber, uploadId });
    expect(repeated.body.attachmentId).toBe(done.body.attachmentId);
  });

  test('correction: the named fields and materials, nothing else; the ledger says it came by code', async () => {
    const before = (await officer.get(itemPath())).body.form;
    const asked = await from('10.7.0.1', '', code);
    const { items } = asked.body;
    expect(items[0]).toMatchObject({ mayCorrect: true, missing: [{ key: 'proof', reason: '没有盖章' }, {}] });
    // Of the form nothing is opened but the field that was named.
    expect(items[0].fields).toEqual([{ key: 'form:phone', value: before.phone, asks: null }]);
    expect(JSON.stringify(asked.body)).not.toContain(before.address);
    expect((await upload('something-else')).body.code).toBe('not-asked-for');
    expect((await upload('form:phone')).body.code).toBe('not-asked-for');
    const kept = await upload('proof');
    expect(kept.status).toBe(201);
    const seen = items[0].summary.version;
    const none = await from('10.7.0.1', '/correction', act({ version: seen, materials: [] }));
    expect(none).toMatchObject({ status: 422, body: { code: 'correction-incomplete' } });
    const answer = (phone: string) => [
      { key: 'proof', attachmentIds: [kept.body.attachmentId] },
      { key: 'form:phone', attachmentIds: [], text: phone },
    ];
    const odd = await from('10.7.0.1', '/correction', act({ version: seen, materials: answer('12') }));
    expect(odd).toMatchObject({ status: 400, body: { code: 'correction-odd' } });
    expect(odd.body.detail).toContain('手机号');
    const materials = answer('13900000077');
    const stale = await from('10.7.0.1', '/correction', act({ version: seen - 1, materials }));
    expect(stale.status).toBe(409);
    const done = await from('10.7.0.1', '/correction', act({ version: seen, materials }));
    expect(done.body.items[0]).toMatchObject({
      mayCorrect: false,
      missing: [],
      fields: [],
      summary: { state: 'lodged' },
    });
    const told = (await officer.get(itemPath())).body.corrections.find((one: { isField: boolean }) => one.isField);
    expect(told).toMatchObject({ name: '联系电话', before: before.phone, after: '13900000077' });
    const timeline = (await owner.get(itemPath())).body.timeline;
    expect(timeline.at(-1).by).toBe('申请人（凭查询码）');
  });

  test('withdrawing, with a reason, once', async () => {
    const { version } = (await from('10.7.0.1', '', code)).body.items[0].summary;
    expect((await from('10.7.0.1', '/withdrawal', act({ version, reason: '  ' }))).status).toBe(400);
    const body = act({ version, reason: '另行处理' });
    const first = await from('10.7.0.1', '/withdrawal', body);
    expect(first.body.items[0]).toMatchObject({ mayWithdraw: false, summary: { state: 'withdrawn' } });
    expect((await from('10.7.0.1', '/withdrawal', body)).status).toBe(200);
    expect((await from('10.7.0.1', '/withdrawal', act({ version: version + 1, reason: '再撤' }))).status).toBe(409);
  });
});
