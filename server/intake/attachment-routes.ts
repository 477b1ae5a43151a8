import * as contract from '#contract/attachments.ts';
import { refuse } from '#domain/refusal.ts';
import type { Services } from '../platform/app-context.ts';
import { type Route, route } from '../platform/route.ts';
import { readAttachment } from './attachments.ts';
import { listReusableMaterials, reuseAttachment } from './reuse-attachment.ts';
import { beginUpload, dropUpload, finishUpload, putChunk, uploadWhole } from './take-upload.ts';

/** Materials: on their way in, given again, looked at. */
export function attachmentRoutes(services: Services): Route[] {
  return [
    route(contract.beginUpload, ({ actor, params, body }) => beginUpload(services, { actor, ...params }, body)),
    route(contract.putUploadChunk, ({ actor, params, query, octets }) =>
      putChunk(services, { actor, ...params }, query.at, octets!),
    ),
    route(contract.finishUpload, ({ actor, params }) => finishUpload(services, { actor, ...params })),
    route(contract.dropUpload, ({ actor, params }) => dropUpload(services, { actor, ...params })),
    route(contract.uploadAttachment, async ({ actor, params, body, file }) =>
      file
        ? uploadWhole(services, { actor, ...params }, body.materialKey, file)
        : refuse('invalid', 'file-missing', '没有收到文件。'),
    ),
    route(contract.listReusableMaterials, ({ actor, params }) =>
      listReusableMaterials(services, actor, params.subjectKey),
    ),
    route(contract.reuseAttachment, ({ actor, params, body }) =>
      reuseAttachment(services, actor, params.subjectKey, params.attachmentId, body),
    ),
    route(contract.readAttachment, ({ actor, params, query }) =>
      readAttachment(services, actor, params.subjectKey, params.attachmentId, query.reason),
    ),
  ];
}
