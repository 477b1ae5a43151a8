import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type StartedSandbox, startSandbox } from '#sandbox/testing/start-sandbox.ts';
import { openGateways } from '../open-gateways.ts';
import type { CertificateAuthorityPort } from './certificate-authority-port.ts';
import { openLocalSigner } from './local-signer.ts';
import { withoutSignature } from './pdf-signature.ts';
import { readSeal } from './testing/read-seal.ts';
import { smallPdf } from './testing/small-pdf.ts';

let sandbox: StartedSandbox;
let authority: CertificateAuthorityPort;
let root: string;
let dataDir: string;
const noon = new Date('2026-11-23T04:00:00Z');
const days = (count: number) => new Date(noon.getTime() + count * 86_400_000);
const order = {
  unitId: 'yingji-360100',
  unitName: '某市应急管理局',
  reason: '准予信用修复决定书 某应急〔2026〕1号',
  at: noon,
};

beforeAll(async () => {
  sandbox = await startSandbox();
  const issued = openGateways(sandbox.gatewaySettings).certificateAuthority;
  authority = {
    issue: async (request) => {
      const outcome = await issued.issue(request);
      if (outcome.ok) root = outcome.certificates.at(-1)!;
      return outcome;
    },
  };
});
afterAll(() => sandbox.end());
beforeEach(async () => {
  sandbox.control.setMode('certificate-authority', { mode: 'ok' });
  dataDir = await mkdtemp(join(tmpdir(), 'signer-'));
  return () => rm(dataDir, { recursive: true, force: true });
});
const calls = () => sandbox.control.calls('certificate-authority').filter(({ status }) => status === 201).length;

describe('a sealed paper', () => {
  test('is one that another library finds whole, valid, under the authority, and bound to its certificate', async () => {
    const pdf = smallPdf('A paper');
    const sealed = await openLocalSigner({ dataDir, authority }).sealPdf({ ...order, pdf });
    const read = await readSeal(Buffer.from(sealed.pdf), root);
    expect(read).toMatchObject({
      valid: true,
      trusted: true,
      whole: true,
      signer: '某市应急管理局',
      number: sealed.certificate,
      subFilter: 'ETSI.CAdES.detached',
      reason: '准予信用修复决定书 某应急〔2026〕1号',
      signingTime: "D:20261123120000+08'00'",
      boundCertificate: read.certificateDigest,
    });
    // PAdES baseline: the time stands in the PDF, never among the signed attributes (ETSI EN 319 142-1 §6.3).
    expect([...read.attributes].sort()).toEqual([
      '1.2.840.113549.1.9.16.2.47',
      '1.2.840.113549.1.9.3',
      '1.2.840.113549.1.9.4',
    ]);
  });

  test('holds the press’s bytes as they were, and gives them back', async () => {
    const pdf = smallPdf('Unchanged');
    const { pdf: sealed } = await openLocalSigner({ dataDir, authority }).sealPdf({ ...order, pdf });
    expect(Buffer.from(sealed).subarray(0, pdf.length)).toEqual(pdf);
    expect(withoutSignature(Buffer.from(sealed))).toEqual(pdf);
    expect(withoutSignature(pdf)).toEqual(pdf);
  });

  test('adds nothing that is seen and nothing that PDF/A-2 forbids', async () => {
    const pdf = smallPdf('Looks the same');
    const { pdf: sealed } = await openLocalSigner({ dataDir, authority }).sealPdf({ ...order, pdf });
    const added = Buffer.from(sealed).subarray(pdf.length).toString('latin1');
    // ISO 19005-2 6.3.3: a widget without extent needs no appearance; 6.3.2: printed, neither hidden nor turned off; 6.4.1: no action.
    expect(added).toContain('/Subtype /Widget /FT /Sig /Rect [0 0 0 0] /F 132 ');
    expect(added).not.toMatch(/\/(AP|AA|A|XFA|NeedAppearances)\b/);
    // 6.1.3: the file keeps its first name and gets a new second one. Page, catalogue, field and signature are all that is written.
    expect(added).toMatch(/\/ID \[<00> <[0-9a-f]{32}>\]/);
    expect([...added.matchAll(/^(\d+) 0 obj$/gm)].map(([, id]) => Number(id))).toEqual([2, 5, 7, 6]);
  });

  test('is found out by one changed byte, and by bytes added behind', async () => {
    const { pdf } = await openLocalSigner({ dataDir, authority }).sealPdf({ ...order, pdf: smallPdf('Granted') });
    const bent = Buffer.from(pdf);
    bent[bent.indexOf('Granted')] = 'g'.charCodeAt(0);
    expect(await readSeal(bent, root)).toMatchObject({ valid: false, whole: true });
    expect(await readSeal(Buffer.concat([pdf, Buffer.from('\n% more\n')]), root)).toMatchObject({
      valid: true,
      whole: false,
    });
  });

  test('is not sealed twice', async () => {
    const signer = openLocalSigner({ dataDir, authority });
    const { pdf } = await signer.sealPdf({ ...order, pdf: smallPdf('Once') });
    await expect(signer.sealPdf({ ...order, pdf })).rejects.toMatchObject({ reason: 'not-a-paper' });
    await expect(signer.sealPdf({ ...order, pdf: Buffer.from('no pdf') })).rejects.toMatchObject({
      reason: 'not-a-paper',
    });
  });
});

