import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { MatterChanged } from '#contract/drafts.ts';
import { markForm } from '#domain/intake/form-marks.ts';
import { call } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { channelOfVisit } from '../catalog/use-channel.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { PrintButton } from '../ui/PrintButton.tsx';
import { askedMaterials, completeForm, filesFor } from './application-checks.ts';
import { type Apply, recallFile, useApply } from './apply-context.ts';
import { annexOf, FormSheet } from './FormSheet.tsx';
import { type Gap, gapsOf, taskKeys, taskTitles } from './form-gaps.ts';
import { MatterChanges } from './MatterChanges.tsx';
import { SaveLine } from './SaveLine.tsx';
import { SubmitRefused } from './SubmitRefused.tsx';
import { forgetBackup } from './use-draft.ts';

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
      forgetBackup(apply.draftId);
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
  const gaps = gapsOf(apply);
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
      <SaveLine />
      {problem?.code === 'matter-changed' ? (
        <MatterChanges changed={(problem.more as { changes: MatterChanged[] }).changes} />
      ) : (
        problem && <SubmitRefused problem={problem} />
      )}
      {gaps.length > 0 && <GapList gaps={gaps} />}
      <div className="row no-print">
        {taskKeys.map((key) => (
          <Link key={key} className={buttonClass('quiet')} to={`/apply/${apply.draftId}/${key}`}>
            修改{taskTitles[key]}
          </Link>
        ))}
      </div>
      <FormSheet
        form={{ ...apply.content.form, marks: markForm(apply.content.form, apply.prefill.form) }}
        records={apply.chosen.map(({ record }) => ({ key: record.recordId, ...record }))}
        annex={annexOf(apply)}
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
      {gaps.length === 0 && (
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

/** What keeps the form from being handed in: one line for each gap, leading into its field. It takes the focus. */
function GapList({ gaps }: { gaps: readonly Gap[] }) {
  const { draftId } = useApply();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="error-summary no-print" role="alert" tabIndex={-1} ref={box}>
      <h2>还有 {gaps.length} 处没有填好，补上就可以提交</h2>
      <ul>
        {gaps.map((gap) => (
          <li key={`${gap.field}${gap.text}`}>
            <Link to={`/apply/${draftId}/${gap.task}`} hash={gap.field}>
              {gap.text}
            </Link>
            （{taskTitles[gap.task]}）
          </li>
        ))}
      </ul>
    </div>
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
