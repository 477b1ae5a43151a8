import type { UploadProgress } from './upload-sender.ts';

/** A size as people say it. */
export function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** How long it will take, where that is more than ten seconds and can be told. */
export function timeLeft({ sent, total, state }: UploadProgress, milliseconds: number): string | null {
  if (state !== 'sending' || sent === 0 || milliseconds < 3_000) return null;
  const seconds = ((total - sent) / sent) * (milliseconds / 1000);
  if (seconds <= 10) return null;
  return seconds < 90 ? `大约还要 ${Math.ceil(seconds / 10) * 10} 秒` : `大约还要 ${Math.ceil(seconds / 60)} 分钟`;
}
