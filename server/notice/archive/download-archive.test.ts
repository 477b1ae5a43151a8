import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { sm2 } from 'sm-crypto-v2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromBuffer } from 'yauzl';
import { isRefusal } from '#domain/refusal.ts';
import { type StartedSandbox, startSandbox } from '#sandbox/testing/start-sandbox.ts';
import { openGateways } from '../../gateways/open-gateways.ts';
import { openLocalSigner } from '../../gateways/signing/local-signer.ts';
import type { Signer } from '../../gateways/signing/signer.ts';
import { readSeal } from '../../gateways/signing/testing/read-seal.ts';
import type { FileReply } from '../../platform/route.ts';
import type { Task } from '../../platform/task.ts';
import { v7 } from '../../platform/uuid.ts';
import { noticeTasks } from '../notice-tasks.ts';
import { openPaperPress, type PaperPress } from '../papers/paper-press.ts';
import type { MessageGateways } from '../send-message.ts';
import { officerAt } from '../testing/people.ts';
import * as world from '../testing/small-world.ts';
import { metadataXml } from './archive-metadata.ts';
import { downloadArchive } from './download-archive.ts';

let w: world.SmallWorld;
let sandbox: StartedSandbox;
let press: PaperPress;
let signer: Signer;
let tasks: Task[];
const officer = officerAt(world.authority, ['officer']);

beforeAll(async () => {
  w = await world.openSmallWorld('2026-05-06');
  sandbox = await startSandbox();
  press = openPaperPress();
  const { certificateAuthority: authority } = openGateways(sandbox.gatewaySettings);
  signer = openLocalSigner({ dataDir: sandbox.options.dataDir, authority });
  tasks = noticeTasks(w.services, { press, signer, gateways: {} as MessageGateways });
});
afterAll(async () => {
  press.close();
  await sandbox.end();
  await w.close();
});

/** Files of an archive by their paths. */
function unpack(zip: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  return new Promise((done, failed) =>
    fromBuffer(zip, { lazyEntries: true }, (error, archive) => {
      if (error) return failed(error);
      archive.on('entry', (entry) =>
        archive.openReadStream(entry, async (trouble, stream) => {
          if (trouble) return failed(trouble);
          files.set(entry.fileName, await buffer(stream));
          archive.readEntry();
        }),
      );
      archive.on('end', () => done(files));
      archive.on('error', failed);
      archive.readEntry();
    }),
  );
}

/** An item's number is its application's with a tail. */
const applicationOf = ({ number }: world.Lodged) => number.slice(0, -3);

async function declined() {
  const it = await w.lodge({ atWindow: true });
  await w.happen(it, 'registered', {
    system: 'credit-china',
    receiptNo: 'XYZG1',
    receivedOn: '2026-05-06',
    clocks: [w.clockOf('acceptance', 3)],
  });
  const reasons = [{ code: 'x', text: '最短公示期没有届满 <请看> & “附件”' }];
  const version = await w.happen(it, 'declined', {
    reasons,
    docNumber: `洪应急信修不受〔2026〕${it.number.slice(-3)}号`,
  });
  const run = (name: string, payload: object) =>
    tasks.find((one) => one.name === name)!.run({ subjectKey: it.subjectKey, ...payload });
  await run('welcome-application', { applicationId: it.applicationId });
  await run('issue-papers', { itemId: it.itemId, version });
  return it;
}

async function packageOf(it: world.Lodged): Promise<Map<string, Buffer>> {
  const reply = await downloadArchive(w.services, signer, officer, it);
  if (isRefusal(reply)) throw new Error(reply.code);
  expect(reply).toMatchObject({ type: 'application/zip', name: `归档 ${applicationOf(it)}.zip` });
  return unpack(await buffer((reply as FileReply).content as never));
}

/** A file of the application that every unit of it may see by the row policy. */
async function attach(it: world.Lodged, name: string, itemId: string | null): Promise<void> {
  const at = w.clock.now();
  await w.all((tx) =>
    tx.run(
      `insert into attachment (subject_key, attachment_id, application_id, item_id, material_key, file_name, media_type, bytes, digest, content,
         uploaded_by, uploaded_at, unit_ids) values ($1, $2, $3, $4, 'duties-proof', $5, 'application/pdf', 4, '', $6, '{}', $7, $8)`,
      [it.subjectKey, v7(at), it.applicationId, itemId, name, Buffer.from(name), at, [world.authority.unitId]],
    ),
  );
}

