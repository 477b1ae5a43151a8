import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Page } from '../ui/Page.tsx';
import { ApplyCommitment } from './ApplyCommitment.tsx';
import { ApplyItems } from './ApplyItems.tsx';
import { ApplyMaterials } from './ApplyMaterials.tsx';
import { ApplyNotices } from './ApplyNotices.tsx';
import { focusField } from './ApplyPage.tsx';
import { ApplyReasons } from './ApplyReasons.tsx';
import { ApplySubject } from './ApplySubject.tsx';
import { DeleteDraft, tasksOf } from './ApplyTasks.tsx';
import { useApply, WholeFormFaults } from './apply-context.ts';
import { type Gap, gapsOf } from './form-gaps.ts';
import { SaveLine } from './SaveLine.tsx';

/** The whole form on one page, for screens that are wide enough: the tasks at the side, every question beside them. */
export function WholeForm({ at }: { at: string }) {
  const apply = useApply();
  const navigate = useNavigate();
  const [faults, setFaults] = useState<readonly Gap[]>(() => (location.hash ? gapsOf(apply) : []));
  useEffect(() => {
    if (location.hash) focusField(location.hash.slice(1));
    else goToPart(at);
  }, [at]);
  const check = () => {
    const found = gapsOf(apply);
    setFaults(found);
    if (found.length > 0) return;
    void apply.saveNow();
    void navigate({ to: '/apply/$draftId/check', params: { draftId: apply.draftId } });
  };
  const open = gapsOf(apply);
  const left = faults.filter((fault) => open.some((gap) => gap.field === fault.field));
  return (
    <Page title="联办申请" wide above={<Link to="/records">← 我的记录</Link>}>
      <div className="whole-form">
        <PartList />
        <div className="stack-wide whole-parts">
          <ErrorSummary errors={left.length === 0 ? [] : faults} title={`还有 ${left.length} 处要补`} />
          <ApplyNotices />
          <WholeFormFaults value={faults}>
            <ApplySubject />
            <ApplyItems />
            <ApplyReasons />
            <ApplyMaterials />
            <ApplyCommitment />
          </WholeFormFaults>
          <Button wide onClick={check}>
            检查并提交
          </Button>
          <DeleteDraft />
        </div>
      </div>
    </Page>
  );
}

/** The five tasks at the side: what each still needs, and the way to it. */
function PartList() {
  const tasks = tasksOf(useApply());
  return (
    <nav className="whole-side no-print" aria-label="申请清单">
      <ol className="plain">
        {tasks.map((task) => (
          <li key={task.key}>
            <a
              href={`#part-${task.key}`}
              onClick={(event) => {
                event.preventDefault();
                goToPart(task.key);
              }}
            >
              <span>{task.title}</span>
              <span className={task.done ? 'small good' : 'small'}>
                {task.done ? '✓ ' : '○ '}
                {task.state}
              </span>
            </a>
          </li>
        ))}
      </ol>
      <SaveLine />
    </nav>
  );
}

function goToPart(key: string): void {
  const title = document.getElementById(`title-${key}`);
  title?.focus({ preventScroll: true });
  title?.scrollIntoView({ block: 'start' });
}
