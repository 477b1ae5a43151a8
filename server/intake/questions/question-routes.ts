import * as contract from '#contract/questions.ts';
import type { Services } from '../../platform/app-context.ts';
import { type Route, route } from '../../platform/route.ts';
import { answerQuestion, askQuestion, listQuestions } from './ask-question.ts';
import { countQuestions, listOpenQuestions } from './list-open-questions.ts';

/** Questions of applicants and the answers of units. */
export function questionRoutes(services: Services): Route[] {
  return [
    route(contract.listQuestions, ({ actor, params }) => listQuestions(services, actor, params)),
    route(contract.askQuestion, ({ actor, params, body }) => askQuestion(services, actor, params, body)),
    route(contract.answerQuestion, ({ actor, params, body }) => answerQuestion(services, actor, params, body.text)),
    route(contract.listOpenQuestions, ({ actor, query }) => listOpenQuestions(services, actor, query.after)),
    route(contract.countQuestions, ({ actor }) => countQuestions(services, actor)),
  ];
}
