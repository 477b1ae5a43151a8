import { readFile } from 'node:fs/promises';
import type {
  AttachmentView,
  beginUpload as beginContract,
  putUploadChunk as chunkContract,
  dropUpload as dropContract,
} from '#contract/attachments.ts';
import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { findSubject } from '../access/subject-store.ts';
import { type Actor, type Applicant, checkSubject, type Officer, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Scope } from '../platform/database.ts';
import { cleanFileName } from '../platform/file-name.ts';
import type { UploadedFile } from '../platform/route.ts';
import { v7 } from '../platform/uuid.ts';
import { findByRequest, toAttachmentView } from './attachment-store.ts';
import { digestOf } from './files/digest-of.ts';
import { keepFile } from './keep-file.ts';
import * as store from './upload-store.ts';

/** Small enough for a weak line, large enough that 20 MB need no more than eighty. */
const chunkBytes = 256 * 1024;
const mostOpen = 40;

/** Who sends which upload. */
export interface Sender {
  readonly actor: Actor;
  readonly subjectKey: string;
}
interface Upload extends Sender {
  readonly uploadId: string;
}

interface Known {
  readonly actor: Applicant | Officer;
  readonly scope: Scope;
  readonly owner: string;
  readonly windowUnitId: string | null;
}

function knownSender({ actor, subjectKey }: Sender): Known | Refusal {
  if (actor.kind === 'guest') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  const scope = scopeOf(actor, ['window']);
  return actor.kind === 'applicant'
    ? { actor, scope, owner: actor.sub, windowUnitId: null }
    : { actor, scope, owner: actor.officerId, windowUnitId: actor.unit.unitId };
}

const gone = () => refuse('not-found', 'upload-gone', '这次上传已经结束或者放得太久了，请重新上传。');

/** Begins an upload. The same file for the same material goes on where it stopped, also after a reload or on a new line. */
export async function beginUpload(
  services: Services,
  sender: Sender,
  body: BodyOf<typeof beginContract>,
): Promise<ReplyOf<typeof beginContract> | Refusal> {
  const known = knownSender(sender);
  if (isRefusal(known)) return known;
  const limit = services.config.uploadLimitMb;
  if (body.bytes > limit * 1024 * 1024)
    return refuse('invalid', 'file-too-large', `文件太大，单份材料不能超过 ${limit} MB。`, {
      fields: [{ field: 'file', text: '请压缩或分开拍照后再上传。' }],
    });
  const now = services.clock.now();
  const { subjectKey } = sender;
  return services.db.transaction(known.scope, async (tx) => {
    if (!(await findSubject(tx, subjectKey))) return refuse('not-found', 'subject-not-found', '没有找到这个主体。');
    const row = await store.beginUploadRow(tx, {
      subject_key: subjectKey,
      upload_id: v7(now),
      material_key: body.materialKey,
      file_name: cleanFileName(body.fileName),
      bytes: body.bytes,
      digest: body.digest,
      owner: known.owner,
      window_unit_id: known.windowUnitId,
      at: now,
    });
    if ((await store.countOpenUploads(tx, subjectKey)) > mostOpen)
      return refuse('conflict', 'too-many-uploads', `有 ${mostOpen} 份文件还没有传完，请先传完或取消其中几份。`);
    return { uploadId: row.upload_id, received: row.received, chunkBytes };
  });
}

/** Takes one piece. A piece that is already here is not kept twice; one that does not fit on says from where to go on. */
export async function putChunk(
  services: Services,
  upload: Upload,
  at: number,
  content: Buffer,
): Promise<ReplyOf<typeof chunkContract> | Refusal> {
  const known = knownSender(upload);
  if (isRefusal(known)) return known;
  const { subjectKey, uploadId } = upload;
  const now = services.clock.now();
  return services.db.transaction(known.scope, async (tx) => {
    const row = await store.findUpload(tx, subjectKey, uploadId, known.owner);
    if (!row) return gone();
    const end = at + content.length;
    if (content.length === 0 || end > row.bytes)
      return refuse('invalid', 'chunk-outside', '这一段不在文件的范围内，请重新上传。');
    if (end <= row.received) return { received: row.received };
    const { windowUnitId } = known;
    const fits =
      at === row.received && (await store.addChunk(tx, { subjectKey, uploadId, windowUnitId, at, content, now }));
    if (fits) return { received: end };
    const { received } = (await store.findUpload(tx, subjectKey, uploadId, known.owner)) ?? row;
    return refuse('conflict', 'upload-gap', '这一段和已收到的接不上，请从断开的地方接着传。', { more: { received } });
  });
}

/** All pieces are here: the file is put together, compared, looked into, scanned and kept. A repeated end gives the same material. */
export async function finishUpload(services: Services, upload: Upload): Promise<AttachmentView | Refusal> {
  const known = knownSender(upload);
  if (isRefusal(known)) return known;
  const { subjectKey, uploadId } = upload;
  const { scope } = known;
  const found = await services.db.read(scope, async (tx) => {
    const row = await store.findUpload(tx, subjectKey, uploadId, known.owner);
    if (!row) return { kept: await findByRequest(tx, subjectKey, uploadId) };
    if (row.received < row.bytes) return { row };
    return { row, content: await store.readUploaded(tx, subjectKey, uploadId) };
  });
  if (!found.row) return found.kept ? toAttachmentView(found.kept) : gone();
  const { row, content } = found;
  if (!content)
    return refuse('conflict', 'upload-incomplete', '还没有传完，请从断开的地方接着传。', {
      more: { received: row.received },
    });
  const drop = () => services.db.transaction(scope, (tx) => store.deleteUpload(tx, subjectKey, uploadId));
  if (digestOf(content) !== row.digest) {
    await drop();
    return refuse('conflict', 'digest-differs', '收到的内容和原文件不一样，可能是线路出错，请重新上传。');
  }
  const arrived = { actor: known.actor, scope, subjectKey, requestId: uploadId, content };
  const kept = await keepFile(services, { ...arrived, materialKey: row.material_key, fileName: row.file_name }, (tx) =>
    store.deleteUpload(tx, subjectKey, uploadId),
  );
  if (isRefusal(kept)) await drop();
  return kept;
}

/** The person does not want it any more. */
export async function dropUpload(services: Services, upload: Upload): Promise<ReplyOf<typeof dropContract> | Refusal> {
  const known = knownSender(upload);
  if (isRefusal(known)) return known;
  const { subjectKey, uploadId } = upload;
  return services.db.transaction(known.scope, async (tx) => {
    const row = await store.findUpload(tx, subjectKey, uploadId, known.owner);
    return { dropped: row !== undefined && (await store.deleteUpload(tx, subjectKey, uploadId)) };
  });
}

/** A file that came in one request goes the same way: begun, put in pieces, finished. */
export async function uploadWhole(
  services: Services,
  sender: Sender,
  materialKey: string,
  file: UploadedFile,
): Promise<AttachmentView | Refusal> {
  const { fileName, bytes, digest } = file;
  const begun = await beginUpload(services, sender, { materialKey, fileName, bytes, digest });
  if (isRefusal(begun)) return begun;
  const upload = { ...sender, uploadId: begun.uploadId };
  const content = await readFile(file.path);
  for (let at = begun.received; at < bytes; at += chunkBytes) {
    const put = await putChunk(services, upload, at, content.subarray(at, at + chunkBytes));
    if (isRefusal(put)) return put;
  }
  return finishUpload(services, upload);
}
