import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContentInfo, CryptoEngine, SignedData, TimeStampResp, TSTInfo } from 'pkijs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type StartedSandbox, startSandbox } from '#sandbox/testing/start-sandbox.ts';
import { type Gateways, openGateways } from '../open-gateways.ts';
import { openLocalSigner } from './local-signer.ts';
import { withoutSignature } from './pdf-signature.ts';
import { readSeal } from './testing/read-seal.ts';
import { smallPdf } from './testing/small-pdf.ts';
import { readTimeStampRequest, readTimeStampResponse, timeStampRequest } from './time-stamp.ts';

let sandbox: StartedSandbox;
let gateways: Gateways;
let root = '';
let dataDir: string;
const order = { unitId: 'yingji-360100', unitName: '某市应急管理局', reason: '准予信用修复决定书', at: new Date() };
const asked = { digest: createHash('sha256').update('a signature').digest(), nonce: 0x7f0102030405n };

beforeAll(async () => {
  sandbox = await startSandbox();
  gateways = openGateways(sandbox.gatewaySettings);
});
afterAll(() => sandbox.end());
beforeEach(async () => {
  sandbox.control.reset();
  dataDir = await mkdtemp(join(tmpdir(), 'stamps-'));
  return () => rm(dataDir, { recursive: true, force: true });
});

const signerWith = (timeStamps: Gateways['timeStamps']) =>
  openLocalSigner({
    dataDir,
    timeStamps,
    authority: {
      issue: async (request) => {
        const outcome = await gateways.certificateAuthority.issue(request);
        if (outcome.ok) root = outcome.certificates.at(-1)!;
        return outcome;
      },
    },
  });

async function stamped(request = timeStampRequest(asked)) {
  const outcome = await gateways.timeStamps.stamp({ request: request.toString('base64') });
  if (!outcome.ok) throw new Error(outcome.text);
  return Buffer.from(outcome.response, 'base64');
}
const arrayOf = (bytes: Uint8Array) => new Uint8Array(bytes).buffer;

describe('a seal with its time stamp', () => {
  test('is valid, bears a token of another library’s making over the signature itself, and says when', async () => {
    const pdf = smallPdf('Stamped');
    const sealed = await signerWith(gateways.timeStamps).sealPdf({ ...order, pdf });
    const read = await readSeal(Buffer.from(sealed.pdf), root);
    expect(read).toMatchObject({ valid: true, trusted: true, whole: true });
    expect(read.timeStamp).toMatchObject({ valid: true, trusted: true, ofThisSignature: true });
    expect(read.timeStamp!.at).toEqual(sealed.timeStampedAt);
    expect(Math.abs(sealed.timeStampedAt!.getTime() - Date.now())).toBeLessThan(60_000);
    expect(withoutSignature(Buffer.from(sealed.pdf))).toEqual(pdf);
  });

  test('goes without while the authority is away, says so, and does not ask again for every paper', async () => {
    const signer = signerWith(gateways.timeStamps);
    await signer.sealPdf({ ...order, pdf: smallPdf('1') });
    sandbox.control.setMode('certificate-authority', { mode: 'down' });
    const before = sandbox.control.calls('certificate-authority').length;
    for (const name of ['2', '3', '4']) {
      const sealed = await signer.sealPdf({ ...order, pdf: smallPdf(name) });
      expect(sealed.timeStampedAt).toBeNull();
      const read = await readSeal(Buffer.from(sealed.pdf), root);
      expect([read.valid, read.whole, read.timeStamp]).toEqual([true, true, undefined]);
    }
    expect(sandbox.control.calls('certificate-authority').length - before).toBe(1);
  });

  test.each([
    ['of something else', { ...asked, digest: createHash('sha256').update('another').digest() }],
    ['given to somebody else', { ...asked, nonce: 5n }],
  ])('an answer %s is not taken', async (_, given) => {
    const answer = await stamped(timeStampRequest(given));
    expect(() => readTimeStampResponse(answer, asked)).toThrow(/time stamp/);
    const sealed = await signerWith({
      stamp: async () => ({ ok: true, response: answer.toString('base64') }),
    }).sealPdf({ ...order, pdf: smallPdf('x') });
    expect(sealed.timeStampedAt).toBeNull();
  });

  test('one changed byte of the answer is found out', async () => {
    const answer = await stamped();
    expect(readTimeStampResponse(answer, asked).at.getTime()).toBeGreaterThan(0);
    const when = Buffer.from(/\d{14}Z/.exec(answer.toString('latin1'))![0]);
    const bent = Buffer.from(answer);
    bent[bent.indexOf(when) + 3] = bent[bent.indexOf(when) + 3]! ^ 1;
    expect(() => readTimeStampResponse(bent, asked)).toThrow('changed');
    expect(() => readTimeStampResponse(Buffer.from('3003020102', 'hex'), asked)).toThrow();
  });
});

describe('the stand-in of the authority', () => {
  test('answers as RFC 3161 has it: another library reads it and finds the signature good', async () => {
    const response = TimeStampResp.fromBER(arrayOf(await stamped()));
    expect(response.status.status).toBe(0);
    const signed = new SignedData({ schema: response.timeStampToken!.content });
    expect([signed.version, signed.encapContentInfo.eContentType]).toEqual([3, '1.2.840.113549.1.9.16.1.4']);
    const info = TSTInfo.fromBER(arrayOf(Buffer.from(signed.encapContentInfo.eContent!.getValue())));
    expect(Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView)).toEqual(asked.digest);
    const crypto = new CryptoEngine({ crypto: globalThis.crypto, name: 'node' });
    const data = arrayOf(Buffer.from('a signature'));
    expect(await signed.verify({ signer: 0, data, checkChain: false }, crypto)).toBe(true);
    expect(response.timeStampToken!.contentType).toBe(ContentInfo.SIGNED_DATA);
  });

  test('takes no other request', async () => {
    const outcome = await gateways.timeStamps.stamp({ request: Buffer.from('nonsense').toString('base64') });
    expect(outcome).toMatchObject({ ok: false, kind: 'refused' });
    expect(readTimeStampRequest(timeStampRequest(asked))).toEqual(asked);
  });
});
