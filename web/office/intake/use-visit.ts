import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftContent } from '#contract/drafts.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import { call, type ReplyTo } from '../../api.ts';
import { type ApiProblem, asProblem } from '../../api-problem.ts';
import type { Visit } from './visit.ts';
import { draftOf, visitOf } from './visit-draft.ts';

/** A visit as the server keeps it. */
export type KeptDraft = ReplyTo<'saveDraft'>;

/** Whether what was typed is safe: the line above the form says it. */
export type Saving =
  | { readonly kind: 'new' | 'saved' | 'waiting' | 'saving' }
  | { readonly kind: 'failed'; readonly problem: ApiProblem }
  | { readonly kind: 'elsewhere'; readonly draft: KeptDraft }
  | { readonly kind: 'gone' };

const pause = 700;
const retryAfter = 4_000;
const backupKey = (draftId: string) => `office.unsaved-visit:${draftId}`;

/** What could not be sent waits on this computer, and only until it has been sent. */
function readBackup(draftId: string): { version: number; content: DraftContent } | null {
  try {
    return JSON.parse(localStorage.getItem(backupKey(draftId)) ?? 'null');
  } catch {
    return null;
  }
}

function writeBackup(draftId: string, version: number, content: DraftContent): void {
  try {
    localStorage.setItem(backupKey(draftId), JSON.stringify({ version, content }));
  } catch {
    // A full store only means that a crash without a line loses the last seconds.
  }
}

export const dropBackup = (draftId: string) => localStorage.removeItem(backupKey(draftId));

/**
 * A visit kept as typed: on the server a moment after each change, by itself again when the line was broken, on this computer until
 * then. Another computer of the window that was faster is said and never written over.
 */
export function useVisit(subjectKey: string, draftId: string, stored: KeptDraft | null, begun: Visit) {
  const [visit, setVisit] = useState<Visit>(() => {
    const backup = readBackup(draftId);
    if (backup && backup.version === (stored?.version ?? 0)) return visitOf(backup.content, begun);
    return stored ? visitOf(stored.content, begun) : begun;
  });
  const [saving, setSaving] = useState<Saving>({ kind: stored ? 'saved' : 'new' });
  const version = useRef(stored?.version ?? 0);
  const saved = useRef(canonicalJson(stored ? draftOf(visitOf(stored.content, begun)) : draftOf(begun)));
  const latest = useRef(visit);
  latest.current = visit;
  const running = useRef<Promise<void> | null>(null);
  const stopped = useRef(false);

  const saveNow = useCallback(async (): Promise<void> => {
    while (running.current) await running.current;
    const content = draftOf(latest.current);
    const text = canonicalJson(content);
    if (stopped.current || text === saved.current) return;
    setSaving({ kind: 'saving' });
    running.current = call('saveDraft', {
      params: { subjectKey, draftId },
      body: { version: version.current, content },
    })
      .then((reply) => {
        version.current = reply.version;
        saved.current = text;
        const done = canonicalJson(draftOf(latest.current)) === text;
        if (done) dropBackup(draftId);
        setSaving({ kind: done ? 'saved' : 'waiting' });
      })
      .catch((error) => {
        const problem = asProblem(error);
        const newer = problem.code === 'draft-newer' ? (problem.more.draft as KeptDraft) : null;
        // Our own save whose answer was lost: what stands there is what we sent.
        if (newer && canonicalJson(newer.content) === text) {
          version.current = newer.version;
          saved.current = text;
          setSaving({ kind: 'saved' });
        } else if (newer) setSaving({ kind: 'elsewhere', draft: newer });
        else if (problem.code === 'draft-gone') setSaving({ kind: 'gone' });
        else setSaving({ kind: 'failed', problem });
      })
      .finally(() => {
        running.current = null;
      });
    await running.current;
  }, [draftId, subjectKey]);

  useEffect(() => {
    const content = draftOf(visit);
    if (stopped.current || canonicalJson(content) === saved.current) return;
    writeBackup(draftId, version.current, content);
    setSaving((now) => (now.kind === 'elsewhere' || now.kind === 'gone' ? now : { kind: 'waiting' }));
    const timer = setTimeout(() => void saveNow(), pause);
    return () => clearTimeout(timer);
  }, [visit, draftId, saveNow]);

  const failed = saving.kind === 'failed';
  useEffect(() => {
    if (!failed) return;
    const again = () => void saveNow();
    const timer = setInterval(again, retryAfter);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [failed, saveNow]);

  // What was typed just before leaving is sent at once, and whoever opens the visit again is shown what is kept then.
  const client = useQueryClient();
  useEffect(
    () => () => {
      const forget = () => client.removeQueries({ queryKey: ['listDrafts'] });
      forget();
      void saveNow().then(forget);
    },
    [saveNow, client],
  );

  const change = useCallback((part: Partial<Visit>) => setVisit((was) => ({ ...was, ...part })), []);
  /** Takes over what another computer saved. */
  const takeOver = useCallback(
    (draft: KeptDraft) => {
      version.current = draft.version;
      const next = visitOf(draft.content, begun);
      saved.current = canonicalJson(draftOf(next));
      setVisit(next);
      setSaving({ kind: 'saved' });
    },
    [begun],
  );
  /** After the submission nothing is saved any more. */
  const stop = useCallback(() => {
    stopped.current = true;
    dropBackup(draftId);
  }, [draftId]);
  return { visit, change, saving, saveNow, takeOver, stop };
}
