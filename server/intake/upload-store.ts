import type { Tx } from '../platform/database.ts';

/** A file on its way in. */
export interface UploadRow {
  readonly upload_id: string;
  readonly material_key: string;
  readonly file_name: string;
  readonly bytes: number;
  readonly digest: string;
  readonly received: number;
}

const columns = 'upload_id, material_key, file_name, bytes, digest, received';

interface Begun extends Omit<UploadRow, 'received'> {
  readonly subject_key: string;
  readonly owner: string;
  readonly window_unit_id: string | null;
  readonly at: Date;
}

/** Begins an upload, or finds the one this person has begun of the same file for the same material. */
export async function beginUploadRow(tx: Tx, it: Begun): Promise<UploadRow> {
  const rows = await tx.query<UploadRow>(
    'upload-begin',
    `insert into upload (subject_key, upload_id, material_key, file_name, bytes, digest, owner, window_unit_id, touched_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (subject_key, owner, material_key, digest) do update set touched_at = excluded.touched_at, file_name = excluded.file_name
     returning ${columns}`,
    [
      it.subject_key,
      it.upload_id,
      it.material_key,
      it.file_name,
      it.bytes,
      it.digest,
      it.owner,
      it.window_unit_id,
      it.at,
    ],
  );
  return rows[0]!;
}

/** Uploads of a subject that have not come to an end. */
export async function countOpenUploads(tx: Tx, subjectKey: string): Promise<number> {
  const rows = await tx.query<{ count: number }>(
    'uploads-open',
    'select count(*) as count from upload where subject_key = $1',
    [subjectKey],
  );
  return rows[0]!.count;
}

/** The upload, only for whoever began it. */
export async function findUpload(
  tx: Tx,
  subjectKey: string,
  uploadId: string,
  owner: string,
): Promise<UploadRow | undefined> {
  const rows = await tx.query<UploadRow>(
    'upload-find',
    `select ${columns} from upload where subject_key = $1 and upload_id = $2 and owner = $3`,
    [subjectKey, uploadId, owner],
  );
  return rows[0];
}

interface Chunk {
  readonly subjectKey: string;
  readonly uploadId: string;
  readonly windowUnitId: string | null;
  readonly at: number;
  readonly content: Buffer;
  readonly now: Date;
}

/** Adds a piece where the last one ended; false when another request was faster. */
export async function addChunk(tx: Tx, it: Chunk): Promise<boolean> {
  const moved = await tx.change(
    'upload-move',
    'update upload set received = $4, touched_at = $5 where subject_key = $1 and upload_id = $2 and received = $3',
    [it.subjectKey, it.uploadId, it.at, it.at + it.content.length, it.now],
  );
  if (moved !== 1) return false;
  await tx.change(
    'upload-chunk',
    'insert into upload_chunk (subject_key, upload_id, at_byte, window_unit_id, content) values ($1, $2, $3, $4, $5)',
    [it.subjectKey, it.uploadId, it.at, it.windowUnitId, it.content],
  );
  return true;
}

/** All pieces, put together. */
export async function readUploaded(tx: Tx, subjectKey: string, uploadId: string): Promise<Buffer> {
  const rows = await tx.query<{ content: Buffer }>(
    'upload-read',
    'select content from upload_chunk where subject_key = $1 and upload_id = $2 order by at_byte',
    [subjectKey, uploadId],
  );
  return Buffer.concat(rows.map((row) => row.content));
}

/** Removes an upload with its pieces. */
export async function deleteUpload(tx: Tx, subjectKey: string, uploadId: string): Promise<boolean> {
  return (
    (await tx.change('upload-delete', 'delete from upload where subject_key = $1 and upload_id = $2', [
      subjectKey,
      uploadId,
    ])) > 0
  );
}

/** Removes what nobody has gone on with since a day. */
export async function deleteStaleUploads(tx: Tx, before: Date): Promise<number> {
  return tx.change('uploads-stale', 'delete from upload where touched_at < $1', [before]);
}
