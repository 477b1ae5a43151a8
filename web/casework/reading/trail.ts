/** One item of a list, as far as going there needs it. */
export interface Stop {
  readonly subjectKey: string;
  readonly itemId: string;
}

/** A list as it was gone along: the order stays although items leave the list by what is done on them. */
export interface Trail {
  /** The list and its filters. */
  readonly of: string;
  readonly stops: readonly Stop[];
}

/**
 * The trail with what the list holds now: the order one came by stays while one goes along it, although an act moves an item to another
 * place of the list or out of it; what is new stands behind. Looking at the list itself begins anew.
 */
export function mergeTrail(was: Trail | null, now: Trail, current: string): Trail {
  if (was === null || was.of !== now.of || !was.stops.some((one) => one.itemId === current)) return now;
  const known = new Set(was.stops.map((one) => one.itemId));
  return { of: now.of, stops: [...was.stops, ...now.stops.filter((one) => !known.has(one.itemId))] };
}

/** Which of the trail an item is, from 1; null where it does not stand in it. */
export function placeOf(trail: Trail | null, current: string): number | null {
  const at = trail?.stops.findIndex((one) => one.itemId === current) ?? -1;
  return at < 0 ? null : at + 1;
}

/**
 * The next (1) or the one before (-1) of those still in the list, seen from the item at hand. Behind the last one comes the first that is
 * still open, so that nothing passed over is left; null where no other is left, and before the first.
 */
export function stopBeside(trail: Trail, live: readonly Stop[], current: string, by: 1 | -1): Stop | null {
  const at = trail.stops.findIndex((one) => one.itemId === current);
  const isLive = (stop: Stop) => live.some((one) => one.itemId === stop.itemId);
  if (by === -1) return trail.stops.slice(0, Math.max(0, at)).reverse().find(isLive) ?? null;
  const ahead = at < 0 ? [] : trail.stops.slice(at + 1);
  return ahead.find(isLive) ?? live.find((one) => one.itemId !== current) ?? null;
}
