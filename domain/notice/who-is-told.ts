import type { EventOf, ItemEvent, ItemEventType } from '../item/events.ts';
import type { Item } from '../item/item.ts';
import { movesDue } from '../item/re-date.ts';

/** Who hears of an event, and how loudly the applicant does. */
export interface Audience {
  /**
   * loud: in the platform, and by 赣服通 and text message; quiet: only in the platform. Quiet is what asks nothing of the applicant and
   * settles nothing, so that a joint application of many items does not become many text messages.
   */
  readonly applicant: 'loud' | 'quiet' | 'no';
  /** The window that follows the application up, so that it can help its visitor. */
  readonly window: boolean;
  /** The unit that decides. */
  readonly unit: boolean;
}

/** What happens to an application as a whole, beside the events of its items. */
export type ApplicationNews = 'application-submitted' | 'hand-over-asked' | 'hand-over-accepted' | 'hand-over-declined';

type Told = Audience | ((item: Item, event: ItemEvent) => Audience);

const nobody: Audience = { applicant: 'no', window: false, unit: false };
const quiet: Audience = { applicant: 'quiet', window: false, unit: false };
const loud: Audience = { applicant: 'loud', window: false, unit: false };
const loudAndWindow: Audience = { applicant: 'loud', window: true, unit: false };

/**
 * The one rule of who is told what: the applicant hears everything, loudly what asks or settles something; the window hears what its
 * visitor will come for (corrections, results, hand-overs); the unit hears what it must act on. A new kind of event does not compile
 * until it stands here.
 */
const rules: Readonly<Record<ItemEventType, Told>> = {
  // The receipt and its message come with the application as a whole.
  submitted: nobody,
  registered: { ...quiet, unit: true },
  'handed-over': quiet,
  accepted: loud,
  declined: loudAndWindow,
  'correction-requested': loudAndWindow,
  corrected: { ...quiet, unit: true },
  verified: nobody,
  extended: loud,
  // Loud where the applicant's own days moved; whose days only became certain hears nothing.
  're-dated': (_, event) => {
    const redated = event as EventOf<'re-dated'>;
    if (!movesDue(redated)) return nobody;
    const own = redated.payload.changes.some((change) => change.kind === 'correction' && change.from !== change.to);
    return { ...(own ? loudAndWindow : quiet), unit: true };
  },
  // How a decision came about, until it stands: the unit's own, told there to whose step it is
  // (server/notice/tell-sign-off.ts, tell-opinion.ts).
  proposed: nobody,
  endorsed: nobody,
  returned: nobody,
  retracted: nobody,
  'opinion-asked': nobody,
  'opinion-given': nobody,
  'opinion-withdrawn': nobody,
  'opinion-unanswered': nobody,
  granted: loudAndWindow,
  refused: loudAndWindow,
  revoked: loudAndWindow,
  // Loud, since somebody may have taken it back in the applicant's name. Units with systems of their own learn it there.
  withdrawn: (item) => ({ ...loud, unit: item.decider === 'our-desk' }),
  // Told once for the application (hand-over-accepted), not once an item.
  'window-changed': nobody,
  // People of the unit tell one another (server/notice/tell-holders.ts); applicants deal with the authority.
  assigned: nobody,
  'outside-progressed': (_, event) =>
    (event as EventOf<'outside-progressed'>).payload.progress.stage === 'correction-needed' ? loudAndWindow : quiet,
  'outside-granted': loudAndWindow,
  'outside-closed': loudAndWindow,
  // One message when all three effects are confirmed, not three.
  'effect-confirmed': nobody,
  completed: loud,
};

/** The same rule for an application as a whole. `window`: the window that has to do something now. */
const applicationRules: Readonly<Record<ApplicationNews, Audience>> = {
  'application-submitted': loudAndWindow,
  'hand-over-asked': { ...nobody, window: true },
  'hand-over-accepted': loudAndWindow,
  'hand-over-declined': { ...nobody, window: true },
};

/** Who is told of an event of an item; `item` as it stands after the event. Nobody hears of a window that took nothing in. */
export function whoIsTold(item: Item, event: ItemEvent): Audience {
  const rule = rules[event.type];
  const audience = typeof rule === 'function' ? rule(item, event) : rule;
  return { ...audience, window: audience.window && item.windowUnitId !== null };
}

export function whoIsToldOfApplication(news: ApplicationNews): Audience {
  return applicationRules[news];
}

/** The channels that reach an applicant: a visitor of a window has no account that we know of, so gets no 赣服通 message. */
export function applicantChannels(
  channel: Item['channel'],
  how: 'loud' | 'quiet',
): readonly ('in-app' | 'sms' | 'ganfutong')[] {
  if (how === 'quiet') return ['in-app'];
  return channel === 'window' ? ['in-app', 'sms'] : ['in-app', 'ganfutong', 'sms'];
}
