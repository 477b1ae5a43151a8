import { useCallback, useState } from 'react';

/** A choice of this person on this machine (columns, theme, folded navigation); nothing about subjects is kept here. */
export function useRemembered<T>(name: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => readRemembered(name, initial));
  const remember = useCallback(
    (next: T) => {
      setValue(next);
      try {
        localStorage.setItem(`office.${name}`, JSON.stringify(next));
      } catch {
        // A full or forbidden store only means that the choice lasts until the page is closed.
      }
    },
    [name],
  );
  return [value, remember];
}

/** Reads a remembered choice, or `initial` where there is none or it cannot be read. */
export function readRemembered<T>(name: string, initial: T): T {
  try {
    const text = localStorage.getItem(`office.${name}`);
    return text === null ? initial : (JSON.parse(text) as T);
  } catch {
    return initial;
  }
}
