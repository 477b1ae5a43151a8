import type { ItemEventType } from '#domain/item/events.ts';
import { applicantChannels, whoIsTold } from '#domain/notice/who-is-told.ts';
import type { ApplicationRow } from '../intake/intake-store.ts';
import type { Services } from '../platform/app-context.ts';
import type { Config } from '../platform/config.ts';
import { numberOf, settled, type Task, textOf } from '../platform/task.ts';
import { derivedId } from './derived-id.ts';
import { type ItemFile, readItemFile } from './item-file.ts';
import { applicantWords, bodyOf, smsText, unitWords, type Words, windowWords } from './message-words.ts';
import { isMobile, type MessageOrder, orderMessage } from './tell.ts';

/** Tells of one event whoever the rule in domain/notice/who-is-told.ts names. Messages have derived ids: running twice tells once. */
export function tellPeople(services: Services): Task {
  return {
    name: 'tell-people',
    async run(payload) {
      const { subjectKey } = payload;
      const key = { subjectKey, itemId: textOf(payload, 'itemId'), version: numberOf(payload, 'version') };
      const catalog = await services.catalog();
      const now = services.clock.now();
      settled(
        await services.db.transaction({ sees: 'all' }, async (tx) => {
          const file = await readItemFile(tx, catalog, key);
          for (const message of messagesOf(services.config, file)) await orderMessage(tx, message, now);
          return null;
        }),
      );
    },
  };
}

function messagesOf(config: Pick<Config, 'publicUrl' | 'messageGatherSeconds'>, file: ItemFile): MessageOrder[] {
  const { item, event, unit, window } = file;
  const audience = whoIsTold(item, event);
  const words = applicantWords(file);
  const forUnit = unitWords(file);
  const about = { subjectKey: item.subjectKey, applicationId: item.applicationId, itemId: item.itemId };
  const id = (who: string) => derivedId('message', item.subjectKey, item.itemId, item.version, who);
  const messages: MessageOrder[] = [];
  if (words && audience.applicant !== 'no')
    messages.push({
      ...about,
      messageId: id('applicant'),
      to: { kind: 'applicant' },
      title: words.title,
      body: bodyOf(words),
      ...together(outsideWords(config, file.application, item.itemId, words, audience.applicant), file, words),
      waitSeconds: config.messageGatherSeconds,
    });
  if (words && audience.window && window)
    messages.push({
      ...about,
      messageId: id('window'),
      to: { kind: 'window', unit: window },
      ...windowWords(file, words),
    });
  if (forUnit && audience.unit)
    messages.push({ ...about, messageId: id('unit'), to: { kind: 'unit', unit }, ...forUnit });
  return messages;
}

/** Events that ask something of the applicant: their sentence is not shortened away when texts are gathered. */
const asking: readonly ItemEventType[] = ['correction-requested', 'outside-progressed', 're-dated'];

/** The same words with their short form: news of several items of one application go out as one text. */
function together(outside: Outside, { event, record }: ItemFile, words: Words): Outside {
  const brief = {
    title: words.title,
    about: record.doc_number,
    ...(asking.includes(event.type) ? { ask: words.todo } : {}),
  };
  return {
    ...(outside.sms ? { sms: { ...outside.sms, brief } } : {}),
    ...(outside.ganfutong ? { ganfutong: { ...outside.ganfutong, brief } } : {}),
  };
}

type Outside = Pick<MessageOrder, 'sms' | 'ganfutong'>;

/** The channels outside the platform, with the number and the words of each. */
export function outsideWords(
  config: Pick<Config, 'publicUrl'>,
  application: ApplicationRow,
  itemId: string | null,
  words: Words,
  how: 'loud' | 'quiet',
): Outside {
  const channels = applicantChannels(application.channel, how);
  const page = `${config.publicUrl}/applications/${application.subject_key}/${application.application_id}`;
  return {
    ...(channels.includes('sms') ? { sms: { to: phoneOf(application), text: smsText(words) } } : {}),
    ...(channels.includes('ganfutong')
      ? {
          ganfutong: {
            to: application.form.identifier,
            text: `${words.what}${words.todo}`.slice(0, 1900),
            link: itemId === null ? page : `${page}/${itemId}`,
          },
        }
      : {}),
  };
}

/** The number of the form; where that is a landline, the agent's mobile. */
function phoneOf(application: ApplicationRow): string {
  const { phone, agent } = application.form;
  return !isMobile(phone) && agent && isMobile(agent.phone) ? agent.phone : phone;
}
