import { useEffect, useState } from 'react';
import { lastHeard } from '../api.ts';
import { useSession } from './use-session.ts';

/** Warned this long before the end: WCAG 2.2.1 asks for twenty seconds at least; reading takes longer. */
const warnMinutes = 5;
const minute = 60_000;

/** Where a login stands that nobody has used for a while. */
export interface SessionEnd {
  /** Whole minutes left, only while it is about to end. */
  readonly minutesLeft: number | null;
  /** It ended while this page was open. */
  readonly ended: boolean;
  stay(): void;
}

/**
 * Watches for the end of an applicant's login (an office's page asks every five minutes, so it never ends unused). The server counts from its last request; it notes them to the minute, so the end is told one minute
 * early. Asking whether it has ended would prolong it, so that is only done when it must be over.
 */
export function useSessionEnd(idleMinutes: number): SessionEnd {
  const session = useSession();
  const signedIn = session.data?.kind === 'applicant';
  const [minutesLeft, setMinutesLeft] = useState<number | null>(null);
  const [wasSignedIn, setWasSignedIn] = useState(false);
  const { refetch } = session;
  useEffect(() => {
    if (!signedIn) return;
    setWasSignedIn(true);
    const look = () => {
      const unused = Date.now() - lastHeard();
      const left = Math.ceil(((idleMinutes - 1) * minute - unused) / minute);
      setMinutesLeft(left <= warnMinutes ? Math.max(left, 1) : null);
      if (unused > idleMinutes * minute + 5_000) void refetch();
    };
    const timer = setInterval(look, 10_000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      setMinutesLeft(null);
    };
  }, [signedIn, idleMinutes, refetch]);
  return {
    minutesLeft,
    ended: wasSignedIn && session.data !== undefined && !signedIn,
    stay: () => void refetch().then(() => setMinutesLeft(null)),
  };
}
