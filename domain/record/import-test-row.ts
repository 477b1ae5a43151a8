import { makeCitizenId } from '../citizen-id.ts';
import { makeUscc } from '../uscc.ts';
import type { ImportCell } from './import-cell.ts';
import { readHeader } from './import-header.ts';
import { interpretRow } from './import-row.ts';
import type { ImportContext } from './import-row-view.ts';

/** What the row tests share: an upload on a fixed day, invented identifiers, and a row given by its headings. */
export const TODAY: ImportContext = { today: '2026-11-23', csv: true };
export const ORGANISATION = makeUscc('91360102MAEXAMP01') ?? '';
export const TRADER = makeUscc('92360102MAEXAMP04') ?? '';
export const ORGAN = makeUscc('11360000MBEXAMP10') ?? '';
export const PERSON = makeCitizenId('36010019900101000') ?? '';

/** Reads a row given as heading → cell, with some cells changed or added. */
export function readWith(
  sound: Readonly<Record<string, ImportCell>>,
  change: Readonly<Record<string, ImportCell>>,
  context: ImportContext,
) {
  const row = { ...sound, ...change };
  const headings = Object.keys(row);
  const header = readHeader([{ rowNo: 1, cells: headings }], context.matterKey !== undefined);
  if (header.kind !== 'found') throw new Error(JSON.stringify(header));
  return interpretRow(header.header, Object.values(row), context);
}
