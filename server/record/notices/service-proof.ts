import { readFile } from 'node:fs/promises';
import type { ReplyOf } from '#contract/endpoint.ts';
import type { keepServiceProof as contract } from '#contract/repair-notices.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import type { FileReply, UploadedFile } from '../../platform/route.ts';
import { v7 } from '../../platform/uuid.ts';
import { type RecordPath, recordNotFound } from '../make-repair-notice.ts';
import { findNotice } from '../notice-store.ts';
import { findRecord } from '../record-store.ts';
import { findProof, insertProof } from './service-store.ts';

/** What may be a proof, by its first bytes and not by its name. */
const kinds = [
  { type: 'application/pdf', ending: 'pdf', magic: '%PDF-' },
  { type: 'image/jpeg', ending: 'jpg', magic: '\xff\xd8\xff' },
  { type: 'image/png', ending: 'png', magic: '\x89PNG' },
] as const;

/** Keeps a scan of the return of service; the entry that names it is noted afterwards. */
export async function keepServiceProof(
  services: Services,
  actor: Actor,
  path: RecordPath,
  file: UploadedFile | undefined,
): Promise<ReplyOf<typeof contract> | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  if (!file) return wrongFile('file-missing', '没有收到文件，请选择文件后再上传。');
  const limit = services.config.uploadLimitMb;
  if (file.bytes > limit * 1024 * 1024) return wrongFile('file-too-large', `文件太大，不能超过 ${limit} MB。`);
  const content = await readFile(file.path);
  const kind = kinds.find((one) => content.subarray(0, one.magic.length).toString('latin1') === one.magic);
  if (!kind) return wrongFile('file-type', '只接受 PDF、JPG、PNG 文件，请换成照片或者扫描件再上传。');
  const { unit, officerId } = actor;
  const at = services.clock.now();
  return services.db.transaction({ sees: 'unit', unit: unit.unitId }, async (tx) => {
    const record = await findRecord(tx, path.subjectKey, path.recordId);
    const notice = record?.unit_id === unit.unitId ? await findNotice(tx, path.subjectKey, path.recordId) : undefined;
    if (!notice) return recordNotFound;
    const proofId = v7(at);
    const fileName = file.fileName.toLowerCase().endsWith(`.${kind.ending}`)
      ? file.fileName
      : `${file.fileName}.${kind.ending}`;
    await insertProof(tx, {
      subjectKey: path.subjectKey,
      proofId,
      noticeId: notice.notice_id,
      unitId: unit.unitId,
      regionCode: unit.regionCode,
      fileName,
      mediaType: kind.type,
      bytes: file.bytes,
      digest: file.digest,
      content,
      by: officerId,
      at,
    });
    return { proofId, fileName };
  });
}

function wrongFile(code: string, text: string): Refusal {
  return refuse('invalid', code, text, { fields: [{ field: 'file', text }] });
}

/** A proof to look at; only the unit that kept it may. */
export async function openServiceProof(
  services: Services,
  actor: Actor,
  path: RecordPath & { readonly proofId: string },
): Promise<FileReply | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const proof = await services.db.read({ sees: 'unit', unit: actor.unit.unitId }, (tx) => findProof(tx, path));
  if (!proof) return refuse('not-found', 'proof-not-found', '没有找到这份凭证，或者您无权查看。');
  return { file: true, type: proof.media_type, name: proof.file_name, content: proof.content, inline: true };
}
