import { type ReactNode, useEffect } from 'react';

interface Props {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** A screen's heading, what it is for in one sentence, its acts, and its content. */
export function Page({ title, intro, acts, children }: Props) {
  useEffect(() => {
    document.title = `${title} · 信用修复一件事办公端`;
  }, [title]);
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          {intro && <p className="quiet">{intro}</p>}
        </div>
        {acts && <div className="page-acts">{acts}</div>}
      </div>
      {children}
    </div>
  );
}
