import { useState } from 'react';

const storageKey = 'elder';

function remembered(): boolean {
  try {
    return localStorage.getItem(storageKey) === '1';
  } catch {
    return false;
  }
}

function show(elder: boolean): void {
  document.documentElement.toggleAttribute('data-elder', elder);
}

/** Puts the remembered 长辈版 on the page before anything is drawn. */
export function applyElderMode(): void {
  show(remembered());
}

/** 长辈版 on or off, remembered on this device. */
export function useElderMode(): [boolean, () => void] {
  const [elder, setElder] = useState(remembered);
  const toggle = () => {
    show(!elder);
    setElder(!elder);
    try {
      localStorage.setItem(storageKey, elder ? '0' : '1');
    } catch {
      // A browser that keeps nothing still shows it for this visit.
    }
  };
  return [elder, toggle];
}
