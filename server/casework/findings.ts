import type { grantItem } from '#contract/casework.ts';
import type { BodyOf } from '#contract/endpoint.ts';
import type { Desk } from '#domain/casework/deciding.ts';
import { findMatterVersion } from '#domain/catalog/catalog.ts';
import type { ConditionFinding, FoundIn } from '#domain/item/grounds.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { ActContext } from '../item/act-on-item.ts';
import { findApplicationPart, listAttachments } from './casework-store.ts';
import { conditionsOf } from './decisions.ts';
import { filesOfItem } from './item-files.ts';

type Given = BodyOf<typeof grantItem>['findings'];

const namesOfOthers: Readonly<Record<string, string>> = {
  verification: '核实时取得的材料',
  'signed-form': '签名的申请表和承诺书',
  authorisation: '授权委托书',
};

/**
 * Findings in the words of the matter as it was when the item began, with the papers they rest on by name: what is printed in a decision
 * is not the browser's to choose. Refuses a paper that is not of this item's file.
 */
export async function findingsOn(desk: Desk, context: ActContext, given: Given): Promise<ConditionFinding[] | Refusal> {
  const named = given.flatMap((one) => one.attachmentIds ?? []);
  const files = named.length > 0 ? await namesOfFiles(desk, context) : new Map<string, string>();
  if (named.some((id) => !files.has(id)))
    return refuse('invalid', 'attachment-unknown', '依据材料里有一份不在这一件的案卷里，请刷新后重新选。');
  return conditionsOf(desk, context).flatMap(({ key, text }) => {
    const found = given.find((one) => one.key === key);
    if (!found) return [];
    const papers: FoundIn[] = [...new Set(found.attachmentIds)].map((attachmentId) => ({
      attachmentId,
      name: files.get(attachmentId)!,
    }));
    return [{ key, text, met: found.met, evidence: found.evidence.trim(), ...(papers.length > 0 ? { papers } : {}) }];
  });
}

/** The files of the item by what the matter calls them. */
async function namesOfFiles({ item }: Desk, { tx, catalog }: ActContext): Promise<Map<string, string>> {
  const { subjectKey, applicationId, itemId, recordId } = item;
  const application = await findApplicationPart(tx, subjectKey, applicationId);
  const own = application?.items.find((one) => one.recordId === recordId);
  const materials = findMatterVersion(catalog, item.matterKey, item.matterVersion)?.materials ?? [];
  const files = filesOfItem(await listAttachments(tx, subjectKey, applicationId), { itemId, own });
  return new Map(
    files
      .filter((one) => one.scan !== 'infected')
      .map((one) => [
        one.attachment_id,
        materials.find((material) => material.key === one.material_key)?.name ??
          namesOfOthers[one.material_key] ??
          '补充材料',
      ]),
  );
}
