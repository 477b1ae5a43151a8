import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type ApiProblem, asProblem } from '../api-problem.ts';
import { Button, buttonClass } from './Button.tsx';

/** Grey bars where text will stand. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  return (
    <div className="skeleton" role="status" aria-label="正在取内容">
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  );
}

/** Nothing here, and what to do instead. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}

/** What happened and what to do: sign in, ask again, or another door. */
export function FailedState({ problem, onRetry }: { problem: ApiProblem; onRetry?: () => void }) {
  const here = `${location.pathname}${location.search}`;
  if (problem.status === 401)
    return (
      <EmptyState title="请先登录">
        <p>用江西政务服务网或赣服通的账号登录，登录后回到这一页。</p>
        <a className={buttonClass()} href={`/api/v1/session/login?next=${encodeURIComponent(here)}`}>
          登录
        </a>
      </EmptyState>
    );
  return (
    <div className="failed" role="alert">
      <p className="empty-title">{problem.status === 403 ? '您现在的身份看不了这一页' : '没有打开'}</p>
      <p>{problem.detail}</p>
      {problem.correlation && <p className="small">需要求助时请报编号：{problem.correlation}</p>}
      <div className="row">
        {onRetry && problem.status !== 403 && problem.status !== 404 && <Button onClick={onRetry}>再试一次</Button>}
        <a className={buttonClass('secondary')} href="/">
          回到首页
        </a>
      </div>
    </div>
  );
}

/** What a query gave, or its waiting or failed state. */
export function Loaded<T>({
  query,
  lines,
  children,
}: {
  query: UseQueryResult<T>;
  lines?: number;
  children: (value: T) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <FailedState problem={asProblem(query.error)} onRetry={() => void query.refetch()} />;
  return <Skeleton lines={lines ?? 5} />;
}
