import { type ReactNode, type RefObject, useEffect, useRef } from 'react';

interface Props {
  readonly label: string;
  readonly children: ReactNode;
  /** Given where whoever opens the drawer must look into it. */
  readonly at?: RefObject<HTMLDivElement | null>;
}

/**
 * What a drawer says. Longer than the screen it scrolls, and what scrolls must be reachable with the keyboard even where
 * nothing in it can be pressed; shorter, it is no stop for Tab.
 */
export function DrawerBody({ label, children, at }: Props) {
  const own = useRef<HTMLDivElement>(null);
  const place = at ?? own;
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
  }, [label, place]);
  return (
    <div className="drawer-body" ref={place}>
      {children}
    </div>
  );
}
