import { useMutation } from '@tanstack/react-query';
import type { Progress, ProgressItem } from '#contract/progress.ts';
import { addressOf } from '../api.ts';
import { problemFrom, unreachable } from '../api-problem.ts';

/** Number and query code as they were typed and found right. */
export interface HeldCode {
  readonly number: string;
  readonly queryCode: string;
}

/** What every part of an application that the code has opened is given. */
export interface ByCode {
  readonly item: ProgressItem;
  readonly code: HeldCode;
  /** Shows the application as an act left it. */
  readonly update: (view: Progress) => void;
}

/** What a reply calls its file; `fallback` where it says nothing readable. */
function nameIn(disposition: string | null, fallback: string): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '') ?? [];
  try {
    return encoded ? decodeURIComponent(encoded) : fallback;
  } catch {
    return fallback;
  }
}

/** Fetches a file that only the code opens and hands it to the browser to save: the code must not stand in an address. */
async function saveFile(name: 'downloadPaperByCode' | 'downloadAllByCode', body: object, fallback: string) {
  let response: Response;
  try {
    response = await fetch(addressOf(name, {}), {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw unreachable(false);
  }
  if (!response.ok) throw problemFrom(response.status, await response.json().catch(() => undefined));
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = nameIn(response.headers.get('content-disposition'), fallback);
  link.click();
  // The browser has begun to read it by the next minute.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Saves a paper of an application, or everything, by its number and code. */
export function useFileByCode(code: HeldCode) {
  return useMutation({
    mutationFn: (paper: { readonly paperId: string; readonly title: string } | 'everything') =>
      paper === 'everything'
        ? saveFile('downloadAllByCode', code, `${code.number}.zip`)
        : saveFile('downloadPaperByCode', { ...code, paperId: paper.paperId }, `${paper.title}.pdf`),
  });
}
