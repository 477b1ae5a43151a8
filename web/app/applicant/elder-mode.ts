import { useState } from 'react';

const storageKey = 'elder';

/** What the address asks for wins (a portal's own version for the elderly leads here with `?elder=1`), then what this device remembers. */
function wanted(): boolean {
  const asked = new URLSearchParams(location.search).get('elder');
  if (asked === '1' || asked === '0') {
    remember(asked === '1');
    return asked === '1';
  }
  try {
    return localStorage.getItem(storageKey) === '1';
  } catch {
    return document.documentElement.hasAttribute('data-elder');
  }
}

function remember(elder: boolean): void {
  try {
    localStorage.setItem(storageKey, elder ? '1' : '0');
  } catch {
    // A browser that keeps nothing still shows it for this visit.
  }
}

function show(elder: boolean): void {
  document.documentElement.toggleAttribute('data-elder', elder);
}

/** Puts the remembered 长辈版 on the page before anything is drawn. */
export function applyElderMode(): void {
  show(wanted());
}

/** 长辈版 on or off, remembered on this device. */
export function useElderMode(): [boolean, () => void] {
  const [elder, setElder] = useState(() => document.documentElement.hasAttribute('data-elder'));
  const toggle = () => {
    show(!elder);
    setElder(!elder);
    remember(!elder);
  };
  return [elder, toggle];
}
