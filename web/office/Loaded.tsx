import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Empty, Result, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { asProblem } from '../api-problem.ts';
import { GivePurpose } from './GivePurpose.tsx';
import { Page } from './Page.tsx';

interface Props<T> {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isPending' | 'refetch'>;
  readonly children: (value: T) => ReactNode;
  /** When true for the value, `emptyText` is shown instead. */
  readonly isEmpty?: (value: T) => boolean;
  readonly emptyText?: ReactNode;
  readonly rows?: number;
  /** Heading of the screen, where the whole screen waits for the answer: without it a screen that fails has none. */
  readonly screen?: string;
}

/** A question's four faces: being asked, refused or failed, empty, answered. */
export function Loaded<T>({ query, children, isEmpty, emptyText, rows = 5, screen }: Props<T>) {
  if (query.data !== undefined) {
    if (isEmpty?.(query.data)) return <Nothing>{emptyText}</Nothing>;
    return <>{children(query.data)}</>;
  }
  const fault = query.isPending ? null : asProblem(query.error);
  // Who is shut out is told so by a screen of its own; who must only say why stays on this one.
  const forbidden = fault?.status === 403 && fault.code !== 'purpose-needed';
  if (screen && !forbidden)
    return (
      <Page title={screen}>
        <Missing query={query} rows={rows} />
      </Page>
    );
  return <Missing query={query} rows={rows} />;
}

/** Being asked, refused or failed. */
function Missing({ query, rows }: { query: Pick<UseQueryResult, 'error' | 'isPending' | 'refetch'>; rows: number }) {
  if (query.isPending)
    return (
      <div role="status" aria-label="正在读取">
        <Skeleton active title={false} paragraph={{ rows }} />
      </div>
    );
  return <Failed error={query.error} retry={() => void query.refetch()} />;
}

/** An empty list says why it is empty and what to do. */
export function Nothing({ children }: { children: ReactNode }) {
  return (
    <div className="nothing">
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={children ?? '这里还没有内容。'} />
    </div>
  );
}

/** What could not be read: what happened, and what to do. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const fault = asProblem(error);
  if (fault.code === 'purpose-needed') return <GivePurpose fault={fault} />;
  if (fault.status === 403) return <Forbidden text={fault.detail} />;
  return (
    <Result
      status={fault.status === 404 ? '404' : 'warning'}
      icon={
        <span className="sign sign-attention" aria-hidden="true">
          !
        </span>
      }
      title={fault.detail}
      subTitle={fault.correlation && fault.status >= 500 ? `请把这串编号告诉运维人员：${fault.correlation}` : undefined}
      extra={retry && <Button onClick={retry}>重新读取</Button>}
    />
  );
}

/** A screen that the person's role does not open. */
export function Forbidden({ text }: { text?: string }) {
  return (
    <div className="state-face">
      <span className="sign sign-plain" aria-hidden="true">
        —
      </span>
      <h1>您的账号不能使用这一页</h1>
      <p>{text ?? '这一页由其他岗位使用。需要开通请联系本单位的账号管理人员。'}</p>
    </div>
  );
}
