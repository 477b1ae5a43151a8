import { useEffect, useRef } from 'react';
import { goToPoint, type OpenPoint } from './visit-points.ts';

const places: Readonly<Record<string, string>> = {
  '1': 'visit-persons',
  '2': 'visit-records',
  '4': 'missing-material',
  '5': 'visit-signing',
  '6': 'visit-originals',
};

/** Keys of the visit that work also while somebody types: Alt with a number goes to a part, Ctrl+Enter submits. */
export function useVisitKeys(it: { points: readonly OpenPoint[]; submit: () => void; print: () => void }): void {
  const latest = useRef(it);
  latest.current = it;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { points, submit, print } = latest.current;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        return submit();
      }
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      // The physical key: with Alt some keyboards write another sign.
      const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
      if (event.code === 'KeyP') {
        event.preventDefault();
        print();
      } else if (digit !== undefined) {
        const id =
          digit === '0'
            ? points[0]?.id
            : digit === '3'
              ? (points.find((one) => one.id.startsWith('field-') && one.id !== 'field-signer')?.id ?? 'visit-form')
              : places[digit];
        if (!id) return;
        event.preventDefault();
        goToPoint(id);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
