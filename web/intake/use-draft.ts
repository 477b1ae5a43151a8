import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Static } from 'typebox';
import type { DraftContent, DraftView } from '#contract/drafts.ts';
import { call } from '../api.ts';
import { type ApiProblem, asProblem } from '../api-problem.ts';

/** Whether what was typed is safe: the line under the title says it. */
export type SaveState =
  | { readonly kind: 'saved' | 'waiting' | 'saving' | 'conflict' }
  | { readonly kind: 'failed'; readonly problem: ApiProblem };

const pause = 900;

/** What could not be sent stays on this device until it has been. */
function backupKey(draftId: string): string {
  return `unsaved:${draftId}`;
}

function readBackup(draftId: string): { version: number; content: DraftContent } | null {
  try {
    return JSON.parse(sessionStorage.getItem(backupKey(draftId)) ?? 'null');
  } catch {
    return null;
  }
}

/** Finds a draft among the subjects a person acts for. */
export function useDraftQuery(draftId: string, subjectKeys: readonly string[]) {
  return useQuery({
    queryKey: ['draft', draftId],
    queryFn: async (): Promise<{ subjectKey: string; draft: Static<typeof DraftView> } | null> => {
      for (const subjectKey of subjectKeys) {
        const { drafts } = await call('listDrafts', { params: { subjectKey } });
        const draft = drafts.find((one) => one.draftId === draftId);
        if (draft) return { subjectKey, draft };
      }
      return null;
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** Makes a draft for these records. Resolves with its id. */
export async function beginDraft(draftId: string, subjectKey: string, recordIds: string[]): Promise<string> {
  await call('saveDraft', {
    params: { subjectKey, draftId },
    body: { version: 0, content: { recordIds, form: {}, extra: {}, materials: {} } },
  });
  return draftId;
}

/**
 * The content of a draft, saved a moment after each change. One save is under way at a time; a save that fails is
 * repeated with the next change or on `saveNow`; a newer version elsewhere stops saving and says so.
 */
export function useDraft(subjectKey: string, stored: Static<typeof DraftView>) {
  const { draftId } = stored;
  const backup = useRef(readBackup(draftId));
  const usable = backup.current && backup.current.version === stored.version ? backup.current.content : null;
  const [content, setContent] = useState<DraftContent>(usable ?? stored.content);
  const [state, setState] = useState<SaveState>({ kind: usable ? 'waiting' : 'saved' });
  const version = useRef(stored.version);
  const latest = useRef(content);
  const saved = useRef(stored.content);
  const running = useRef<Promise<void> | null>(null);
  const queries = useQueryClient();

  const saveNow = useCallback(async (): Promise<void> => {
    while (running.current) await running.current;
    if (saved.current === latest.current) return;
    const sent = latest.current;
    setState({ kind: 'saving' });
    running.current = call('saveDraft', {
      params: { subjectKey, draftId },
      body: { version: version.current, content: sent },
    })
      .then((reply) => {
        version.current = reply.version;
        saved.current = sent;
        if (latest.current === sent) sessionStorage.removeItem(backupKey(draftId));
        queries.setQueryData(['draft', draftId], { subjectKey, draft: { ...reply, content: sent } });
        setState({ kind: latest.current === sent ? 'saved' : 'waiting' });
      })
      .catch((error) => {
        const problem = asProblem(error);
        setState(problem.status === 409 ? { kind: 'conflict' } : { kind: 'failed', problem });
      })
      .finally(() => {
        running.current = null;
      });
    await running.current;
  }, [draftId, subjectKey, queries]);

  useEffect(() => {
    latest.current = content;
    if (saved.current === content) return;
    sessionStorage.setItem(backupKey(draftId), JSON.stringify({ version: version.current, content }));
    const timer = setTimeout(() => void saveNow(), pause);
    return () => clearTimeout(timer);
  }, [content, draftId, saveNow]);

  // What was typed just before leaving the screen is sent at once.
  useEffect(
    () => () => {
      void saveNow();
    },
    [saveNow],
  );

  const update = useCallback((change: (content: DraftContent) => DraftContent) => {
    setContent((now) => {
      const next = change(now);
      latest.current = next;
      return next;
    });
    setState((now) => (now.kind === 'conflict' ? now : { kind: 'waiting' }));
  }, []);
  return { content, state, update, saveNow };
}
