import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { MatterChanged } from '#contract/drafts.ts';
import { loginAddress } from '../access/use-session.ts';
import { call } from '../api.ts';
import { type ApiProblem, asProblem } from '../api-problem.ts';
import { channelOfVisit } from '../catalog/use-channel.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button, buttonClass } from '../ui/Button.tsx';
import { Cites } from '../ui/CitedReasons.tsx';
import { Page } from '../ui/Page.tsx';
import { PrintButton } from '../ui/PrintButton.tsx';
import { tasksOf } from './ApplyTasks.tsx';
import { askedMaterials, completeForm, filesFor } from './application-checks.ts';
import { type Apply, recallFile, useApply } from './apply-context.ts';
import { FormSheet } from './FormSheet.tsx';
import { MatterChanges } from './MatterChanges.tsx';

/** Keeps the query code for the confirmation: the server says it once. */
export function keepQueryCode(applicationId: string, queryCode: string): void {
  if (queryCode) sessionStorage.setItem(`query-code:${applicationId}`, queryCode);
}

function bodyOf({ draftId, content, chosen, signature, seen }: Apply) {
  return {
    // The draft's own id: a repeat after a lost answer is the same request and makes no second application.
    requestId: draftId,
    draftId,
    seen,
    form: completeForm(content.form),
    items: chosen.map(({ record }) => ({
      recordId: record.recordId,
      extra: content.extra[record.recordId] ?? {},
      materials: Object.entries(content.materials[record.recordId] ?? {})
        .filter(([, ids]) => ids.length > 0)
        .map(([key, attachmentIds]) => ({ key, attachmentIds })),
    })),
    commitment: {
      agreed: true as const,
      signature: signature.way === 'drawn' ? signature : { way: signature.way, name: signature.name },
    },
  };
}

/** 检查并提交: the form as it will be, every part with a way to change it, and the one button. */
export function ApplyCheck() {
  const apply = useApply();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const submit = useMutation({
    mutationFn: async () => {
      await apply.saveNow();
      return call('submitApplication', {
        params: { subjectKey: apply.subjectKey },
        query: { via: channelOfVisit() ?? undefined },
        body: bodyOf(apply),
      });
    },
    onSuccess: async ({ applicationId, queryCode }) => {
      keepQueryCode(applicationId, queryCode);
      sessionStorage.removeItem(`unsaved:${apply.draftId}`);
      await navigate({
        to: '/applications/$subjectKey/$applicationId/done',
        params: { subjectKey: apply.subjectKey, applicationId },
        replace: true,
      });
      void queries.invalidateQueries({
        predicate: (query) => query.queryKey[0] !== 'session' && query.queryKey[0] !== 'draft',
      });
    },
  });
  const open = tasksOf(apply).filter((task) => !task.done);
  const problem = submit.error ? asProblem(submit.error) : null;
  return (
    <Page
      title="检查并提交"
      lead="请看一遍，没有问题就提交。要改哪里，点下面的“修改”。"
      above={
        <Link to="/apply/$draftId" params={{ draftId: apply.draftId }}>
          ← 回到申请清单
        </Link>
      }
    >
      {problem?.code === 'matter-changed' ? (
        <MatterChanges changed={(problem.more as { changes: MatterChanged[] }).changes} />
      ) : (
        problem && <Refused problem={problem} />
      )}
      <div className="row no-print">
        {(['subject', 'items', 'reasons', 'materials', 'commitment'] as const).map((key, index) => (
          <Link key={key} className={buttonClass('quiet')} to={`/apply/${apply.draftId}/${key}`}>
            修改{['主体信息', '修复事项', '事实和理由', '材料', '签名'][index]}
          </Link>
        ))}
      </div>
      <FormSheet
        form={apply.content.form}
        records={apply.chosen.map(({ record }) => ({ key: record.recordId, ...record }))}
        signature={apply.signature}
        signedOn={apply.today}
      />
      <GivenFiles />
      <section className="card commitment-text">
        <h2>{apply.prefill.commitment.title}</h2>
        {apply.prefill.commitment.clauses.map((clause) => (
          <p key={clause}>{clause}</p>
        ))}
        <p>
          {apply.prefill.commitment.signatureLabel.replace(/：$/, '')}：{apply.signature.name || '（还没有签名）'}
        </p>
      </section>
      {open.length > 0 ? (
        <Banner tone="wait" title="还不能提交">
          {open.map((task) => (
            <p key={task.key}>
              <Link to={task.to}>{task.title}</Link>：{task.state}
            </p>
          ))}
        </Banner>
      ) : (
        <div className="sticky">
          <Button wide busy={submit.isPending} busyText="正在提交，请不要关闭…" onClick={() => submit.mutate()}>
            提交申请（{apply.chosen.length} 条）
          </Button>
        </div>
      )}
      <PrintButton>打印申请表</PrintButton>
    </Page>
  );
}

function GivenFiles() {
  const { chosen, content } = useApply();
  const given = askedMaterials(chosen).filter((asked) => filesFor(content, asked).length > 0);
  if (given.length === 0) return null;
  return (
    <section className="card">
      <h2>随表提交的材料</h2>
      <ul>
        {given.map((asked) => (
          <li key={asked.material.key}>
            {asked.material.name}：
            {filesFor(content, asked)
              .map((id) => recallFile(id).name)
              .join('、')}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which task a refused field belongs to. */
function taskOf(field: string): string {
  if (field === 'form.facts' || field.includes('.extra')) return 'reasons';
  if (field.includes('.materials')) return 'materials';
  if (field.startsWith('items')) return 'items';
  if (field.startsWith('commitment')) return 'commitment';
  return 'subject';
}

function Refused({ problem }: { problem: ApiProblem }) {
  const { draftId, subjectKey } = useApply();
  const { applicationId } = problem.more as { applicationId?: string };
  return (
    <Banner tone="bad" live title={problem.lost ? '不知道有没有提交成功' : '没有提交成功'}>
      <p>
        {problem.detail} <Cites cites={problem.cite} />
      </p>
      {problem.fields.map((one) => (
        <p key={one.field}>
          <Link to={`/apply/${draftId}/${taskOf(one.field)}`}>{one.text}</Link>
        </p>
      ))}
      {problem.lost && <p>请再按一次“提交申请”。同一份申请只会收到一次，不会重复。</p>}
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
