import type { ReplyOf } from '#contract/endpoint.ts';
import type { listGuideVersions as contract, GuideVersion } from '#contract/guide.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Services } from '../../platform/app-context.ts';
import { type Edition, editionsOf, matterEditions } from './guide-editions.ts';
import { toEdition } from './guide-view.ts';

/** Every version of the guide, or those in which the text of one matter changed; latest first. */
export async function listGuideVersions(
  services: Services,
  asked: { readonly matter?: string },
): Promise<ReplyOf<typeof contract> | Refusal> {
  const catalog = await services.catalog();
  const today = services.clock.today();
  const editions = editionsOf(catalog, today);
  if (asked.matter === undefined) return { today, versions: editions.map((one) => whole(one, today)).reverse() };
  const key = asked.matter;
  const spans = matterEditions(editions, key);
  if (spans.length === 0) return refuse('not-found', 'matter-not-listed', `目录中没有事项“${key}”。`);
  const versions = spans.map(
    (one): GuideVersion => ({
      ...toEdition(one),
      state: stateOf(one, today),
      whatChanged: [{ matterKey: key, name: one.name, sentences: [...one.sentences] }],
    }),
  );
  return { today, versions: versions.reverse() };
}

function whole(edition: Edition, today: PlainDate): GuideVersion {
  return { ...toEdition(edition), state: stateOf(edition, today), whatChanged: toChanges(edition) };
}

/** What a version changed, for the wire. */
export function toChanges({ whatChanged }: Pick<Edition, 'whatChanged'>): GuideVersion['whatChanged'] {
  return whatChanged.map((one) => ({ ...one, sentences: [...one.sentences] }));
}

function stateOf({ from, to }: { from: PlainDate; to: PlainDate | null }, today: PlainDate): GuideVersion['state'] {
  if (today < from) return 'future';
  return to !== null && to < today ? 'past' : 'current';
}
