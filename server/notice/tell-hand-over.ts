import { type ApplicationNews, whoIsToldOfApplication } from '#domain/notice/who-is-told.ts';
import { type ApplicationRow, findApplication } from '../intake/intake-store.ts';
import { type HandOverRow, lockHandOver } from '../intake/window/hand-over-store.ts';
import type { Services } from '../platform/app-context.ts';
import { settled, type Task, textOf } from '../platform/task.ts';
import { derivedId } from './derived-id.ts';
import { unitOf } from './item-file.ts';
import { bodyOf, type Words } from './message-words.ts';
import { type MessageOrder, orderMessage } from './tell.ts';
import { outsideWords } from './tell-people.ts';

/** Tells of a hand-over between windows whoever the rule names: the window that has to act, and the visitor where to go from now on. */
export function tellHandOver(services: Services): Task {
  return {
    name: 'tell-hand-over',
    async run(payload) {
      const { subjectKey } = payload;
      const handOverId = textOf(payload, 'handOverId');
      const news = textOf(payload, 'news') as ApplicationNews;
      const catalog = await services.catalog();
      settled(
        await services.db.transaction({ sees: 'all' }, async (tx) => {
          const row = await lockHandOver(tx, subjectKey, handOverId);
          const application = row && (await findApplication(tx, subjectKey, row.application_id));
          if (!row || !application) throw new Error(`no hand-over ${handOverId}`);
          const [from, to] = [unitOf(catalog, row.from_unit_id), unitOf(catalog, row.to_unit_id)];
          const told = whoIsToldOfApplication(news);
          const about = { subjectKey, applicationId: row.application_id, itemId: null };
          const id = (who: string) => derivedId('message', subjectKey, handOverId, news, who);
          const messages: MessageOrder[] = [];
          if (told.window)
            messages.push({
              ...about,
              messageId: id('window'),
              to: { kind: 'window', unit: news === 'hand-over-asked' ? to : from },
              ...windowNews(news, row, application, from.name, to.name),
            });
          if (told.applicant !== 'no') {
            const words = visitorNews(application, row, from.name, to);
            messages.push({
              ...about,
              messageId: id('applicant'),
              to: { kind: 'applicant' },
              title: words.title,
              body: bodyOf(words),
              ...outsideWords(services.config, application, null, words, told.applicant),
            });
          }
          for (const message of messages) await orderMessage(tx, message, services.clock.now());
          return null;
        }),
      );
    },
  };
}

function windowNews(
  news: ApplicationNews,
  row: HandOverRow,
  application: ApplicationRow,
  from: string,
  to: string,
): { title: string; body: string } {
  const which = `申请人${application.form.name}，申请编号${application.number}。`;
  const note = row.note ? `说明：${row.note}` : '';
  switch (news) {
    case 'hand-over-accepted':
      return { title: `${to}已接收移交`, body: `${which}以后由${to}跟进，本窗口不用再管。${note}` };
    case 'hand-over-declined':
      return { title: `${to}退回移交`, body: `${which}仍由本窗口跟进。${note}` };
    default:
      return {
        title: `${from}移交一份申请`,
        body: `${which}移交原因：${row.reason}。${row.with_originals ? '留存的原件一并移交。' : ''}请在“窗口待办”里接收或者退回。`,
      };
  }
}

function visitorNews(
  application: ApplicationRow,
  row: HandOverRow,
  from: string,
  to: { readonly name: string; readonly phone: string | null; readonly address: string | null },
): Words {
  const where = [to.address ? `地址：${to.address}` : '', to.phone ? `电话：${to.phone}` : '']
    .filter(Boolean)
    .join('，');
  return {
    title: '您的申请改由另一窗口跟进',
    what: `您的申请${application.number}原来由${from}跟进，现在改由${to.name}跟进。`,
    todo: `以后补正、领取结果请到${to.name}${where ? `（${where}）` : ''}。${row.with_originals ? '留存的原件也已转到那里。' : ''}办理进度和时限不变。`,
  };
}
