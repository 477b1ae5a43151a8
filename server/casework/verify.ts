import { readFile } from 'node:fs/promises';
import type { AttachmentView } from '#contract/attachments.ts';
import type { verifyItem as contract } from '#contract/casework.ts';
import type { BodyOf } from '#contract/endpoint.ts';
import { verifyItem } from '#domain/casework/verify-item.ts';
import { checkAction } from '#domain/item/available-actions.ts';
import type { Verification } from '#domain/item/events.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { keepFile } from '../intake/keep-file.ts';
import { findItem } from '../item/ledger.ts';
import { type Actor, actingPerson, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { UploadedFile } from '../platform/route.ts';
import { v7 } from '../platform/uuid.ts';
import { bindEvidence, countEvidence } from './casework-store.ts';
import { conditionsOf } from './decisions.ts';
import { type DeskRequest, deskAct } from './desk-act.ts';

/** Under this key stand pictures and papers that an officer took when verifying: the unit's own file, not a material of the applicant. */
export const evidenceKey = 'verification';

/** 记录核实情况, with place, people, pictures, and what it shows for one condition. */
export function verify(services: Services, request: DeskRequest & { body: BodyOf<typeof contract> }) {
  const { method, finding, place, people, attachmentIds, condition, result } = request.body;
  const said: Verification = {
    method,
    finding: finding.trim(),
    ...(place === undefined ? {} : { place: place.trim() }),
    ...(people && people.length > 0 ? { people: people.map((one) => one.trim()).filter(Boolean) } : {}),
    ...(attachmentIds && attachmentIds.length > 0 ? { attachmentIds: [...new Set(attachmentIds)] } : {}),
    ...(condition ? { condition } : {}),
    ...(result ? { result } : {}),
  };
  return deskAct(services, request, async (desk, context) => {
    const ids = said.attachmentIds ?? [];
    const event = verifyItem(
      desk,
      said,
      conditionsOf(desk, context).map((one) => one.key),
    );
    if (isRefusal(event) || ids.length === 0) return event;
    const found = await countEvidence(context.tx, desk.item.subjectKey, desk.item.itemId, ids);
    if (found === ids.length) return event;
    return refuse('invalid', 'attachment-unknown', '有照片或材料没有上传成功，请重新上传。', {
      fields: [{ field: 'attachmentIds', text: '有照片或材料没有上传成功。' }],
    });
  });
}

/** Keeps a picture or paper of a verification with the item; the applicant and other units do not see it. */
export async function addEvidence(
  services: Services,
  actor: Actor,
  { subjectKey, itemId }: { readonly subjectKey: string; readonly itemId: string },
  file: UploadedFile | undefined,
): Promise<AttachmentView | Refusal> {
  if (actor.kind !== 'officer') return refuse('forbidden', 'role-missing', '您的身份不能进行这项操作。');
  if (!file) return refuse('invalid', 'file-missing', '没有收到文件。');
  const item = await services.db.read(scopeOf(actor, ['unit']), (tx) => findItem(tx, subjectKey, itemId));
  if (!item) return refuse('not-found', 'item-not-found', '没有找到这个办件，或者您无权查看它。');
  const refusal = checkAction(item, 'verify', actingPerson(actor));
  if (refusal) return refusal;
  // The row policy lets a unit write what is bound to its application already: kept and bound by the platform, for the unit that was checked.
  const kept = await keepFile(services, {
    actor,
    scope: { sees: 'all' },
    subjectKey,
    requestId: v7(services.clock.now()),
    materialKey: evidenceKey,
    fileName: file.fileName,
    content: await readFile(file.path),
  });
  if (isRefusal(kept)) return kept;
  await services.db.transaction({ sees: 'all' }, (tx) => bindEvidence(tx, item, kept.attachmentId));
  return kept;
}
