import { insertRows, type Tx } from '../../platform/database.ts';
import { v7 } from '../../platform/uuid.ts';

/** An original as it is kept. */
export interface OriginalRow {
  readonly original_id: string;
  readonly subject_key: string;
  readonly application_id: string;
  readonly name: string;
  readonly pages: number;
  readonly place: string;
  readonly window_unit_id: string;
  readonly kept_on: string;
  readonly kept_by: { readonly name: string };
  readonly return_by: string;
  readonly returned_at: string | null;
  readonly returned: {
    readonly to: string;
    readonly document: string | null;
    readonly by: { readonly name: string };
  } | null;
}

const columns = `o.original_id, o.subject_key, o.application_id, o.name, o.pages, o.place, o.window_unit_id, o.kept_on, o.kept_by, o.return_by,
  o.returned_at, o.returned`;
const from = 'window_original o';

export interface NewOriginal {
  readonly name: string;
  readonly pages: number;
  readonly place: string;
  readonly returnBy: string;
}

export async function recordOriginals(
  tx: Tx,
  it: { subjectKey: string; applicationId: string; windowUnitId: string; on: string; by: unknown; now: Date },
  originals: readonly NewOriginal[],
): Promise<void> {
  await insertRows(
    tx,
    'window_original',
    [
      'subject_key',
      'original_id',
      'application_id',
      'window_unit_id',
      'name',
      'pages',
      'place',
      'kept_on',
      'kept_by',
      'return_by',
    ],
    originals.map((one) => [
      it.subjectKey,
      v7(it.now),
      it.applicationId,
      it.windowUnitId,
      one.name.trim(),
      one.pages,
      one.place.trim(),
      it.on,
      JSON.stringify(it.by),
      one.returnBy,
    ]),
  );
}

/** Kept originals of a window, the most urgent first; or returned ones, the newest first. */
export async function listOriginalRows(
  tx: Tx,
  windowUnitId: string,
  list: 'kept' | 'returned',
  after: readonly (string | number | null)[],
  limit: number,
): Promise<OriginalRow[]> {
  return list === 'kept'
    ? tx.query<OriginalRow>(
        'originals-kept',
        `select ${columns} from ${from} where o.window_unit_id = $1 and o.returned_at is null
           and ($2::date is null or (o.return_by, o.original_id) > ($2::date, $3::uuid))
         order by o.return_by, o.original_id limit $4`,
        [windowUnitId, after[0], after[1], limit],
      )
    : tx.query<OriginalRow>(
        'originals-returned',
        `select ${columns} from ${from} where o.window_unit_id = $1 and o.returned_at is not null
           and ($2::timestamptz is null or (o.returned_at, o.original_id) < ($2::timestamptz, $3::uuid))
         order by o.returned_at desc, o.original_id desc limit $4`,
        [windowUnitId, after[0], after[1], limit],
      );
}

export async function listOriginalsOf(tx: Tx, subjectKey: string, applicationId: string): Promise<OriginalRow[]> {
  return tx.query<OriginalRow>(
    'originals-application',
    `select ${columns} from ${from} where o.subject_key = $1 and o.application_id = $2 order by o.original_id`,
    [subjectKey, applicationId],
  );
}

/** Notes the return of what is still kept; gives how many that were. */
export async function recordReturn(
  tx: Tx,
  it: { subjectKey: string; ids: readonly string[]; windowUnitId: string; returned: unknown; at: Date },
): Promise<number> {
  return tx.change(
    'originals-return',
    `update window_original set returned_at = $4, returned = $5
     where subject_key = $1 and original_id = any ($2) and window_unit_id = $3 and returned_at is null`,
    [it.subjectKey, it.ids, it.windowUnitId, it.at, JSON.stringify(it.returned)],
  );
}

/** How many of these originals stand at this window, given back or not. */
export async function countOriginals(
  tx: Tx,
  subjectKey: string,
  windowUnitId: string,
  ids: readonly string[],
): Promise<number> {
  const rows = await tx.query<{ count: number }>(
    'originals-count',
    'select count(*) as count from window_original where subject_key = $1 and window_unit_id = $2 and original_id = any ($3)',
    [subjectKey, windowUnitId, ids],
  );
  return rows[0]!.count;
}
