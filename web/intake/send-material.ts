import { call, type ReplyTo, sendPiece } from '../api.ts';
import { sendInPieces, type UploadPort, type UploadProgress } from '../ui/upload-sender.ts';

/** A material as the server keeps it. */
export type Kept = ReplyTo<'finishUpload'>;

/** Sends one file of a subject for one material, in pieces and through breaks of the line. */
export function sendMaterial(
  subjectKey: string,
  materialKey: string,
  file: File,
  onProgress: (progress: UploadProgress) => void,
  signal?: AbortSignal,
): Promise<Kept> {
  const port: UploadPort<Kept> = {
    begin: (begun, stop) =>
      call('beginUpload', {
        params: { subjectKey },
        body: { materialKey, ...begun },
        ...(stop ? { signal: stop } : {}),
      }),
    put: (uploadId, at, piece, stop) =>
      sendPiece('putUploadChunk', { params: { subjectKey, uploadId }, query: { at } }, piece, stop),
    finish: (uploadId, stop) =>
      call('finishUpload', { params: { subjectKey, uploadId }, body: {}, ...(stop ? { signal: stop } : {}) }),
  };
  return sendInPieces(port, file, file.name, { onProgress, signal });
}
