import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Config } from './config.ts';
import { cleanFileName } from './file-name.ts';
import type { UploadedFile } from './route.ts';

export interface Received {
  readonly file: UploadedFile;
  readonly fields: Record<string, string>;
  /** Removes the temporary file. */
  discard(): Promise<void>;
}

/** Takes one file part and the text parts of a multipart request; the file goes to disk as it comes, memory stays bounded. */
export async function receiveUpload(request: FastifyRequest, config: Config): Promise<Received | Refusal> {
  if (!request.isMultipart())
    return refuse('invalid', 'not-multipart', '请用上传文件的方式提交（multipart/form-data，文件字段名为 file）。');
  const limit = Math.max(config.uploadLimitMb, config.importLimitMb) * 1024 * 1024;
  const folder = join(config.dataDir, 'incoming');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const fields: Record<string, string> = {};
  let file: UploadedFile | undefined;
  let tooLarge = false;
  const discard = () => rm(path, { force: true });
  try {
    for await (const part of request.parts({ limits: { fileSize: limit } })) {
      if (part.type === 'field') {
        fields[part.fieldname] = String(part.value ?? '');
        continue;
      }
      const hash = createHash('sha256');
      let bytes = 0;
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          hash.update(chunk);
          bytes += chunk.length;
          done(null, chunk);
        },
      });
      await pipeline(part.file, measure, createWriteStream(path, { mode: 0o600 }));
      tooLarge = part.file.truncated;
      file = {
        path,
        fileName: cleanFileName(part.filename),
        mediaType: part.mimetype,
        bytes,
        digest: hash.digest('hex'),
      };
    }
  } catch (error) {
    await discard();
    return unreadable(error as NodeJS.ErrnoException);
  }
  if (file && !tooLarge && file.bytes > 0) return { file, fields, discard };
  await discard();
  if (tooLarge)
    return refuse('invalid', 'file-too-large', `文件太大，不能超过 ${Math.floor(limit / 1024 / 1024)} MB。`, {
      fields: [{ field: 'file', text: '请压缩或拆分后再上传。' }],
    });
  return refuse('invalid', 'file-missing', file ? '文件是空的，请重新选择。' : '没有收到文件，请选择文件后再上传。', {
    fields: [{ field: 'file', text: '请选择文件。' }],
  });
}

/** A body that is cut off or wrongly built is the sender's mistake; a full disk is ours and thrown on. */
function unreadable(error: NodeJS.ErrnoException): Refusal {
  if (error.syscall !== undefined || error instanceof TypeError) throw error;
  return error.code === 'FST_FILES_LIMIT'
    ? refuse('invalid', 'one-file-only', '一次只能上传一份文件。', {
        fields: [{ field: 'file', text: '请一份一份地上传。' }],
      })
    : refuse('invalid', 'malformed-upload', '上传的内容不完整或者格式不对，请重新上传。', {
        fields: [{ field: 'file', text: '请重新选择文件。' }],
      });
}
