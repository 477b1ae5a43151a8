import { useMutation } from '@tanstack/react-query';
import type { Progress, ProgressItem } from '#contract/progress.ts';
import { addressOf } from '../api.ts';
import { problemFrom, unreachable } from '../api-problem.ts';
import { saveReply } from '../ui/save-reply.ts';

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

/** Fetches a file that only the code opens and hands it to the browser to save: the code must not stand in an address. */
async function saveFile(
  name: 'downloadPaperByCode' | 'downloadAllByCode' | 'downloadObjectionPaperByCode',
  body: object,
  fallback: string,
) {
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
  await saveReply(response, fallback);
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

/** Saves a paper of an objection about this application. */
export const saveObjectionPaper = (code: HeldCode, paper: { readonly paperId: string; readonly title: string }) =>
  saveFile('downloadObjectionPaperByCode', { ...code, paperId: paper.paperId }, `${paper.title}.pdf`);
