import type { ReactNode } from 'react';

const signs = { info: 'i', good: '✓', wait: '!', bad: '×' } as const;

/** Something to know on this screen. `live` is read out when it appears. */
export function Banner({
  tone = 'info',
  title,
  live = false,
  children,
}: {
  tone?: keyof typeof signs;
  title?: ReactNode;
  live?: boolean;
  children?: ReactNode;
}) {
  return (
    <div className={`banner banner-${tone}`} role={live ? 'status' : undefined}>
      <span className="banner-sign" aria-hidden="true">
        {signs[tone]}
      </span>
      <div>
        {title && <p className="banner-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
