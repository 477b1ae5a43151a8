import type { PaperModel } from '#contract/paper-models.ts';
import type { Tx } from '../platform/database.ts';

/** The joint form as it was signed (the first one ordered for an application), and when its newest edition was ordered. */
export async function findSignedForm(
  tx: Tx,
  subjectKey: string,
  applicationId: string,
): Promise<{ readonly model: PaperModel; readonly newest: string } | undefined> {
  const rows = await tx.query<{ model: PaperModel; newest: string }>(
    'joint-form-signed',
    `select model, max(ordered_at) over () as newest from paper
     where subject_key = $1 and application_id = $2 and kind = 'joint-application-form' order by ordered_at, paper_id limit 1`,
    [subjectKey, applicationId],
  );
  return rows[0];
}
