import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Static } from 'typebox';
import type { DraftContent, DraftView } from '#contract/drafts.ts';
import { call } from '../api.ts';
import { type ApiProblem, asProblem } from '../api-problem.ts';
import { draftDifferences } from './draft-differences.ts';

type StoredDraft = Static<typeof DraftView>;

/** Whether what was typed is safe: the line under the title says it. */
export type SaveState =
  | { readonly kind: 'saved' | 'waiting' | 'saving' }
  /** Another device saved something else meanwhile: nothing is sent until the person has chosen. */
  | { readonly kind: 'conflict'; readonly theirs: StoredDraft }
  | { readonly kind: 'failed'; readonly problem: ApiProblem };

const pause = 900;
/** A failed save is tried again by itself after so many milliseconds. */
const again = 8_000;

/** What could not be sent stays on this device until it has been: also when the telephone ends the browser meanwhile. */
const backupKey = (draftId: string) => `unsaved:${draftId}`;

function readBackup(draftId: string): { version: number; content: DraftContent } | null {
  try {
    return JSON.parse(localStorage.getItem(backupKey(draftId)) ?? 'null');
  } catch {
    return null;
  }
}

function keepBackup(draftId: string, version: number, content: DraftContent): void {
  try {
    localStorage.setItem(backupKey(draftId), JSON.stringify({ version, content }));
  } catch {
    // A browser that keeps nothing (private window, full disk): the server still has all but the last words.
  }
}

/** Forgets what this device kept of a draft: it has been saved, submitted or deleted. */
export function forgetBackup(draftId: string): void {
  localStorage.removeItem(backupKey(draftId));
}

/** Finds a draft among the subjects a person acts for. */
export function useDraftQuery(draftId: string, subjectKeys: readonly string[]) {
  return useQuery({
    queryKey: ['draft', draftId],
    queryFn: async (): Promise<{ subjectKey: string; draft: StoredDraft } | null> => {
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

/** What the draft opens with: as stored; or as kept here, where that is newer; or both, where they part. */
function opening(stored: StoredDraft): { content: DraftContent; state: SaveState; version: number } {
  const backup = readBackup(stored.draftId);
  if (!backup || draftDifferences(backup.content, stored.content).length === 0)
    return { content: stored.content, state: { kind: 'saved' }, version: stored.version };
  const { content, version } = backup;
  return version === stored.version
    ? { content, state: { kind: 'waiting' }, version }
    : { content, state: { kind: 'conflict', theirs: stored }, version };
}

/**
 * The content of a draft, saved a moment after each change. One save is under way at a time; a save that fails is
 * repeated by itself, with the next change and on `saveNow`. Where another device saved something else, nothing is
 * sent until `settle` says what holds.
 */
export function useDraft(subjectKey: string, stored: StoredDraft) {
  const { draftId } = stored;
  const [first] = useState(() => opening(stored));
  const [content, setContent] = useState(first.content);
  const [state, setState] = useState<SaveState>(first.state);
  const version = useRef(first.version);
  const latest = useRef(content);
  const saved = useRef(stored.content);
  const stopped = useRef(first.state.kind === 'conflict');
  /** Sent, but no answer came: it may have arrived. */
  const unanswered = useRef<DraftContent | null>(null);
  const running = useRef<Promise<void> | null>(null);
  const queries = useQueryClient();

  const saveNow = useCallback(async (): Promise<void> => {
    while (running.current) await running.current;
    if (stopped.current) return;
    if (saved.current === latest.current) return setState((now) => (now.kind === 'waiting' ? { kind: 'saved' } : now));
    const sent = latest.current;
    setState({ kind: 'saving' });
    running.current = call('saveDraft', {
      params: { subjectKey, draftId },
      body: { version: version.current, content: sent },
    })
      .then((reply) => {
        version.current = reply.version;
        saved.current = sent;
        unanswered.current = null;
        if (latest.current === sent) forgetBackup(draftId);
        queries.setQueryData(['draft', draftId], { subjectKey, draft: { ...reply, content: sent } });
        setState({ kind: latest.current === sent ? 'saved' : 'waiting' });
      })
      .catch((error) => {
        const problem = asProblem(error);
        const { draft: theirs } = problem.more as { draft?: StoredDraft };
        if (!theirs) {
          if (problem.lost) unanswered.current = sent;
          return setState({ kind: 'failed', problem });
        }
        // Our own save whose answer was lost is nobody else's: go on from there.
        const sentBefore = unanswered.current ?? latest.current;
        if (draftDifferences(sentBefore, theirs.content).length === 0) {
          const more = draftDifferences(latest.current, theirs.content).length > 0;
          version.current = theirs.version;
          saved.current = more ? theirs.content : latest.current;
          unanswered.current = null;
          if (!more) forgetBackup(draftId);
          return setState({ kind: more ? 'waiting' : 'saved' });
        }
        stopped.current = true;
        setState({ kind: 'conflict', theirs });
      })
      .finally(() => {
        running.current = null;
      });
    await running.current;
  }, [draftId, subjectKey, queries]);

  useEffect(() => {
    if (saved.current === content) return;
    keepBackup(draftId, version.current, content);
    const timer = setTimeout(() => void saveNow(), pause);
    return () => clearTimeout(timer);
  }, [content, draftId, saveNow]);

  // A broken line mends by itself, and the person need not watch for it.
  useEffect(() => {
    const retry = () => void saveNow();
    const waits = state.kind === 'waiting' ? pause : state.kind === 'failed' && state.problem.lost ? again : null;
    const timer = waits === null ? undefined : setTimeout(retry, waits);
    window.addEventListener('online', retry);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', retry);
    };
  }, [state, saveNow]);

  // What was typed just before leaving the screen is sent at once.
  useEffect(
    () => () => {
      void saveNow();
    },
    [saveNow],
  );

  const update = useCallback((change: (content: DraftContent) => DraftContent) => {
    const next = change(latest.current);
    if (next === latest.current) return;
    latest.current = next;
    setContent(next);
    setState((now) => (now.kind === 'conflict' ? now : { kind: 'waiting' }));
  }, []);

  const settle = useCallback(
    (theirs: StoredDraft, chosen: DraftContent) => {
      version.current = theirs.version;
      saved.current = theirs.content;
      stopped.current = false;
      latest.current = chosen;
      setContent(chosen);
      setState({ kind: 'waiting' });
      void saveNow();
    },
    [saveNow],
  );
  return { content, state, update, saveNow, settle };
}
