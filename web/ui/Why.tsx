import { type ReactNode, useId, useState } from 'react';

/** 为什么是这一天？ A quiet button that unfolds the computation; it is only made when it is asked for. */
export function Why({ children, asked = '为什么是这一天？' }: { children: () => ReactNode; asked?: string }) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  return (
    <div className="why">
      <button
        type="button"
        className="why-button"
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {asked}
      </button>
      {open && (
        <div className="why-panel" id={panel}>
          {children()}
        </div>
      )}
    </div>
  );
}
