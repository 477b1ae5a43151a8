import * as contract from '#contract/opinions.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Actor, Officer } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { type Route, route } from '../platform/route.ts';
import * as opinions from './opinions.ts';

/** 征求意见: asked, answered, taken back; each side sees its own part. */
export function opinionRoutes(services: Services): Route[] {
  return [
    route(contract.listOpinions, ({ actor, params }) => opinions.listOfItem(services, actor, params)),
    route(contract.askOpinion, (call) => opinions.ask(services, call)),
    route(contract.withdrawOpinion, (call) => opinions.withdraw(services, call)),
    route(contract.listAskedOpinions, ({ actor, query }) =>
      forOfficer(actor, (officer) => opinions.listAskedOf(services, officer, query.list)),
    ),
    route(contract.giveOpinion, ({ actor, params, body }) =>
      forOfficer(actor, (officer) => opinions.give(services, officer, params, body)),
    ),
    route(contract.readOpinionFile, ({ actor, params }) =>
      forOfficer(actor, (officer) => opinions.readFileOf(services, officer, params)),
    ),
  ];
}

async function forOfficer<T>(actor: Actor, answer: (officer: Officer) => Promise<T | Refusal>): Promise<T | Refusal> {
  return actor.kind === 'officer' ? answer(actor) : refuse('forbidden', 'role-missing', '您的身份不能进行这项操作。');
}
