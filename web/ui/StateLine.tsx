import type { ReactNode } from 'react';

interface StateLineProps {
  /** Whose turn it is: 轮到您 · 南昌市市场监管局正在审核. */
  turn: ReactNode;
  /** Since when it stands there. */
  since?: ReactNode;
  /** Who to ask: the unit and its telephone. */
  contact?: ReactNode;
  /** What happens after that. */
  next?: ReactNode;
  /** Until when, with 为什么是这一天？ */
  until?: ReactNode;
  /** What the reader does now, or that there is nothing to do. */
  todo: ReactNode;
  /** What the first line is called; 结果 once nothing can happen any more. */
  turnLabel?: string;
  tone?: 'you' | 'others' | 'good' | 'bad';
}

/** A state says three things: whose turn it is, until when, what you do now; and, where known, since when, who to ask and what comes next. */
export function StateLine(props: StateLineProps) {
  const { turn, since, contact, until, todo, next, turnLabel = '轮到谁', tone = 'others' } = props;
  return (
    <dl className={`state-line state-${tone}`}>
      <div>
        <dt>{turnLabel}</dt>
        <dd className="state-turn">{turn}</dd>
      </div>
      {since && (
        <div>
          <dt>从什么时候</dt>
          <dd>{since}</dd>
        </div>
      )}
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
      {next && (
        <div>
          <dt>接下来</dt>
          <dd>{next}</dd>
        </div>
      )}
      {contact && (
        <div>
          <dt>问谁</dt>
          <dd>{contact}</dd>
        </div>
      )}
    </dl>
  );
}
