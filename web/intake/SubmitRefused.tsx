import { Link } from '@tanstack/react-router';
import { loginAddress, stepUpAddress } from '../access/use-session.ts';
import type { ApiProblem } from '../api-problem.ts';
import { Banner } from '../ui/Banner.tsx';
import { Cites } from '../ui/CitedReasons.tsx';
import { extraId } from './application-checks.ts';
import { type Apply, useApply } from './apply-context.ts';
import type { TaskKey } from './form-gaps.ts';

/** Where a refused field of the submission is filled in: its task and the id of its field. */
function placeOf(field: string, { chosen }: Apply): { task: TaskKey; hash: string } {
  const [part, at, what, key] = field.split('.') as [string, string?, string?, string?];
  const recordId = chosen[Number(at)]?.record.recordId ?? '';
  if (part === 'items' && what === 'extra') return { task: 'reasons', hash: extraId(recordId, key ?? '') };
  if (part === 'items' && what === 'materials') return { task: 'materials', hash: `material-${key ?? ''}` };
  if (part === 'items') return { task: 'items', hash: 'choose' };
  if (part === 'commitment') return { task: 'commitment', hash: 'signature' };
  if (at === 'facts') return { task: 'reasons', hash: 'facts' };
  if (at === 'agent')
    return { task: 'subject', hash: `agent${(what ?? 'name').replace(/^./, (first) => first.toUpperCase())}` };
  return { task: 'subject', hash: at ?? '' };
}

/** Why the submission did not go through, and the way to each thing that was refused. */
export function SubmitRefused({ problem }: { problem: ApiProblem }) {
  const apply = useApply();
  const { draftId, subjectKey } = apply;
  const { applicationId } = problem.more as { applicationId?: string };
  return (
    <Banner tone="bad" live title={problem.lost ? '不知道有没有提交成功' : '没有提交成功'}>
      <p>
        {problem.detail} <Cites cites={problem.cite} />
      </p>
      {problem.fields.map((one) => {
        const { task, hash } = placeOf(one.field, apply);
        return (
          <p key={one.field}>
            <Link to={`/apply/${draftId}/${task}`} hash={hash}>
              {one.text}
            </Link>
          </p>
        );
      })}
      {problem.lost && <p>请再按一次“提交申请”。同一份申请只会收到一次，不会重复。</p>}
      {problem.code === 'assurance-low' && <a href={stepUpAddress()}>现在去高级实名认证，认证后回到这里接着提交</a>}
      {problem.status === 401 && <a href={loginAddress()}>重新登录，回到这里接着提交</a>}
      {applicationId && (
        <p>
          <Link to="/applications/$subjectKey/$applicationId" params={{ subjectKey, applicationId }}>
            看正在办理的那一份
          </Link>
        </p>
      )}
    </Banner>
  );
}
