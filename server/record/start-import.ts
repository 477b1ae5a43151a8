import { open } from 'node:fs/promises';
import type { BodyOf } from '#contract/endpoint.ts';
import type { startImport as contract, ImportView } from '#contract/imports.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Actor, Officer } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { orderJobs } from '../platform/outbox.ts';
import type { UploadedFile } from '../platform/route.ts';
import { v7 } from '../platform/uuid.ts';
import { detectFileType } from './import/detect-file-type.ts';
import { importLimits } from './import/import-file.ts';
import { insertFilePart, insertImport } from './import-store.ts';
import { toImportView } from './import-view.ts';
import { logAccess } from './log-access.ts';

/**
 * Whose rows the platform's own jobs are: an import belongs to no subject, and outbox rows carry one in their key. The nil uuid is
 * given to no subject.
 */
export const platformSubject = '00000000-0000-0000-0000-000000000000';

const partBytes = 1024 * 1024;

/** Takes a file in: checks what it is, keeps it in parts that any worker can read, and orders the job that reads its rows. */
export async function startImport(
  services: Services,
  actor: Actor,
  body: BodyOf<typeof contract>,
  file: UploadedFile | undefined,
): Promise<ImportView | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  if (!file)
    return refuse('invalid', 'file-missing', '没有收到文件。', { fields: [{ field: 'file', text: '请选择文件。' }] });
  const reason = overrideReason(body);
  if (isRefusal(reason)) return reason;
  const limit = services.config.importLimitMb;
  const maxBytes = limit * 1024 * 1024;
  if (file.bytes > maxBytes)
    return refuseFileField('file-too-large', `文件超过 ${limit} MB 的上限，请分成几个文件导入。`);
  const type = await detectFileType(file.path, maxBytes, importLimits.maxRows);
  if (isRefusal(type)) return refuseFileField(type.code, type.text);
  return keepImport(services, actor, file, reason);
}

function refuseFileField(code: string, text: string): Refusal {
  return refuse('invalid', code, text, { fields: [{ field: 'file', text }] });
}

/** The reason under which wrong check digits pass; null where none are to pass. */
function overrideReason(body: BodyOf<typeof contract>): string | null | Refusal {
  if (!['1', 'true'].includes(body.overrideCheckDigit ?? '')) return null;
  const reason = body.overrideReason?.trim() ?? '';
  if (reason !== '') return reason;
  const text = '按原码导入须写明理由，理由会记入日志。';
  return refuse('invalid', 'fields-invalid', text, { fields: [{ field: 'overrideReason', text: '请写明放行理由。' }] });
}

async function keepImport(
  services: Services,
  actor: Officer,
  file: UploadedFile,
  reason: string | null,
): Promise<ImportView | Refusal> {
  const at = services.clock.now();
  const importId = v7(at);
  const content = await open(file.path);
  try {
    return await services.db.transaction({ sees: 'none' }, async (tx) => {
      const row = await insertImport(tx, {
        importId,
        fileName: file.fileName,
        digest: file.digest,
        unitId: actor.unit.unitId,
        uploadedBy: actor.officerId,
        overrideReason: reason,
        bytes: file.bytes,
        at,
      });
      for (let part = 0; part * partBytes < file.bytes; part++) {
        const { buffer, bytesRead } = await content.read(Buffer.alloc(partBytes), 0, partBytes, part * partBytes);
        await insertFilePart(tx, importId, part, buffer.subarray(0, bytesRead));
      }
      if (reason !== null)
        await logAccess(tx, actor, 'override-check-digit', null, { importId, fileName: file.fileName, reason }, at);
      // Who finds a record imports it: an officer for the own unit, an operator for any.
      const onlyUnit = actor.roles.includes('operator') ? null : actor.unit.unitId;
      await orderJobs(tx, platformSubject, [{ task: 'run-import', payload: { importId, onlyUnit } }], at);
      return toImportView(row, actor.name);
    });
  } finally {
    await content.close();
  }
}
