import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** One task of several: where it is done, whether it is done, and what it holds so far. */
export interface Task {
  readonly key: string;
  readonly title: string;
  readonly to: string;
  readonly done: boolean;
  /** 已填好, 还差 2 项… */
  readonly state: string;
  readonly summary?: ReactNode;
}

/** A list of tasks that may be done in any order. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ol className="task-list">
      {tasks.map((task, index) => (
        <li key={task.key}>
          <Link to={task.to} className="task">
            <span className="task-number" aria-hidden="true">
              {index + 1}
            </span>
            <span className="task-words">
              <span className="task-title">{task.title}</span>
              {task.summary && <span className="task-summary">{task.summary}</span>}
            </span>
            <span className={task.done ? 'tag tag-good' : 'tag tag-todo'}>
              <span aria-hidden="true">{task.done ? '✓ ' : '○ '}</span>
              {task.state}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
