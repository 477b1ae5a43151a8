import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { FieldProblem } from '../api-problem.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Page } from '../ui/Page.tsx';
import { type Apply, useApply } from './apply-context.ts';

/** One task of the application: the way back, whether it is saved, its questions, and 保存并返回. */
export function ApplyPage({
  title,
  lead,
  check,
  children,
}: {
  title: string;
  lead?: ReactNode;
  check: (apply: Apply) => FieldProblem[];
  children: (error: (field: string) => string | undefined) => ReactNode;
}) {
  const apply = useApply();
  const navigate = useNavigate();
  const [faults, setFaults] = useState<readonly FieldProblem[]>([]);
  const finish = (event: React.FormEvent) => {
    event.preventDefault();
    const found = check(apply);
    setFaults(found);
    if (found.length > 0) return;
    void apply.saveNow();
    void navigate({ to: '/apply/$draftId', params: { draftId: apply.draftId } });
  };
  // A field that has been put right since loses its mark at once; new marks come only with the button.
  const still = check(apply);
  const shown = faults.filter((fault) => still.some((one) => one.field === fault.field));
  const error = (field: string) => shown.find((one) => one.field === field)?.text;
  return (
    <Page
      title={title}
      lead={lead}
      above={
        <Link to="/apply/$draftId" params={{ draftId: apply.draftId }}>
          ← 回到申请清单
        </Link>
      }
    >
      <SaveLine />
      <ErrorSummary errors={faults.length > 0 && shown.length === 0 ? [] : faults} />
      <form onSubmit={finish} noValidate className="stack-wide">
        <div className="stack">{children(error)}</div>
        <Button type="submit" wide>
          保存并返回清单
        </Button>
      </form>
    </Page>
  );
}

/** Whether what was typed is safe. */
export function SaveLine() {
  const { state, saveNow } = useApply();
  if (state.kind === 'conflict')
    return (
      <Banner tone="wait" live title="这份草稿在别处被改过">
        <p>可能您在另一台设备或另一个窗口也打开了它。为了不互相覆盖，这里不再保存。</p>
        <Button
          kind="secondary"
          onClick={() => {
            sessionStorage.clear();
            location.reload();
          }}
        >
          打开最新的一份
        </Button>
      </Banner>
    );
  if (state.kind === 'failed')
    return (
      <Banner tone="wait" live title="还没有保存上">
        <p>{state.problem.detail}</p>
        <Button kind="secondary" onClick={() => void saveNow()}>
          现在保存
        </Button>
      </Banner>
    );
  const words = { saved: '✓ 已保存，可以随时离开，下次接着填', waiting: '正在保存…', saving: '正在保存…' };
  return (
    <p className="save-state" role="status">
      {words[state.kind]}
    </p>
  );
}
