import { call, sendForm } from '../api.ts';
import { sendInPieces, type UploadPort, type UploadProgress } from '../ui/upload-sender.ts';
import type { HeldCode } from './file-by-code.ts';
import type { Kept } from './send-material.ts';

type KeptByCode = Pick<Kept, 'attachmentId' | 'fileName' | 'bytes' | 'scan'>;

/**
 * Sends one file for a material of a call for correction by number and code: in pieces and through breaks of the line, as after a login.
 * The code goes with every request, in its body: it must not stand in an address.
 */
export function sendByCode(
  of: HeldCode & { readonly itemNumber: string },
  materialKey: string,
  file: File,
  onProgress: (progress: UploadProgress) => void,
  signal?: AbortSignal,
): Promise<KeptByCode> {
  const stopping = (stop: AbortSignal | undefined) => (stop ? { signal: stop } : {});
  const port: UploadPort<KeptByCode> = {
    begin: (begun, stop) => call('beginUploadByCode', { body: { ...of, materialKey, ...begun }, ...stopping(stop) }),
    put: (uploadId, at, piece, stop) => sendForm('putChunkByCode', { body: { ...of, uploadId, at } }, piece, stop),
    finish: (uploadId, stop) => call('finishUploadByCode', { body: { ...of, uploadId }, ...stopping(stop) }),
  };
  return sendInPieces(port, file, file.name, { onProgress, signal });
}
