import { readFile } from 'node:fs/promises';
import type { ReplyOf } from '#contract/endpoint.ts';
import type { uploadAttachment as contract } from '#contract/intake.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { type Actor, checkSubject, ledgerActor, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { insertRows } from '../platform/database.ts';
import type { FileReply, UploadedFile } from '../platform/route.ts';
import { v7 } from '../platform/uuid.ts';
import { fileKindOf, nameFor } from './file-kind.ts';

/** Keeps a material until the application it belongs to is submitted. */
export async function keepAttachment(
  services: Services,
  actor: Actor,
  subjectKey: string,
  materialKey: string,
  file: UploadedFile,
): Promise<ReplyOf<typeof contract> | Refusal> {
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  if (actor.kind === 'guest') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const limit = services.config.uploadLimitMb;
  if (file.bytes > limit * 1024 * 1024)
    return refuse('invalid', 'file-too-large', `文件太大，单份材料不能超过 ${limit} MB。`, {
      fields: [{ field: 'file', text: '请压缩或分开拍照后再上传。' }],
    });
  const mediaType = await fileKindOf(file.path);
  if (!mediaType)
    return refuse('invalid', 'file-type', '只接受 PDF、JPG、PNG 文件，请换成照片或 PDF 再上传。', {
      fields: [{ field: 'file', text: '文件内容不是 PDF、JPG 或 PNG。' }],
    });
  const now = services.clock.now();
  const attachmentId = v7(now);
  const fileName = nameFor(file.fileName, mediaType);
  const content = await readFile(file.path);
  const window = actor.kind === 'officer' ? actor.unit.unitId : null;
  return services.db.transaction(scopeOf(actor, ['window']), async (tx) => {
    await insertRows(
      tx,
      'attachment',
      [
        'subject_key',
        'attachment_id',
        'material_key',
        'file_name',
        'media_type',
        'bytes',
        'digest',
        'content',
        'uploaded_by',
        'uploaded_at',
        'window_unit_id',
      ],
      [
        [
          subjectKey,
          attachmentId,
          materialKey,
          fileName,
          mediaType,
          file.bytes,
          file.digest,
          content,
          JSON.stringify(ledgerActor(actor)),
          now,
          window,
        ],
      ],
    );
    return { attachmentId, materialKey, fileName, mediaType, bytes: file.bytes, digest: file.digest };
  });
}

interface FileRow {
  readonly file_name: string;
  readonly media_type: string;
  readonly content: Buffer;
}

/**
 * A material to look at. The row policy lets every unit of a joint application in; an authority opens only what was handed in for an
 * item of its own (个人信息保护法第六条: no more than the purpose needs).
 */
export async function readAttachment(
  services: Services,
  actor: Actor,
  subjectKey: string,
  attachmentId: string,
): Promise<FileReply | Refusal> {
  const scope = scopeOf(actor, ['unit', 'window']);
  const unit = scope.sees === 'unit' ? scope.unit : null;
  const rows = await services.db.read(scope, (tx) =>
    tx.query<FileRow>(
      'attachment-read',
      `select a.file_name, a.media_type, a.content from attachment a
       where a.subject_key = $1 and a.attachment_id = $2 and ($3::text is null or exists (
         select 1 from item i join application p on p.subject_key = i.subject_key and p.application_id = i.application_id
         where i.subject_key = a.subject_key and i.application_id = a.application_id and i.unit_id = $3
           and (a.item_id = i.item_id or p.items @> jsonb_build_array(jsonb_build_object('recordId', i.record_id,
             'materials', jsonb_build_array(jsonb_build_object('attachmentIds', jsonb_build_array(a.attachment_id))))))))`,
      [subjectKey, attachmentId, unit],
    ),
  );
  const row = rows[0];
  if (!row) return refuse('not-found', 'attachment-not-found', '没有找到这份材料，或者您无权查看。');
  return { file: true, type: row.media_type, name: row.file_name, content: row.content, inline: true };
}
