import * as contract from '#contract/progress.ts';
import { withdrawItem } from '#domain/casework/withdraw-item.ts';
import { isRefusal } from '#domain/refusal.ts';
import { getProgress } from '../intake/get-progress.ts';
import { itemByNumber } from '../intake/item-by-number.ts';
import { openByCode } from '../intake/open-by-code.ts';
import type { Services } from '../platform/app-context.ts';
import { type Route, route } from '../platform/route.ts';
import { correct } from './correct.ts';
import { deskAct } from './desk-act.ts';

/** What the holder of number and query code does on an item: the same acts, under the same rules, as after a login. */
export function actByCodeRoutes(services: Services): Route[] {
  return [
    route(contract.correctByCode, async ({ body, address }) => {
      const opened = await openByCode(services, body, address);
      if (isRefusal(opened)) return opened;
      const params = await itemByNumber(services, opened, body.itemNumber);
      if (isRefusal(params)) return params;
      const done = await correct(services, { actor: opened.actor, params, body });
      return isRefusal(done) ? done : getProgress(services, opened);
    }),
    route(contract.withdrawByCode, async ({ body, address }) => {
      const opened = await openByCode(services, body, address);
      if (isRefusal(opened)) return opened;
      const params = await itemByNumber(services, opened, body.itemNumber);
      if (isRefusal(params)) return params;
      const request = { actor: opened.actor, params, body };
      const done = await deskAct(services, request, (desk) => withdrawItem(desk, { reason: body.reason }));
      return isRefusal(done) ? done : getProgress(services, opened);
    }),
  ];
}
