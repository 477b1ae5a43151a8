import { readFile } from 'node:fs/promises';
import type { AttachmentView } from '#contract/attachments.ts';
import * as contract from '#contract/progress.ts';
import { namedField } from '#domain/casework/correctable-fields.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { findItem } from '../item/ledger.ts';
import { scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { type Route, route } from '../platform/route.ts';
import { itemByNumber } from './item-by-number.ts';
import { openByCode, type TypedCode } from './open-by-code.ts';
import { beginUpload, finishUpload, putChunk, type Sender, uploadWhole } from './take-upload.ts';

/** Under which name evidence of an objection is uploaded. */
const objectionEvidence = 'objection-evidence';

const notAskedFor = () => refuse('unmet-condition', 'not-asked-for', '现在没有要求补这份材料。请刷新后看要补哪几项。');
const noFile = () => refuse('invalid', 'file-missing', '没有收到文件。');
const kept = ({ attachmentId, fileName, bytes, scan }: AttachmentView) => ({ attachmentId, fileName, bytes, scan });

interface ForItem extends TypedCode {
  readonly itemNumber: string;
  /** Absent where an upload goes on that was begun for a material. */
  readonly materialKey?: string;
}

/**
 * The sender of a file by number and code, for an item that waits for its correction, or whose decision may be objected to. Every request brings the code and is counted like
 * any other; what one application has begun, the code of another does not go on with.
 */
async function senderOf(services: Services, body: ForItem, address: string): Promise<Sender | Refusal> {
  const opened = await openByCode(services, body, address);
  if (isRefusal(opened)) return opened;
  const key = await itemByNumber(services, opened, body.itemNumber);
  if (isRefusal(key)) return key;
  const item = await services.db.read(scopeOf(opened.actor), (tx) => findItem(tx, key.subjectKey, key.itemId));
  const { materialKey } = body;
  const sender = {
    actor: { ...opened.actor, sub: `${opened.actor.sub}:${opened.applicationId}` },
    subjectKey: key.subjectKey,
  };
  // 36号第十八条 asks for evidence with an objection to a decision that went against the applicant.
  const closedAgainst = item?.state === 'declined' || item?.state === 'refused';
  if (closedAgainst && (materialKey === undefined || materialKey === objectionEvidence)) return sender;
  if (item?.state !== 'correcting') return notAskedFor();
  // A field of the form is answered by its value; no file belongs to it.
  if (materialKey !== undefined && (namedField(materialKey) || !item.missing.some((one) => one.key === materialKey)))
    return notAskedFor();
  return sender;
}

/** Materials of a correction by number and code: the same uploads as after a login, in one piece or through breaks of the line. */
export function uploadByCodeRoutes(services: Services): Route[] {
  return [
    route(contract.uploadByCode, async ({ body, address, file }) => {
      const sender = await senderOf(services, body, address);
      if (isRefusal(sender)) return sender;
      if (!file) return noFile();
      const done = await uploadWhole(services, sender, body.materialKey, file);
      return isRefusal(done) ? done : kept(done);
    }),
    route(contract.beginUploadByCode, async ({ body, address }) => {
      const sender = await senderOf(services, body, address);
      return isRefusal(sender) ? sender : beginUpload(services, sender, body);
    }),
    route(contract.putChunkByCode, async ({ body, address, file }) => {
      const sender = await senderOf(services, body, address);
      if (isRefusal(sender)) return sender;
      if (!file) return noFile();
      return putChunk(services, { ...sender, uploadId: body.uploadId }, body.at, await readFile(file.path));
    }),
    route(contract.finishUploadByCode, async ({ body, address }) => {
      const sender = await senderOf(services, body, address);
      if (isRefusal(sender)) return sender;
      const done = await finishUpload(services, { ...sender, uploadId: body.uploadId });
      return isRefusal(done) ? done : kept(done);
    }),
  ];
}
