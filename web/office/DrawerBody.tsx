import { type ReactNode, useEffect, useRef } from 'react';

/**
 * What a drawer says. Longer than the screen it scrolls, and what scrolls must be reachable with the keyboard even where
 * nothing in it can be pressed; shorter, it is no stop for Tab.
 */
export function DrawerBody({ label, children }: { label: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const scroller = place.current?.parentElement;
    if (!place.current || !scroller) return;
    const mark = () => {
      const scrolls = scroller.scrollHeight > scroller.clientHeight;
      scroller.tabIndex = scrolls ? 0 : -1;
      scroller.setAttribute('role', scrolls ? 'region' : 'none');
      if (scrolls) scroller.setAttribute('aria-label', `${label}（可以上下滚动）`);
    };
    mark();
    const watch = new ResizeObserver(mark);
    watch.observe(scroller);
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [label]);
  return (
    <div className="drawer-body" ref={place}>
      {children}
    </div>
  );
}
