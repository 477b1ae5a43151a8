import { type ReactNode, useEffect, useRef } from 'react';

let first = true;

/**
 * The heading of a screen takes the focus when the reader arrives from another screen, so that a screen reader says where it is.
 * The first screen of a visit leaves the focus alone.
 */
export function useScreenFocus<T extends HTMLElement>() {
  const heading = useRef<T>(null);
  useEffect(() => {
    if (!first) heading.current?.focus({ preventScroll: true });
    first = false;
  }, []);
  return heading;
}

/** One screen: its title names the window. */
export function Page({
  title,
  lead,
  above,
  wide = false,
  children,
}: {
  title: string;
  lead?: ReactNode;
  /** Stands above the title: the way back, a number. */
  above?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  const heading = useScreenFocus<HTMLHeadingElement>();
  useEffect(() => {
    document.title = `${title} · 信用修复一件事`;
  }, [title]);
  return (
    <div className={wide ? 'page page-wide' : 'page'}>
      {above && <div className="page-above no-print">{above}</div>}
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {lead && <div className="lead">{lead}</div>}
      {children}
    </div>
  );
}
