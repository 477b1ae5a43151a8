import type { WayOut } from '#contract/explanations.ts';
import type * as ways from '#domain/record/ways-out.ts';

/** One thing to do, as it travels. */
export function wayView(way: ways.WayOut): WayOut {
  return { ...way, cites: way.cites.map((one) => ({ ...one })), branches: way.branches.map((one) => ({ ...one })) };
}