describe('keys and certificates', () => {
  test('lie in a folder of the unit that nobody else reads, and are asked for once', async () => {
    const before = calls();
    const signer = openLocalSigner({ dataDir, authority });
    await Promise.all([1, 2, 3].map(() => signer.sealPdf({ ...order, pdf: smallPdf('x') })));
    await openLocalSigner({ dataDir, authority }).sealPdf({ ...order, pdf: smallPdf('after a restart') });
    expect(calls() - before).toBe(1);
    const folder = join(dataDir, 'signing', order.unitId);
    expect(await readdir(folder)).toEqual(['seal.pem']);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'seal.pem'))).mode & 0o777).toBe(0o600);
  });

  test('are renewed a month before they end, and go on while the authority is away', async () => {
    const first = await openLocalSigner({ dataDir, authority }).sealPdf({ ...order, pdf: smallPdf('1') });
    sandbox.control.setMode('certificate-authority', { mode: 'down' });
    const late = { ...order, at: days(385) };
    const away = await openLocalSigner({ dataDir, authority }).sealPdf({ ...late, pdf: smallPdf('2') });
    expect(away.certificate).toBe(first.certificate);
    sandbox.control.setMode('certificate-authority', { mode: 'ok' });
    sandbox.control.advance(380 * 86_400_000);
    const renewed = await openLocalSigner({ dataDir, authority }).sealPdf({ ...late, pdf: smallPdf('3') });
    expect(renewed.certificate).not.toBe(first.certificate);
    sandbox.control.reset();
  });

  test('that have ended seal nothing: the failure says whose and why', async () => {
    await openLocalSigner({ dataDir, authority }).sealPdf({ ...order, pdf: smallPdf('1') });
    sandbox.control.setMode('certificate-authority', { mode: 'down' });
    const ended = openLocalSigner({ dataDir, authority }).sealPdf({ ...order, at: days(2000), pdf: smallPdf('2') });
    await expect(ended).rejects.toMatchObject({
      reason: 'authority-unreachable',
      message: /某市应急管理局.*电子认证服务机构/,
    });
  });

  test('a unit that was renamed gets one with its new name', async () => {
    await openLocalSigner({ dataDir, authority }).sealPdf({ ...order, pdf: smallPdf('1') });
    const renamed = { ...order, unitName: '某市应急和消防管理局', pdf: smallPdf('2') };
    const { pdf } = await openLocalSigner({ dataDir, authority }).sealPdf(renamed);
    expect(await readSeal(Buffer.from(pdf), root)).toMatchObject({ signer: '某市应急和消防管理局', valid: true });
  });

  test('no authority: papers wait, heads of the ledger are signed all the same', async () => {
    const signer = openLocalSigner({ dataDir });
    await expect(signer.sealPdf({ ...order, pdf: smallPdf('1') })).rejects.toMatchObject({ name: 'SigningFailure' });
    const bytes = Buffer.from('head');
    const one = await signer.signDetached({ unitId: 'platform', bytes });
    const two = await openLocalSigner({ dataDir }).signDetached({ unitId: 'platform', bytes });
    expect(two.keyId).toBe(one.keyId);
    expect(signer.verifyDetached(two, bytes)).toBe(true);
  });
});
