import { repairSources } from './repair-sources.ts';
import { sectorSources } from './sector-sources.ts';
import type { Source } from './source.ts';
import { statutes } from './statutes.ts';

/** Register of the texts. A citation id is `<id>` or `<id>:<article>[.<paragraph>][(<item>)]`; summaries stand in texts/<id>.md. */
export const sources = { ...repairSources, ...sectorSources, ...statutes } as const satisfies Record<string, Source>;

/** Id of a registered text. */
export type SourceId = keyof typeof sources;

/** The text of an id, or undefined. */
export function findSource(id: string): Source | undefined {
  return Object.hasOwn(sources, id) ? sources[id as SourceId] : undefined;
}
