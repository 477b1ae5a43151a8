import { createHmac, timingSafeEqual } from 'node:crypto';
import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type * as contract from '#contract/reminders.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { maskName } from '../access/mask.ts';
import { findSubject } from '../access/subject-store.ts';
import { type Actor, checkSubject, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';

type Reply<E> = Promise<ReplyOf<E> | Refusal>;
const everything = 'subject';

/** What comes last in the address of 不再提醒: whose reminders, and that we said so. It can do nothing else, so it never runs out. */
export function stopToken(appSecret: string, subjectKey: string): string {
  const seal = createHmac('sha256', appSecret).update(`reminder-stop:${subjectKey}`).digest('base64url').slice(0, 22);
  return `${subjectKey.replaceAll('-', '')}.${seal}`;
}

/** The subject of a token; undefined for one that is not ours. */
function subjectOfToken(appSecret: string, token: string): string | undefined {
  const plain = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\./.exec(token);
  if (!plain) return undefined;
  const subjectKey = plain.slice(1).join('-');
  const expected = Buffer.from(stopToken(appSecret, subjectKey));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected) ? subjectKey : undefined;
}

/** 不再提醒, of some records or of all; or again. Reminders that somebody set (到时提醒我) stay: they are taken back one by one. */
export async function setReminderStop(
  services: Services,
  actor: Actor,
  subjectKey: string,
  body: BodyOf<typeof contract.setReminderStop>,
): Reply<typeof contract.setReminderStop> {
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  if (actor.kind !== 'applicant') return refuse('forbidden', 'role-missing', '您的身份不能进行这项操作。');
  const abouts = body.recordIds?.map((id) => `record:${id}`) ?? [everything];
  const at = services.clock.now();
  return services.db.transaction(scopeOf(actor), async (tx) => {
    for (const about of new Set(abouts))
      await noteStop(tx, { subjectKey, about, by: actor.sub, at, stopped: body.stopped });
    const stops = await listStops(tx, subjectKey);
    return {
      everything: stops.includes(everything),
      recordIds: stops.flatMap((about) => (about.startsWith('record:') ? about.slice('record:'.length) : [])),
    };
  });
}

const linkUnknown = () => refuse('not-found', 'stop-link-unknown', '这个链接不完整，请从短信里重新打开。');

/** Whose reminders a link is about; a name only in part, since a text message can be passed on. */
export async function openReminderStop(services: Services, token: string): Reply<typeof contract.openReminderStop> {
  const subjectKey = subjectOfToken(services.config.appSecret, token);
  if (!subjectKey) return linkUnknown();
  return services.db.read({ sees: 'subject', subjects: [subjectKey] }, (tx) => viewOf(tx, subjectKey));
}

/** Stops or begins again, without a login: whoever was told may want to hear no more. */
export async function stopByLink(
  services: Services,
  token: string,
  stopped: boolean,
): Reply<typeof contract.stopByLink> {
  const subjectKey = subjectOfToken(services.config.appSecret, token);
  if (!subjectKey) return linkUnknown();
  const at = services.clock.now();
  return services.db.transaction({ sees: 'subject', subjects: [subjectKey] }, async (tx) => {
    await noteStop(tx, { subjectKey, about: everything, by: 'link', at, stopped });
    return viewOf(tx, subjectKey);
  });
}

async function viewOf(tx: Tx, subjectKey: string): Reply<typeof contract.openReminderStop> {
  const subject = await findSubject(tx, subjectKey);
  if (!subject) return linkUnknown();
  return {
    maskedName: maskName(subject.kind, subject.name),
    stopped: (await listStops(tx, subjectKey)).includes(everything),
  };
}

async function noteStop(
  tx: Tx,
  it: {
    readonly subjectKey: string;
    readonly about: string;
    readonly by: string;
    readonly at: Date;
    readonly stopped: boolean;
  },
): Promise<void> {
  await tx.change(
    'reminder-stop',
    `insert into reminder_stop (subject_key, about, stopped_by, stopped_at, lifted_at) values ($1, $2, $3, $4, $5)
     on conflict (subject_key, about) do update set lifted_at = excluded.lifted_at,
       stopped_by = case when excluded.lifted_at is null then excluded.stopped_by else reminder_stop.stopped_by end,
       stopped_at = case when excluded.lifted_at is null then excluded.stopped_at else reminder_stop.stopped_at end`,
    [it.subjectKey, it.about, it.by, it.at, it.stopped ? null : it.at],
  );
  // Begun again, the morning look must come by: it may have passed the day of the reminder meanwhile.
  if (!it.stopped)
    await tx.change(
      'reminder-stop-lifted',
      `update record set look_on = default where subject_key = $1 and repaired_on is null and ($2 = 'subject' or $2 = 'record:' || record_id)`,
      [it.subjectKey, it.about],
    );
}

async function listStops(tx: Tx, subjectKey: string): Promise<string[]> {
  const rows = await tx.query<{ about: string }>(
    'reminder-stops',
    'select about from reminder_stop where subject_key = $1 and lifted_at is null order by about limit 500',
    [subjectKey],
  );
  return rows.map((row) => row.about);
}
