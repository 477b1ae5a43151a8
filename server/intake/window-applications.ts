import type { ReplyOf } from '#contract/endpoint.ts';
import type { listWindowApplications as contract } from '#contract/intake.ts';
import type { Actor } from '../platform/actor.ts';
import { scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { decodeCursor, encodeCursor, pageSize } from '../platform/paging.ts';
import { applicationItems } from './application-items.ts';

interface Row {
  readonly subject_key: string;
  readonly application_id: string;
  readonly number: string;
  readonly submitted_at: string;
  readonly subject_name: string;
}

/** What this window took in, newest first. */
export async function listWindowApplications(
  services: Services,
  actor: Actor,
  after: string | undefined,
): Promise<ReplyOf<typeof contract>> {
  const unit = actor.kind === 'officer' ? actor.unit.unitId : '';
  const catalog = await services.catalog();
  const [at, id] = decodeCursor(after, 2) ?? [null, null];
  return services.db.read(scopeOf(actor, ['window']), async (tx) => {
    const rows = await tx.query<Row>(
      'window-applications',
      `select a.subject_key, a.application_id, a.number, a.submitted_at, s.name as subject_name
       from application a join subject s on s.subject_key = a.subject_key
       where a.window_unit_id = $1 and ($2::timestamptz is null or (a.submitted_at, a.application_id) < ($2, $3::uuid))
       order by a.submitted_at desc, a.application_id desc limit ${pageSize + 1}`,
      [unit, at, id],
    );
    const page = rows.slice(0, pageSize);
    const applications = [];
    for (const row of page)
      applications.push({
        applicationId: row.application_id,
        subjectKey: row.subject_key,
        subjectName: row.subject_name,
        number: row.number,
        submittedAt: row.submitted_at,
        items: await applicationItems(tx, catalog, services.clock.today(), row.subject_key, row.application_id),
      });
    const last = page.at(-1);
    return {
      applications,
      next: rows.length > pageSize && last ? encodeCursor([last.submitted_at, last.application_id]) : null,
    };
  });
}
