import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Reads `?a=b` as plain strings, so that a number typed into a search box stays the text it is. */
export function parseAddress(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Writes filters back, leaving out what is empty. */
export function writeAddress(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) if (value) params.set(key, String(value));
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** The filters of a screen, kept in the address bar; setting one to '' or undefined removes it. */
export function useFilters(): [Record<string, string>, (change: Record<string, string | undefined>) => void] {
  const search = useRouterState({ select: (state) => state.location.search }) as unknown as Record<string, string>;
  const navigate = useNavigate();
  const change = useCallback(
    (next: Record<string, string | undefined>) => {
      void navigate({
        to: '.',
        search: (was: Record<string, unknown>) => ({ ...was, ...next }),
        replace: true,
      } as never);
    },
    [navigate],
  );
  return [search, change];
}

/** Goes to a screen below /office. */
export function useGo(): (to: string, search?: Record<string, string>) => void {
  const navigate = useNavigate();
  return useCallback(
    (to, search = {}) => {
      void navigate({ to, search } as never);
    },
    [navigate],
  );
}
