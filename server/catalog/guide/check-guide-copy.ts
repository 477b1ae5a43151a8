import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type { checkGuideCopy as contract, GuideChange, GuideEdition } from '#contract/guide.ts';
import { versionOn } from '#domain/catalog/guide-versions.ts';
import { diffDays, formatChineseShort, type PlainDate } from '#domain/plain-date.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Services } from '../../platform/app-context.ts';
import { type Edition, editionsOf, matterEditions } from './guide-editions.ts';
import { toEdition } from './guide-view.ts';
import { toChanges } from './list-guide-versions.ts';
import { notePortal } from './note-portal.ts';

interface Span extends GuideEdition {
  readonly changes: readonly GuideChange[];
}

/** Says whether a copy is today's text; where it is not, since when and what has changed since. */
export async function checkGuideCopy(
  services: Services,
  asked: BodyOf<typeof contract>,
): Promise<ReplyOf<typeof contract> | Refusal> {
  const { digest, version, matter, channel } = asked;
  if (digest === undefined && version === undefined) {
    const text = '请给出副本的摘要或者版本';
    return refuse('invalid', 'nothing-to-check', `${text}。`, { fields: [{ field: 'digest', text }] });
  }
  const today = services.clock.today();
  const editions = editionsOf(await services.catalog(), today);
  const spans = spansOf(editions, matter ?? matterOfDigest(editions, digest));
  const current = versionOn(spans, today);
  if (!current) return refuse('not-found', 'matter-not-listed', '今天的目录中没有这个事项。');
  const held = findHeld(spans, digest, version);
  const shown = held ?? { version: version ?? '', digest: digest ?? '' };
  if (shown.digest && held)
    await notePortal(services, channel, {
      page: 'check',
      copy: { form: 'reported', part: matter ?? '', version: shown.version, digest: shown.digest },
    });
  return { ...judge(spans, held, current, today), current: toEdition(current) };
}

type Judged = Omit<ReplyOf<typeof contract>, 'current'>;

function judge(spans: readonly Span[], held: Span | undefined, current: Span, today: PlainDate): Judged {
  if (held?.digest === current.digest)
    return { status: 'current', text: '是现行的一版。', held: toEdition(held), daysStale: 0, whatChanged: [] };
  if (!held)
    return {
      status: 'stale',
      text: '与本平台的任何一版都不同，请重新取用现行的一版。',
      held: null,
      daysStale: null,
      whatChanged: [],
    };
  if (held.from > today)
    return {
      status: 'stale',
      text: `这一版自${formatChineseShort(held.from)}起才有效，在此之前请用现行的一版。`,
      held: toEdition(held),
      daysStale: null,
      whatChanged: [],
    };
  const since = spans.filter((one) => held.from < one.from && one.from <= today);
  return {
    status: 'stale',
    text: `只用到${formatChineseShort(held.to!)}，已经过期${daysStale(held, today)}天，请换成现行的一版。`,
    held: toEdition(held),
    daysStale: daysStale(held, today),
    whatChanged: since.flatMap((one) => one.changes),
  };
}

/** Days since a version ceased to hold; 0 while it holds. */
export function daysStale({ to }: Pick<GuideEdition, 'to'>, today: PlainDate): number {
  return to === null ? 0 : Math.max(0, diffDays(to, today));
}

function spansOf(editions: readonly Edition[], matterKey: string | undefined): Span[] {
  if (matterKey === undefined) return editions.map((one) => ({ ...toEdition(one), changes: toChanges(one) }));
  return matterEditions(editions, matterKey).map((one) => ({
    ...toEdition(one),
    changes: [{ matterKey, name: one.name, sentences: [...one.sentences] }],
  }));
}

/** A digest may be that of one matter's text: then the copy is of that matter. */
function matterOfDigest(editions: readonly Edition[], digest: string | undefined): string | undefined {
  if (digest === undefined) return undefined;
  for (const { matterDigests } of editions) for (const [key, one] of matterDigests) if (one === digest) return key;
  return undefined;
}

/** The version a copy is of. A version names the one that held on its first day, for a matter too. */
function findHeld(spans: readonly Span[], digest: string | undefined, version: string | undefined): Span | undefined {
  if (digest !== undefined) return spans.findLast((one) => one.digest === digest);
  const day = version!.replace(/(\d{4})(\d{2})(\d{2})/, '$1-$2-$3');
  return versionOn(spans, day);
}
