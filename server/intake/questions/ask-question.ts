import type { QuestionList } from '#contract/questions.ts';
import { answerQuestion as decideAnswer, askQuestion as decideQuestion } from '#domain/intake/ask-question.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { findItem, lockItem } from '../../item/ledger.ts';
import { type Actor, checkSubject, ledgerActor, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import { orderJobs } from '../../platform/outbox.ts';
import { v7 } from '../../platform/uuid.ts';
import * as store from './question-store.ts';
import { earlierOf, type QuestionReader, toQuestionList } from './question-view.ts';

interface ItemKey {
  readonly subjectKey: string;
  readonly itemId: string;
}

const notFound = () => refuse('not-found', 'item-not-found', '没有找到这个办件，或者您无权查看它。');

async function readerOf(services: Services, actor: Actor): Promise<QuestionReader> {
  return { office: actor.kind === 'officer', catalog: await services.catalog(), today: services.clock.today() };
}

/** Questions and answers about one item, for whoever may see the item. */
export async function listQuestions(services: Services, actor: Actor, key: ItemKey): Promise<QuestionList | Refusal> {
  const stranger = checkSubject(actor, key.subjectKey);
  if (stranger) return stranger;
  const reader = await readerOf(services, actor);
  for (const prefer of ['unit', 'window', 'region'] as const) {
    const scope = scopeOf(actor, [prefer]);
    if (scope.sees === 'none') continue;
    const found = await services.db.read(scope, async (tx) =>
      (await findItem(tx, key.subjectKey, key.itemId))
        ? toQuestionList(
            await store.findQuestions(tx, key.subjectKey, key.itemId),
            reader,
            services.config.questionAnswerDays,
          )
        : null,
    );
    if (found) return found;
  }
  return notFound();
}

/** Asks the unit of an item. The item is locked meanwhile, so that two at once are counted one after the other; it does not change. */
export async function askQuestion(
  services: Services,
  actor: Actor,
  key: ItemKey,
  body: { readonly requestId: string; readonly text: string },
): Promise<QuestionList | Refusal> {
  if (actor.kind === 'guest') return refuse('unauthenticated', 'login-needed', '请先登录。');
  const stranger = checkSubject(actor, key.subjectKey);
  if (stranger) return stranger;
  const reader = await readerOf(services, actor);
  const { today, catalog } = reader;
  const at = services.clock.now();
  const answerDays = services.config.questionAnswerDays;
  return services.db.transaction(scopeOf(actor, ['window']), async (tx): Promise<QuestionList | Refusal> => {
    const item = await lockItem(tx, key.subjectKey, key.itemId);
    if (!item) return notFound();
    const earlier = await store.findQuestions(tx, key.subjectKey, key.itemId);
    if (await store.wasAsked(tx, key.subjectKey, body.requestId)) return toQuestionList(earlier, reader, answerDays);
    const asking = { today, calendar: catalog.calendar, answerDays };
    const question = decideQuestion(asking, body.text, earlierOf(earlier));
    if (isRefusal(question)) return question;
    const questionId = v7(at);
    const by = ledgerActor(actor, key.subjectKey);
    await store.recordQuestion(tx, { questionId, requestId: body.requestId, item, question, by, at });
    await orderJobs(tx, key.subjectKey, [{ task: 'tell-question', payload: { questionId, what: 'asked' } }], at);
    return toQuestionList(await store.findQuestions(tx, key.subjectKey, key.itemId), reader, answerDays);
  });
}

/** The unit's answer, once; its officer is kept by name, the applicant reads the unit's. */
export async function answerQuestion(
  services: Services,
  actor: Actor,
  key: ItemKey & { readonly questionId: string },
  text: string,
): Promise<QuestionList | Refusal> {
  if (actor.kind !== 'officer') return refuse('forbidden', 'role-missing', '您的身份不能进行这项操作。');
  const reader = await readerOf(services, actor);
  const at = services.clock.now();
  return services.db.transaction(scopeOf(actor, ['unit']), async (tx): Promise<QuestionList | Refusal> => {
    const item = await findItem(tx, key.subjectKey, key.itemId);
    const question = await store.findQuestion(tx, key.subjectKey, key.questionId);
    if (!item || question?.item_id !== key.itemId) return notFound();
    const who = { unitId: actor.unit.unitId, roles: actor.roles };
    const answer = decideAnswer(item, who, { answered: question.answer !== null }, text);
    if (isRefusal(answer)) return answer;
    const by = ledgerActor(actor);
    const { subjectKey, questionId } = key;
    const first = await store.recordAnswer(tx, {
      subjectKey,
      questionId,
      answer: answer.text,
      by,
      on: reader.today,
      at,
    });
    if (!first) return refuse('conflict', 'question-answered', '这个问题刚刚有人答复过，请刷新后查看。');
    await orderJobs(tx, subjectKey, [{ task: 'tell-question', payload: { questionId, what: 'answered' } }], at);
    const rows = await store.findQuestions(tx, subjectKey, key.itemId);
    return toQuestionList(rows, reader, services.config.questionAnswerDays);
  });
}
