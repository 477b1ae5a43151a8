import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paperTitles } from '#contract/paper-models.ts';
import { openCertificateAuthorityClient } from '#server/gateways/signing/certificate-authority-client.ts';
import { childrenOf, readDer } from '#server/gateways/signing/der.ts';
import { openLocalSigner } from '#server/gateways/signing/local-signer.ts';
import { openTimeStampClient } from '#server/gateways/signing/time-stamp-client.ts';
import { openPaperPress } from '#server/notice/papers/paper-press.ts';
import { printPaper } from '#server/notice/papers/render-paper.ts';
import { samplePapers } from '#server/notice/papers/sample-papers.ts';

/**
 * `node tools/verify-seals.ts`: every kind of paper is printed and sealed, then handed to the programs of this machine: pdfsig (poppler)
 * and `openssl cms` for the PDFs, `openssl dgst -sm3` for a detached signature. Says what is missing; fails where one of them objects.
 */
const folder = mkdtempSync(join(tmpdir(), 'verify-seals-'));
const say = (line: string) => process.stdout.write(`${line}\n`);
const has = (program: string) => spawnSync(program, ['-v'], { stdio: 'ignore' }).error === undefined;
const programs = { pdfsig: has('pdfsig'), openssl: has('openssl') };
let faults = 0;

function verdict(what: string, good: boolean, said: string): void {
  if (!good) faults += 1;
  say(`${good ? '✓' : '×'} ${what}${good ? '' : `\n${said.trim()}`}`);
}

const run = (program: string, ...args: string[]) => {
  const { stdout, stderr, status } = spawnSync(program, args, { encoding: 'utf8' });
  return { said: `${stdout}${stderr}`, status };
};

/** The signature and what it covers, as two files. */
function takeApart(pdf: Buffer): { readonly covered: Buffer; readonly cms: Buffer } {
  const range = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(pdf.toString('latin1'));
  if (!range) throw new Error('no signature');
  const [, first, behind, rest] = range.slice(1).map(Number) as [number, number, number, number];
  const cms = Buffer.from(pdf.toString('latin1', first + 1, behind - 1), 'hex');
  return { covered: Buffer.concat([pdf.subarray(0, first), pdf.subarray(behind, behind + rest)]), cms };
}

/** The time stamp in a signature, as `openssl ts -verify` sees it: over the value of the signature, under the same root. */
function verifyStamp(kind: string, cms: Buffer, ca: string): void {
  const signer = childrenOf(
    childrenOf(childrenOf(childrenOf(readDer(cms))[1]!)[0]!).findLast((one) => one.tag === 0x31)!,
  )[0]!;
  const fields = childrenOf(signer);
  const value = fields.find((one) => one.tag === 0x04)!.content;
  const unsigned = fields.find((one) => one.tag === 0xa1);
  const token = unsigned && childrenOf(childrenOf(childrenOf(unsigned)[0]!)[1]!)[0]!.whole;
  const [stamped, answer] = [join(folder, 'value'), join(folder, 'token')];
  writeFileSync(stamped, value);
  writeFileSync(answer, token ?? '');
  const { said } = run('openssl', 'ts', '-verify', '-data', stamped, '-in', answer, '-token_in', '-CAfile', ca);
  verdict(`openssl ts -verify ${kind}`, said.includes('Verification: OK'), said);
}

/** The sandbox with its authority, in a process of its own as in a demonstration. */
async function startAuthority() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  const key = 'gateway-key-of-verify-seals';
  const env = {
    ...process.env,
    DATA_DIR: join(folder, 'sandbox'),
    DEMO: '1',
    SANDBOX_PORT: String(port),
    GATEWAY_KEY: key,
  };
  const program = join(import.meta.dirname, '../sandbox/main.ts');
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const target = {
    system: 'certificate-authority',
    title: '电子认证服务机构',
    url: `http://127.0.0.1:${port}/certificate-authority`,
    requesterId: 'jx-xyxf',
    key,
    timeoutMs: 5000,
  };
  const authority = openCertificateAuthorityClient(target);
  return { authority, timeStamps: openTimeStampClient(target), end: () => child.kill() };
}

const { authority, timeStamps, end } = await startAuthority();
const press = openPaperPress();
try {
  for (const [name, there] of Object.entries(programs)) if (!there) say(`- 本机没有 ${name}，跳过它的检查`);
  let root = '';
  const signer = openLocalSigner({
    dataDir: folder,
    timeStamps,
    authority: {
      issue: async (request) => {
        const outcome = await authority.issue(request);
        if (outcome.ok) root = outcome.certificates.at(-1) ?? '';
        return outcome;
      },
    },
  });
  const order = { unitId: 'sample', unitName: '某某市示例局', at: new Date() };
  let took = 0;
  let grown = 0;
  let count = 0;
  for (const [kind, model] of Object.entries(samplePapers)) {
    const { pdf } = await printPaper(model.kind, model as never, press);
    const began = performance.now();
    const sealed = Buffer.from((await signer.sealPdf({ ...order, pdf, reason: paperTitles[model.kind] })).pdf);
    if (count > 0) took += performance.now() - began;
    grown += sealed.length - pdf.length;
    count += 1;
    const path = join(folder, `${kind}.pdf`);
    writeFileSync(path, sealed);
    if (programs.pdfsig) {
      const { said } = run('pdfsig', path);
      const good = said.includes('Signature is Valid.') && said.includes('Total document signed');
      verdict(`pdfsig ${kind}`, good, said);
    }
    if (programs.openssl) {
      const { covered, cms } = takeApart(sealed);
      const [content, signature, ca] = [join(folder, 'content'), join(folder, 'cms'), join(folder, 'root.pem')];
      writeFileSync(content, covered);
      writeFileSync(signature, cms);
      writeFileSync(ca, root);
      const { said, status } = run(
        'openssl',
        'cms',
        '-verify',
        '-cades',
        '-binary',
        '-inform',
        'DER',
        '-in',
        signature,
        '-content',
        content,
        '-CAfile',
        ca,
        '-purpose',
        'any',
        '-out',
        join(folder, 'out'),
      );
      verdict(`openssl cms -cades ${kind}`, status === 0, said);
      verifyStamp(kind, cms, ca);
    }
  }
  if (programs.openssl) {
    const bytes = Buffer.from('江西省信用修复一件事 台账日封');
    const signed = await signer.signDetached({ unitId: 'platform', bytes });
    const [key, content, signature] = [join(folder, 'key.pem'), join(folder, 'bytes'), join(folder, 'sig')];
    writeFileSync(key, signed.publicKey);
    writeFileSync(content, bytes);
    writeFileSync(signature, Buffer.from(signed.signature, 'base64'));
    const { said } = run(
      'openssl',
      'dgst',
      '-sm3',
      '-verify',
      key,
      '-sigopt',
      'distid:1234567812345678',
      '-signature',
      signature,
      content,
    );
    verdict('openssl dgst -sm3（SM2 签名）', said.includes('Verified OK'), said);
    say(`  ${run('openssl', 'version').said.trim()}`);
  }
  say(
    `${count} 种文书：签一份平均 ${(took / (count - 1)).toFixed(1)} 毫秒，文件平均增大 ${Math.round(grown / count)} 字节`,
  );
} finally {
  press.close();
  end();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = faults === 0 ? 0 : 1;
