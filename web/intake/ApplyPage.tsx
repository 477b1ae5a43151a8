import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useContext, useEffect, useState } from 'react';
import type { FieldProblem } from '../api-problem.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Page } from '../ui/Page.tsx';
import { type Apply, useApply, WholeFormFaults } from './apply-context.ts';
import { taskKeys, taskTitles } from './form-gaps.ts';
import { SaveLine } from './SaveLine.tsx';

interface ApplyPageProps {
  title: string;
  lead?: ReactNode;
  check: (apply: Apply) => FieldProblem[];
  /** The questions; `error` gives the sentence of a field that was refused. */
  children: (error: (field: string) => string | undefined) => ReactNode;
}

/** One task of the application: a screen of its own, or a part of the whole form where that stands on one page. */
export function ApplyPage(props: ApplyPageProps) {
  const whole = useContext(WholeFormFaults);
  return whole ? <FormPart {...props} faults={whole} /> : <TaskScreen {...props} />;
}

/** A field that has been put right loses its mark at once; new marks come only with the button. */
function stillOpen(faults: readonly FieldProblem[], now: readonly FieldProblem[]): readonly FieldProblem[] {
  return faults.filter((fault) => now.some((one) => one.field === fault.field));
}

function FormPart({ title, lead, check, children, faults }: ApplyPageProps & { faults: readonly FieldProblem[] }) {
  const shown = stillOpen(faults, check(useApply()));
  const key = taskKeys.find((one) => taskTitles[one] === title);
  return (
    <section className="form-part" id={`part-${key}`} aria-labelledby={`title-${key}`}>
      <h2 id={`title-${key}`} tabIndex={-1}>
        {title}
      </h2>
      {lead && <p className="lead">{lead}</p>}
      <div className="stack">{children((field) => shown.find((one) => one.field === field)?.text)}</div>
    </section>
  );
}

/** The screen of a task: the way back, whether it is saved, its questions, and 保存并返回. */
function TaskScreen({ title, lead, check, children }: ApplyPageProps) {
  const apply = useApply();
  const navigate = useNavigate();
  // Whoever comes from the list of gaps has been told already: the marks are there from the start.
  const [faults, setFaults] = useState<readonly FieldProblem[]>(() => (location.hash ? check(apply) : []));
  useEffect(() => focusField(location.hash.slice(1)), []);
  const finish = (event: React.FormEvent) => {
    event.preventDefault();
    const found = check(apply);
    setFaults(found);
    if (found.length > 0) return;
    void apply.saveNow();
    void navigate({ to: '/apply/$draftId', params: { draftId: apply.draftId } });
  };
  const shown = stillOpen(faults, check(apply));
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
        <div className="stack">{children((field) => shown.find((one) => one.field === field)?.text)}</div>
        <Button type="submit" wide>
          保存并返回清单
        </Button>
      </form>
    </Page>
  );
}

/** Puts the focus into a field, in the middle of the screen. */
export function focusField(id: string): void {
  const field = id ? document.getElementById(decodeURIComponent(id)) : null;
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
