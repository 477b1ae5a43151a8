import { createHash } from 'node:crypto';
import { type AttachmentView, beginUpload, finishUpload, putUploadChunk } from '#contract/attachments.ts';
import type { HandedFile, Person } from './person.ts';

/** What an upload is begun with. */
export function beginningOf(materialKey: string, file: HandedFile) {
  const digest = createHash('sha256').update(file.content).digest('hex');
  return { materialKey, fileName: file.name, bytes: file.content.length, digest };
}

/** Hands in a material as the web does: begun, sent in pieces, finished. */
export async function handIn(
  person: Person,
  subjectKey: string,
  materialKey: string,
  file: HandedFile,
): Promise<AttachmentView> {
  const begun = await person.ask(beginUpload, { params: { subjectKey }, body: beginningOf(materialKey, file) });
  const params = { subjectKey, uploadId: begun.uploadId };
  for (let at = begun.received; at < file.content.length; at += begun.chunkBytes)
    await person.put(putUploadChunk, { params, query: { at } }, file.content.subarray(at, at + begun.chunkBytes));
  return person.ask(finishUpload, { params, body: {} });
}
