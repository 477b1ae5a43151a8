import type { Tx } from '../platform/database.ts';

/** Gives a subject a new name; the one before becomes a former name (曾用名), by which everything is still found. Returns all former names. */
export async function renameRow(
  tx: Tx,
  subjectKey: string,
  it: { readonly name: string; readonly before: string; readonly former: readonly string[] },
  at: Date,
): Promise<string[]> {
  const formerNames = [...new Set([it.before, ...it.former])].filter((one) => one !== it.name);
  await tx.change(
    'subject-renamed',
    'update subject set name = $2, former_names = $3, updated_at = $4 where subject_key = $1',
    [subjectKey, it.name, formerNames, at],
  );
  return formerNames;
}
