import type { correctItem as contract } from '#contract/casework.ts';
import type { BodyOf } from '#contract/endpoint.ts';
import { correctItem as decide } from '#domain/casework/correct-item.ts';
import type { Desk } from '#domain/casework/deciding.ts';
import { findMatterVersion, type MatterExtraField } from '#domain/catalog/catalog.ts';
import { isRefusal, refuse } from '#domain/refusal.ts';
import type { ActContext } from '../item/act-on-item.ts';
import type { Services } from '../platform/app-context.ts';
import { bindToItem } from './casework-store.ts';
import { type DeskRequest, deskAct } from './desk-act.ts';

/** What the item's matter asks beside the form, in the version the item began with. */
export function extraFieldsOf({ item, today }: Desk, { catalog }: ActContext): readonly MatterExtraField[] {
  return findMatterVersion(catalog, item.matterKey, item.matterVersion, today)?.extraFields ?? [];
}

/** The applicant (or the window that took the application in) answers the one call for correction. */
export function correct(services: Services, request: DeskRequest & { body: BodyOf<typeof contract> }) {
  const { materials } = request.body;
  return deskAct(
    services,
    request,
    async (desk, context) => {
      const { tx } = context;
      const event = decide(desk, { materials, extraFields: extraFieldsOf(desk, context) });
      if (isRefusal(event)) return event;
      // Only what the answer may hold: files for anything that was not called for stay where they are.
      const ids = [...new Set(event.payload.materials.flatMap((one) => one.attachmentIds))];
      const { subjectKey, applicationId, itemId } = desk.item;
      const bound = await bindToItem(tx, { subjectKey, applicationId, itemId, ids });
      if (bound !== ids.length)
        return refuse('invalid', 'attachment-unknown', '有材料没有上传成功，请重新上传。', {
          fields: [{ field: 'materials', text: '有材料没有上传成功。' }],
        });
      return event;
    },
    ['window'],
  );
}
