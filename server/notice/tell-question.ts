import { formatChinese } from '#domain/plain-date.ts';
import { findApplication } from '../intake/intake-store.ts';
import { findQuestion, type QuestionRow } from '../intake/questions/question-store.ts';
import { findItem } from '../item/ledger.ts';
import type { Services } from '../platform/app-context.ts';
import { settled, type Task, textOf } from '../platform/task.ts';
import { derivedId } from './derived-id.ts';
import { bodyOf, type Words } from './message-words.ts';
import { orderMessage } from './tell.ts';
import { outsideWords } from './tell-people.ts';

/** Tells the unit of a question, and the applicant (and the window that took the application in) of the answer. Twice tells once. */
export function tellQuestion(services: Services): Task {
  return {
    name: 'tell-question',
    async run(payload) {
      const { subjectKey } = payload;
      const questionId = textOf(payload, 'questionId');
      const what = textOf(payload, 'what');
      const catalog = await services.catalog();
      const now = services.clock.now();
      settled(
        await services.db.transaction({ sees: 'all' }, async (tx) => {
          const question = await findQuestion(tx, subjectKey, questionId);
          const item = question && (await findItem(tx, subjectKey, question.item_id));
          const application = item && (await findApplication(tx, subjectKey, item.applicationId));
          const unit = item && catalog.units.get(item.unitId);
          if (!question || !item || !application || !unit) throw new Error(`no question ${questionId}`);
          const about = { subjectKey, applicationId: item.applicationId, itemId: item.itemId };
          const id = (who: string) => derivedId('message', subjectKey, questionId, what, who);
          if (what === 'asked') {
            await orderMessage(
              tx,
              { ...about, messageId: id('unit'), to: { kind: 'unit', unit }, ...forUnit(question, item.number) },
              now,
            );
            return null;
          }
          const words = answered(question, item.number, unit.name);
          const outside = outsideWords(services.config, application, item.itemId, words, 'loud');
          const message = { ...about, title: words.title, body: bodyOf(words) };
          await orderMessage(
            tx,
            { ...message, messageId: id('applicant'), to: { kind: 'applicant' }, ...outside },
            now,
          );
          const window = item.windowUnitId ? catalog.units.get(item.windowUnitId) : undefined;
          if (window)
            await orderMessage(tx, { ...message, messageId: id('window'), to: { kind: 'window', unit: window } }, now);
          return null;
        }),
      );
    },
  };
}

function forUnit(question: QuestionRow, number: string): { title: string; body: string } {
  return {
    title: `申请人提问：${number}`,
    body: `${question.text}\n\n平台承诺${formatChinese(question.due_on)}前答复（不是法定期限）。请在办件页“提问和答复”里答复。`,
  };
}

function answered(question: QuestionRow, number: string, unitName: string): Words {
  return {
    title: '办理单位答复了您的提问',
    what: `您就办件${number}提出的问题，${unitName}已经答复。`,
    detail: `问：${question.text}\n答：${question.answer ?? ''}`,
    todo: '全文在这一项的“提问和答复”里；没有账号的，用申请编号和查询码在“查进度”里看。',
  };
}
