import { useEffect, useRef } from 'react';
import { goToPoint, type OpenPoint } from './visit-points.ts';

const places: Readonly<Record<string, string>> = {
  '1': 'visit-persons',
  '2': 'visit-records',
  '5': 'visit-signing',
  '6': 'visit-originals',
};

const isForm = (id: string) => id.startsWith('field-') && id !== 'field-signer';
const isMaterial = (id: string) => id.startsWith('extra-') || id === 'missing-material';

/** Where Alt with a digit leads: to the first gap of that part, or to the part itself. */
function placeOf(digit: string, points: readonly OpenPoint[]): string | undefined {
  const first = (fits: (id: string) => boolean) => points.find((one) => fits(one.id))?.id;
  if (digit === '0') return first(() => true);
  if (digit === '3') return first(isForm) ?? 'visit-form';
  if (digit === '4') return first(isMaterial) ?? 'materials-title';
  return places[digit];
}

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
        const id = placeOf(digit, points);
        if (!id) return;
        event.preventDefault();
        goToPoint(id);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
