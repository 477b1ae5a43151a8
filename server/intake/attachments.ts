import { type Refusal, refuse } from '#domain/refusal.ts';
import { noteOfSubject } from '../access/reading-log.ts';
import { type Actor, checkSubject, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { FileReply } from '../platform/route.ts';
import { logAccess } from '../record/log-access.ts';
import { findFile } from './attachment-store.ts';
import { mayOpenUpload } from './within-mandate.ts';

/**
 * A material to look at. The row policy lets every unit of a joint application in; an authority opens only what was handed in for an
 * item of its own (个人信息保护法第六条: no more than the purpose needs). In an office a file that the scanner has not seen yet opens only
 * for a reason, which is noted; whoever gave it opens it as it is.
 */
export async function readAttachment(
  services: Services,
  actor: Actor,
  subjectKey: string,
  attachmentId: string,
  reason: string | undefined,
): Promise<FileReply | Refusal> {
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  const scope = scopeOf(actor, ['unit', 'window']);
  const unit = scope.sees === 'unit' ? scope.unit : null;
  return services.db.transaction(scope, async (tx): Promise<FileReply | Refusal> => {
    const row = await findFile(tx, subjectKey, attachmentId, unit);
    if (!row || !(await mayOpenUpload(tx, actor, subjectKey, attachmentId)))
      return refuse('not-found', 'attachment-not-found', '没有找到这份材料，或者您无权查看。');
    if (row.scan === 'infected')
      return refuse(
        'unmet-condition',
        'attachment-infected',
        '这份材料查出了病毒，内容已经删除，打不开。请让申请人重新提交。',
      );
    if (row.scan === 'waiting' && actor.kind === 'officer') {
      if (!reason?.trim())
        return refuse(
          'unmet-condition',
          'attachment-waiting',
          '这份材料还没有查毒，查过就能打开。现在就要看的，请写明理由，会记录下来。',
        );
      await logAccess(
        tx,
        actor,
        'open-unscanned',
        subjectKey,
        { attachmentId, reason: reason.trim() },
        services.clock.now(),
      );
    }
    const unsaid = await noteOfSubject(tx, services, actor, scope, {
      act: 'read-attachment',
      subjectKey,
      detail: { attachmentId },
    });
    if (unsaid) return unsaid;
    return { file: true, type: row.media_type, name: row.file_name, content: row.content, inline: true };
  });
}