test('the package holds sealed papers, metadata, the ledger as it is kept, and a signed list of all of it', async () => {
  const it = await declined();
  await w.work(tasks, 'print-paper', it.subjectKey);
  await attach(it, '缴款凭证.pdf', it.itemId);
  await attach(it, '别的单位的材料.pdf', null);
  const files = await packageOf(it);
  const names = [...files.keys()];
  expect(names.filter((name) => name.startsWith('材料/'))).toEqual(['材料/01 缴款凭证.pdf']);
  expect(names.filter((name) => name.startsWith('文书/')).length).toBe(3);
  expect(names).toContain(`台账/${it.number}.json`);

  const manifest = files.get('签名/清单.json')!;
  const { files: listed, number } = JSON.parse(manifest.toString()) as {
    number: string;
    files: { path: string; bytes: number; sha256: string; sm3: string }[];
  };
  expect(number).toBe(applicationOf(it));
  expect(listed.map(({ path }) => path).sort()).toEqual(
    names.filter((name) => !name.startsWith('签名/') && name !== '清单.csv').sort(),
  );
  for (const { path, bytes, sha256, sm3 } of listed) {
    const content = files.get(path)!;
    expect(bytes).toBe(content.length);
    expect(sha256, path).toBe(createHash('sha256').update(content).digest('hex'));
    expect(sm3, path).toBe(createHash('sm3').update(content).digest('hex'));
  }
  const point = Buffer.from(
    files
      .get('签名/公钥.pem')!
      .toString()
      .replace(/-----[A-Z ]+-----|\s/g, ''),
    'base64',
  );
  const signature = files.get('签名/清单.sig')!.toString('hex');
  const check = (text: Buffer) =>
    sm2.doVerifySignature(text, signature, point.subarray(-65).toString('hex'), { hash: true, der: true });
  expect(check(manifest)).toBe(true);
  expect(check(Buffer.from(manifest.toString().replace(applicationOf(it), 'JXXF20260506999999')))).toBe(false);

  const notice = files.get(names.find((name) => name.includes('不予受理'))!)!;
  expect(await readSeal(notice)).toMatchObject({ valid: true, whole: true, signer: world.authority.name });

  const { entries } = JSON.parse(files.get(`台账/${it.number}.json`)!.toString()) as {
    entries: { version: number; type: string; prev_hash: string; hash: string }[];
  };
  expect(entries.map(({ type }) => type)).toEqual(['submitted', 'registered', 'declined']);
  for (const [index, entry] of entries.entries()) if (index > 0) expect(entry.prev_hash).toBe(entries[index - 1]!.hash);
  const metadata = JSON.parse(files.get('元数据.json')!.toString());
  expect(metadata).toMatchObject({
    形成单位: world.authority.name,
    申请: { 申请编号: applicationOf(it), 申请人类型: '法人及非法人组织', 办结日期: '2026-05-06' },
    办件: [{ 办件编号: it.number, 办理结果: '不予受理' }],
  });
});

test('nothing leaves while an item is open or a paper waits, nor to a unit that had no part in it', async () => {
  const open = await w.lodge();
  expect(await downloadArchive(w.services, signer, officer, open)).toMatchObject({
    code: 'not-closed',
    text: expect.stringContaining(open.number),
  });
  const it = await declined();
  expect(await downloadArchive(w.services, signer, officer, it)).toMatchObject({ code: 'papers-not-ready' });
  await w.work(tasks, 'print-paper', it.subjectKey);
  const stranger = officerAt(world.marketBureau, ['officer']);
  expect(await downloadArchive(w.services, signer, stranger, it)).toMatchObject({ kind: 'not-found' });
  const operator = officerAt(world.authority, ['operator']);
  expect(await downloadArchive(w.services, signer, operator, it)).toMatchObject({ code: 'purpose-needed' });
  const readings = () =>
    w.all((tx) =>
      tx.run(`select actor from access_log where act = 'download-archive' and subject_key = $1`, [it.subjectKey]),
    );
  expect(await readings()).toEqual([]);
  await packageOf(it);
  expect(await readings()).toEqual([{ actor: officer.officerId }]);
});

test('XML takes every text: marks are escaped, what XML forbids is left out', () => {
  const xml = metadataXml({ 名称: '甲<乙>&\u0000\u0008"丙"', 空: null, 组: [{ 一: '1' }, { 一: '2' }] });
  expect(xml).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<归档元数据>\n  <名称>甲&lt;乙&gt;&amp;"丙"</名称>\n  <空/>\n' +
      '  <组>\n    <一>1</一>\n  </组>\n  <组>\n    <一>2</一>\n  </组>\n</归档元数据>\n',
  );
});
