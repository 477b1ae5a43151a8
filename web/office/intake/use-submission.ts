import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../api.ts';
import { type ApiProblem, asProblem } from '../../api-problem.ts';
import { useGo } from '../address.ts';
import { submissionOf, type Visit } from './visit.ts';

/** How a submission stands; `unknown`: it may have arrived, and is being asked again. */
export type Sending =
  | { readonly kind: 'idle' | 'sending' }
  | { readonly kind: 'unknown'; readonly tries: number }
  | { readonly kind: 'refused'; readonly problem: ApiProblem };

const askAgainAfter = 5_000;

/**
 * Submits a visit. Where the line breaks it may have arrived: the same request, under the same id, is sent again until an answer comes,
 * and acts once. What arrived before with other content is shown instead.
 */
export function useSubmission(it: {
  readonly subjectKey: string;
  readonly draftId: string;
  readonly visit: Visit;
  readonly stop: () => void;
}) {
  const { subjectKey, draftId, stop } = it;
  const [sending, setSending] = useState<Sending>({ kind: 'idle' });
  const latest = useRef(it.visit);
  latest.current = it.visit;
  const busy = useRef(false);
  const client = useQueryClient();
  const go = useGo();

  const toReceipt = useCallback(
    (applicationId: string, search: Record<string, string>) => {
      stop();
      for (const name of ['listRecords', 'listWindowApplications', 'listWindowDrafts', 'getWindowDesk'])
        void client.invalidateQueries({ queryKey: [name] });
      go(`/window/${subjectKey}/receipt/${applicationId}`, search);
    },
    [client, go, stop, subjectKey],
  );

  const send = useCallback(
    async (seen?: Record<string, number>) => {
      if (busy.current) return;
      busy.current = true;
      setSending((now) => (now.kind === 'unknown' ? now : { kind: 'sending' }));
      try {
        const body = submissionOf(latest.current, draftId, seen);
        const { applicationId } = await call('submitApplication', { params: { subjectKey }, body });
        toReceipt(applicationId, { print: '1' });
      } catch (error) {
        const problem = asProblem(error);
        const first = problem.code === 'request-id-reused' ? String(problem.more.applicationId) : null;
        if (first) toReceipt(first, { first: '1' });
        else if (problem.lost)
          setSending((now) => ({ kind: 'unknown', tries: now.kind === 'unknown' ? now.tries + 1 : 1 }));
        else setSending({ kind: 'refused', problem });
      } finally {
        busy.current = false;
      }
    },
    [draftId, subjectKey, toReceipt],
  );

  const unknown = sending.kind === 'unknown';
  useEffect(() => {
    if (!unknown) return;
    const again = () => void send();
    const timer = setInterval(again, askAgainAfter);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [unknown, send]);

  return { sending, send };
}
