import type { QueryOf, ReplyOf } from '#contract/endpoint.ts';
import type { getChannelFigures as contract } from '#contract/portals.ts';
import { addDays } from '#domain/plain-date.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Services } from '../../platform/app-context.ts';
import { ownDoors } from './note-portal.ts';
import { openedByPeople } from './page-names.ts';
import { readPortals, readVisitsBetween } from './portal-store.ts';

const definition =
  '访问：从该入口点进来、打开本平台页面或者小页面的次数，同一次访问每页只计一次；申请：从该入口进来后提交成功的申请份数。只记入口、日期和次数，不记是谁。';

/** How many came and how many applied through each portal, directly and at windows; the last thirty days unless asked otherwise. */
export async function getChannelFigures(
  services: Services,
  asked: QueryOf<typeof contract>,
): Promise<ReplyOf<typeof contract> | Refusal> {
  const to = asked.to ?? services.clock.today();
  const from = asked.from ?? addDays(to, -29);
  if (from > to) return refuse('invalid', 'span-backwards', '开始的日期不能晚于结束的日期。');
  const { portals, visits } = await services.db.read({ sees: 'none' }, async (tx) => ({
    portals: await readPortals(tx, to),
    visits: Map.groupBy(await readVisitsBetween(tx, from, to), (one) => one.channel),
  }));
  const doors = [...portals, ...Object.entries(ownDoors).map(([channel, name]) => ({ channel, name }))];
  return {
    from,
    to,
    definition,
    channels: doors.map(({ channel, name }) => {
      const counted = visits.get(channel) ?? [];
      const sum = (fits: (page: string) => boolean) =>
        counted.filter((one) => fits(one.page)).reduce((total, one) => total + one.count, 0);
      return {
        channel,
        name,
        visits: sum((page) => openedByPeople.test(page)),
        applications: sum((page) => page === 'application'),
      };
    }),
  };
}
