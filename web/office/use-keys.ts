import { useEffect, useRef } from 'react';

/** Keys work only while nobody types and no drawer or dialog is open. */
function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return isTyping(target) || document.querySelector(openOver) !== null;
}

const openOver = '.ant-drawer-open, .ant-modal-wrap:not([style*="display: none"]), dialog[open]';

/** Whether letters go into the control that has the focus. Choices and ticks take none. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target.matches('input:not([type="radio"]):not([type="checkbox"]), textarea, select')
  );
}

/** Enter on a button or link is that control's own. */
function ownsEnter(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(BUTTON|A|SUMMARY)$/.test(target.tagName);
}

/** Binds single keys of a screen: `{ j: next, k: previous, Enter: open }`. Ctrl, Alt and Meta are left to the browser. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isBusy(event.target)) return;
      if (event.key === 'Enter' && ownsEnter(event.target)) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
