import type { QueryOf, ReplyOf } from '#contract/endpoint.ts';
import type { listDailyChecks as contract } from '#contract/supervision.ts';
import { addDays, type PlainDate, parsePlainDate } from '#domain/plain-date.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { type Calendar, isWorkingDay, subtractWorkingDays } from '#domain/working-days.ts';
import { type Actor, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { regionOf } from './read-filter.ts';
import { countOpenAt, countOpenNow, type Look, readLooks } from './store.ts';

const daysLookedBack = 10;

/**
 * Whether each unit with open items opened its queue on a day (赣信用办〔2024〕4号 三（八）: every working day). Only working days
 * count; today counts as missed only when it is over; the duty begins with the unit's first item.
 */
export async function listDailyChecks(
  services: Services,
  actor: Actor,
  query: QueryOf<typeof contract>,
): Promise<ReplyOf<typeof contract> | Refusal> {
  const catalog = await services.catalog();
  const today = services.clock.today();
  const day = query.day === undefined ? today : parsePlainDate(query.day);
  if (!day || day > today)
    return refuse('invalid', 'no-such-day', '日期不对：应为今天或者以前的日期。', {
      fields: [{ field: 'day', text: '应为今天或者以前的日期' }],
    });
  const region = regionOf(catalog, actor, query.region);
  if (isRefusal(region)) return region;
  const here = [...catalog.units.values()].filter(
    (unit) => unit.kind !== 'window' && unit.regionCode.startsWith(region),
  );
  const judged = daysJudged(catalog.calendar, day, today);
  const { held, looks } = await services.db.read(scopeOf(actor, ['region']), async (tx) => {
    const ids = here.map((unit) => unit.unitId);
    const open = day === today ? await countOpenNow(tx, ids) : await countOpenAt(tx, ids, day);
    const busy = open.map((one) => one.unit_id);
    return { held: open, looks: await readLooks(tx, busy, [day, ...judged]) };
  });
  const workingDay = isWorkingDay(catalog.calendar, day);
  const lookOf = new Map(looks.map((look) => [`${look.unit_id}@${look.day}`, look]));
  const units = held.map((one) => {
    const look: Look | undefined = lookOf.get(`${one.unit_id}@${day}`);
    const missed = judged.filter((past) => past >= one.first_on && !lookOf.has(`${one.unit_id}@${past}`));
    const unit = catalog.units.get(one.unit_id)!;
    return {
      unitId: one.unit_id,
      unitName: unit.name,
      regionCode: unit.regionCode,
      open: one.open,
      looked: look !== undefined,
      firstAt: look?.first_at ?? null,
      by: look?.by ?? null,
      daysMissed: missed.length,
    };
  });
  const shown = query.onlyMissed === '1' ? units.filter((unit) => workingDay && !unit.looked) : units;
  const lookedCount = units.filter((unit) => unit.looked).length;
  return {
    day,
    workingDay,
    asOf: services.clock.now().toISOString(),
    units: shown.sort(
      (a, b) =>
        Number(a.looked) - Number(b.looked) ||
        b.daysMissed - a.daysMissed ||
        b.open - a.open ||
        (a.unitId < b.unitId ? -1 : 1),
    ),
    lookedCount,
    missedCount: workingDay ? units.length - lookedCount : 0,
  };
}

/** The last ten working days up to a day; today is left out, as it is not over. */
function daysJudged(calendar: Calendar, day: PlainDate, today: PlainDate): PlainDate[] {
  const after = day === today ? today : addDays(day, 1);
  return Array.from({ length: daysLookedBack }, (_, index) => subtractWorkingDays(calendar, after, index + 1));
}
