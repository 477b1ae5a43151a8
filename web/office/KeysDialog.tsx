import './keys.css';
import { Button } from 'antd';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { KeyHelp } from './KeyHelp.tsx';
import { isTyping } from './use-keys.ts';

type Keys = readonly (readonly [key: string, what: string])[];

interface Props {
  readonly keys: Keys;
  /** What else opens it, for those who do not know the key. */
  readonly children?: (show: () => void) => ReactNode;
}

const own: Keys[number] = ['?', '看这些键，再按一次收起（不在输入框里时）'];
const covered = '.ant-drawer-open, .ant-modal-wrap:not([style*="display: none"])';

/** The keys of a screen, the same way everywhere: `?` shows and hides them, Esc hides them. */
export function KeysDialog({ keys, children }: Props) {
  const [open, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || isTyping(event.target) || document.querySelector(covered)) return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => {
    const element = dialog.current!;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  return (
    <>
      {children?.(() => setOpen(true))}
      <dialog ref={dialog} className="keys-dialog" aria-labelledby={title} onClose={() => setOpen(false)}>
        {open && (
          <>
            <h2 id={title}>快捷键</h2>
            <KeyHelp keys={keys.some(([key]) => key === '?') ? keys : [...keys, own]} />
            <Button onClick={() => setOpen(false)}>收起</Button>
          </>
        )}
      </dialog>
    </>
  );
}
