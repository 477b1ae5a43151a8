import { useSyncExternalStore } from 'react';

const wide = window.matchMedia('(min-width: 1024px)');

function listen(told: () => void): () => void {
  wide.addEventListener('change', told);
  return () => wide.removeEventListener('change', told);
}

/** Whether there is room for the whole form beside the list of its tasks. */
export function useWide(): boolean {
  return useSyncExternalStore(listen, () => wide.matches);
}
