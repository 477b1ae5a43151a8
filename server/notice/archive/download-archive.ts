import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { paperTitles } from '#contract/paper-models.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { Signer } from '../../gateways/signing/signer.ts';
import { type Actor, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import type { FileReply } from '../../platform/route.ts';
import { type ZipEntry, zipName, zipOf } from '../../platform/zip.ts';
import { platformName } from '../platform-name.ts';
import { archiveMetadata, metadataXml } from './archive-metadata.ts';
import { readArchived } from './archive-store.ts';
import { type Archive, type ArchiveKey, readArchive } from './read-archive.ts';

/** Signs the list of a package. */
export type ManifestSigner = Pick<Signer, 'signDetached'>;

/** A file of the package and where its bytes come from. */
interface Part {
  readonly path: string;
  readonly what: string;
  readonly content: () => Promise<Uint8Array> | Uint8Array;
}

/** A line of the list. */
interface Listed {
  readonly path: string;
  readonly what: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly sm3: string;
}

/**
 * The archive package of a closed application as one ZIP: sealed papers, what was handed in, metadata (XML and JSON), the ledger of each
 * item as it is kept, a list with SM3 and SHA-256 of every file, and the platform's SM2 signature of that list. Files are read one after
 * the other while they are sent.
 */
export async function downloadArchive(
  services: Services,
  signer: ManifestSigner,
  actor: Actor,
  key: ArchiveKey,
): Promise<FileReply | Refusal> {
  const archive = await readArchive(services, actor, key);
  if (isRefusal(archive)) return archive;
  const catalog = await services.catalog();
  const at = services.clock.now();
  const made = { by: actor.kind === 'officer' ? actor.unit.name : platformName, at: at.toISOString() };
  const metadata = archiveMetadata(archive, catalog, made);
  const read = (table: 'paper' | 'attachment', id: string) => () =>
    services.db.read(scopeOf(actor, ['unit']), async (tx) => {
      const content = await readArchived(tx, table, key.subjectKey, id);
      // Cutting the download short is right: a package with a hole would look whole.
      if (!content) throw new Error(`${table} ${id} has no content`);
      return content;
    });
  const parts: Part[] = [
    ...filesOf(archive, read),
    ...ledgersOf(archive),
    { path: '元数据.xml', what: '元数据', content: () => Buffer.from(metadataXml(metadata)) },
    { path: '元数据.json', what: '元数据', content: () => Buffer.from(`${JSON.stringify(metadata, null, 2)}\n`) },
  ];
  const about = { number: archive.application.number, closedOn: archive.closedOn, madeBy: made.by, madeAt: made.at };
  return {
    file: true,
    type: 'application/zip',
    name: `归档 ${archive.application.number}.zip`,
    content: Readable.from(zipOf(entriesOf(parts, about, signer, at))),
  };
}

type Read = (table: 'paper' | 'attachment', id: string) => () => Promise<Uint8Array>;

const two = (index: number) => String(index + 1).padStart(2, '0');

function filesOf({ papers, files }: Archive, read: Read): Part[] {
  return [
    ...papers.map((one, index) => {
      const title = one.title ?? paperTitles[one.kind];
      const name = zipName(`${[title, one.doc_number].filter(Boolean).join(' ')}.pdf`);
      return { path: `文书/${two(index)} ${name}`, what: title, content: read('paper', one.paper_id) };
    }),
    ...files.map((one, index) => ({
      path: `材料/${two(index)} ${zipName(one.file_name)}`,
      what: '申请人提交的材料',
      content: read('attachment', one.attachment_id),
    })),
  ];
}

/** One file for each item: its rows as they are kept, so that the chain of hashes can be followed without the platform. */
function ledgersOf({ items, entries }: Archive): Part[] {
  return items.map(({ itemId, number }) => {
    const rows = entries.filter((entry) => entry.item_id === itemId);
    const content = Buffer.from(`${JSON.stringify({ item: number, entries: rows }, null, 2)}\n`);
    return { path: `台账/${zipName(`${number}.json`)}`, what: '办件台账', content: () => content };
  });
}

async function* entriesOf(
  parts: readonly Part[],
  about: Readonly<Record<string, string>>,
  signer: ManifestSigner,
  at: Date,
): AsyncGenerator<ZipEntry> {
  const listed: Listed[] = [];
  for (const { path, what, content } of parts) {
    const bytes = await content();
    const digestOf = (algorithm: 'sha256' | 'sm3') => createHash(algorithm).update(bytes).digest('hex');
    listed.push({ path, what, bytes: bytes.byteLength, sha256: digestOf('sha256'), sm3: digestOf('sm3') });
    yield { name: path, at, content: () => bytes };
  }
  const manifest = Buffer.from(canonicalJson({ ...about, files: listed }));
  const signed = await signer.signDetached({ unitId: 'platform', bytes: manifest });
  const { signature, publicKey, ...named } = signed;
  const last: readonly [string, Buffer][] = [
    ['清单.csv', Buffer.from(table(listed))],
    ['签名/清单.json', manifest],
    ['签名/清单.sig', Buffer.from(signature, 'base64')],
    ['签名/公钥.pem', Buffer.from(publicKey)],
    [
      '签名/签名.json',
      Buffer.from(`${JSON.stringify({ ...named, userId: '1234567812345678', signature }, null, 2)}\n`),
    ],
    ['签名/怎样核对.txt', Buffer.from(howToCheck)],
  ];
  for (const [name, content] of last) yield { name, at, content: () => content };
}

/** A cell that begins like a formula stays text. */
function table(listed: readonly Listed[]): string {
  const rows = listed.map(({ path, what, bytes, sha256, sm3 }) => [path, what, String(bytes), sha256, sm3]);
  return stringify([['文件', '内容', '字节', 'SHA-256', 'SM3'], ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

const howToCheck = `清单.json 列出包内每个文件的字节数、SHA-256 和 SM3，由平台用 SM2 密钥签名（GM/T 0009，用户标识 1234567812345678）。

在“签名”目录下用 OpenSSL 3 核对：
  openssl dgst -sm3 -verify 公钥.pem -sigopt distid:1234567812345678 -signature 清单.sig 清单.json
显示 Verified OK 即清单没有改过；再核对各文件的摘要：
  openssl dgst -sm3 文件
公钥应与平台公布的一致（签名.json 里的 keyId 是公钥 SM3 摘要的前 16 位）。
“文书”里的 PDF 另有出具单位的电子签章，用 PDF 阅读器可以查看。
`;
