import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Page } from '../ui/Page.tsx';
import { type Task, TaskList } from '../ui/TaskList.tsx';
import { ApplyNotices } from './ApplyNotices.tsx';
import { askedMaterials, filesFor } from './application-checks.ts';
import { type Apply, useApply } from './apply-context.ts';
import { gapsIn, type TaskKey, taskTitles } from './form-gaps.ts';
import { SaveLine } from './SaveLine.tsx';
import { forgetBackup } from './use-draft.ts';

/** The five tasks with what each still needs. */
export function tasksOf(apply: Apply): Task[] {
  const { content, chosen, draftId, agreed, signature } = apply;
  const asked = askedMaterials(chosen);
  const task = (key: TaskKey, summary: string, done = '已填好'): Task => {
    const missing = gapsIn(key, apply).length;
    return {
      key,
      title: taskTitles[key],
      to: `/apply/${draftId}/${key}`,
      done: missing === 0,
      state: missing === 0 ? done : `还差 ${key === 'commitment' ? 1 : missing} 项`,
      summary,
    };
  };
  const given = asked.filter((one) => filesFor(content, one).length > 0).length;
  return [
    task('subject', content.form.name ?? ''),
    task('items', `${chosen.length} 条失信信息，一次申请`, '已选好'),
    task('reasons', (content.form.facts ?? '').slice(0, 30)),
    task(
      'materials',
      asked.length === 0 ? '不需要您交材料' : `需要您提供 ${asked.length} 份，已交 ${given} 份`,
      asked.length === 0 ? '不用交' : '已备齐',
    ),
    task('commitment', agreed && signature.name ? `${signature.name} 签名` : '提交前签，不存进草稿', '已签'),
  ];
}

/** The task list of an application: five tasks in any order, then 检查并提交. */
export function ApplyTasks() {
  const apply = useApply();
  const tasks = tasksOf(apply);
  const done = tasks.filter((task) => task.done).length;
  const ready = done === tasks.length;
  return (
    <Page
      title="联办申请"
      lead={`5 项中已完成 ${done} 项。先填哪一项都可以。`}
      above={<Link to="/records">← 我的记录</Link>}
    >
      <SaveLine />
      <ApplyNotices />
      <TaskList tasks={tasks} />
      {ready ? (
        <Link className={buttonClass('primary', true)} to="/apply/$draftId/check" params={{ draftId: apply.draftId }}>
          检查并提交
        </Link>
      ) : (
        <>
          <Link className={buttonClass('primary', true)} to={tasks.find((task) => !task.done)!.to}>
            接着填：{tasks.find((task) => !task.done)!.title}
          </Link>
          <p className="small">五项都完成后，就可以检查并提交。</p>
        </>
      )}
      <DeleteDraft />
    </Page>
  );
}

/** 删除这份草稿, asked once more. */
export function DeleteDraft() {
  const { draftId, subjectKey } = useApply();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState<string>();
  const remove = async () => {
    try {
      await call('deleteDraft', { params: { subjectKey, draftId } });
      forgetBackup(draftId);
      await queries.invalidateQueries({ queryKey: ['drafts'] });
      await navigate({ to: '/records' });
    } catch (error) {
      setFailure(asProblem(error).detail);
    }
  };
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        删除这份草稿
      </Button>
      <Dialog title="删除这份草稿？" open={open} onClose={() => setOpen(false)}>
        <p>填过的内容会删掉，不能恢复。失信信息本身不受影响，以后还可以重新申请。</p>
        {failure && <p className="bad">{failure}</p>}
        <div className="row">
          <Button kind="danger" onClick={() => void remove()}>
            删除草稿
          </Button>
          <Button kind="secondary" onClick={() => setOpen(false)}>
            留着
          </Button>
        </div>
      </Dialog>
    </>
  );
}
