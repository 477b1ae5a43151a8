import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { SessionView } from '#contract/access.ts';
import { addressOf, call } from '../api.ts';
import { forgetAllPending } from '../ui/upload-pending.ts';

const key = ['session'];

/** Who is here: asked once, kept until something changes it. */
export function useSession() {
  return useQuery({ queryKey: key, queryFn: () => call('getSession'), staleTime: 5 * 60_000 });
}

/** The subject the applicant acts for now, or null. */
export function actingSubject(session: SessionView | undefined) {
  return session?.subjects.find((one) => one.subjectKey === session.actingFor) ?? session?.subjects[0] ?? null;
}

/** Where logging in begins; afterwards the person is back at `next`. */
export function loginAddress(next = `${location.pathname}${location.search}`): string {
  return addressOf('beginLogin', { query: { next } });
}

/** Where somebody known to the basic degree proves more (高级实名认证); afterwards the person is back at `next`, signed in as before. */
export function stepUpAddress(next = `${location.pathname}${location.search}`): string {
  return addressOf('beginLogin', { query: { next, assurance: 'high' } });
}

/** Acts that change the session: everything that was asked for the former person or subject is forgotten. */
export function useSessionActs() {
  const queries = useQueryClient();
  return {
    async actFor(subjectKey: string) {
      const session = await call('actFor', { body: { subjectKey } });
      queries.setQueryData(key, session);
      await queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
    },
    async logout() {
      const { redirect } = await call('logout');
      queries.clear();
      sessionStorage.clear();
      await forgetAllPending();
      location.assign(redirect ?? '/');
    },
  };
}
