import type { ReactNode } from 'react';

interface StateLineProps {
  /** Whose turn it is: 轮到您 · 南昌市市场监管局正在审核. */
  turn: ReactNode;
  /** Until when, with 为什么是这一天？ */
  until?: ReactNode;
  /** What the reader does now, or that there is nothing to do. */
  todo: ReactNode;
  /** What the first line is called; 结果 once nothing can happen any more. */
  turnLabel?: string;
  tone?: 'you' | 'others' | 'good' | 'bad';
}

/** A state says three things: whose turn it is, until when, what you do now. */
export function StateLine({ turn, until, todo, turnLabel = '轮到谁', tone = 'others' }: StateLineProps) {
  return (
    <dl className={`state-line state-${tone}`}>
      <div>
        <dt>{turnLabel}</dt>
        <dd className="state-turn">{turn}</dd>
      </div>
      {until && (
        <div>
          <dt>到什么时候</dt>
          <dd>{until}</dd>
        </div>
      )}
      <div>
        <dt>您现在</dt>
        <dd>{todo}</dd>
      </div>
    </dl>
  );
}
