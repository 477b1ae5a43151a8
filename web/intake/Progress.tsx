import { useMutation } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Progress as View } from '#contract/progress.ts';
import { normaliseCode } from '#domain/uscc.ts';
import { call } from '../api.ts';
import { asProblem, type FieldProblem } from '../api-problem.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { DateText } from '../ui/DateText.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { TextField } from '../ui/Field.tsx';
import { Page } from '../ui/Page.tsx';
import { ApplicationTimeline } from './ApplicationTimeline.tsx';
import { type HeldCode, useFileByCode } from './file-by-code.ts';
import { ObjectionsByCode } from './objections/ObjectionsByCode.tsx';
import { ProgressItem, ProgressPapers } from './ProgressItem.tsx';

/** 查进度 without login: number and query code from the receipt open everything an applicant may see and do. */
export function Progress() {
  const search = useSearch({ strict: false }) as { number?: string };
  const [number, setNumber] = useState(String(search.number ?? ''));
  const [queryCode, setQueryCode] = useState('');
  const [faults, setFaults] = useState<FieldProblem[]>([]);
  const [found, setFound] = useState<{ code: HeldCode; view: View }>();
  const progress = useMutation({
    mutationFn: (code: HeldCode) => call('getProgress', { body: code }),
    onSuccess: (view, code) => setFound({ code, view }),
    onError: () => setFound(undefined),
  });
  const error = (field: string) => faults.find((one) => one.field === field)?.text;
  const ask = (event: React.FormEvent) => {
    event.preventDefault();
    const missing: FieldProblem[] = [];
    if (number.trim().length < 10) missing.push({ field: 'number', text: '请填写完整的申请编号，在回执上' });
    if (queryCode.trim().length < 6) missing.push({ field: 'queryCode', text: '请填写回执上的查询码' });
    setFaults(missing);
    const code = { number: normaliseCode(number), queryCode: normaliseCode(queryCode) };
    if (missing.length === 0) progress.mutate(code);
  };
  return (
    <Page
      title="查进度"
      lead={
        <>
          不用登录，凭回执上的编号和查询码查进度、下载文书、补正、撤回、提问、提异议。
          <Link to="/applications">登录后</Link>不用查询码。
        </>
      }
    >
      <ErrorSummary errors={faults} />
      <form className="stack no-print" onSubmit={ask} noValidate>
        <TextField
          id="number"
          label="申请编号"
          hint="在回执上，例如 JXXF20261123000017"
          value={number}
          error={error('number')}
          onChange={setNumber}
        />
        <TextField
          id="queryCode"
          label="查询码"
          value={queryCode}
          error={error('queryCode')}
          onChange={setQueryCode}
          autoCapitalize="characters"
          autoComplete="off"
        />
        <Button type="submit" wide busy={progress.isPending} busyText="正在查询…">
          查进度
        </Button>
      </form>
      {progress.error && (
        <Banner tone="bad" live title={asProblem(progress.error).status === 429 ? '请过一会儿再试' : '没有查到'}>
          <p>{asProblem(progress.error).detail}</p>
        </Banner>
      )}
      {found && <Found {...found} update={(view) => setFound({ code: found.code, view })} />}
    </Page>
  );
}

function Found({ code, view, update }: { code: HeldCode; view: View; update: (view: View) => void }) {
  const file = useFileByCode(code);
  const turn = (item: View['items'][number]) => (item.mayCorrect ? 0 : item.summary.closedOn ? 2 : 1);
  const questions = view.items.flatMap((item) =>
    item.questions.map((one) => ({ ...one, itemId: item.summary.itemId })),
  );
  return (
    <section className="stack" aria-live="polite">
      <h2 className="number">{view.number}</h2>
      <p>
        {view.maskedName}，<DateText date={view.submittedOn} /> 提交，共 {view.items.length} 项，其中{' '}
        {view.items.filter((item) => item.summary.closedOn).length} 项已办结。
      </p>
      {view.items
        .toSorted((a, b) => turn(a) - turn(b))
        .map((item) => (
          <ProgressItem
            key={item.summary.itemId}
            item={item}
            code={code}
            answerDays={view.answerDays}
            update={update}
          />
        ))}
      <ObjectionsByCode
        code={code}
        about={view.items.map((item) => `${item.summary.itemId}${item.summary.version}`).join()}
      />
      <ApplicationTimeline
        items={view.items.map((item) => item.summary)}
        timeline={view.timeline}
        questions={questions}
      />
      <div className="card">
        <h3>整份申请的文书</h3>
        <ProgressPapers papers={view.papers} code={code} />
        <Button kind="secondary" busy={file.isPending} busyText="正在打包…" onClick={() => file.mutate('everything')}>
          下载全部文件
        </Button>
        <p className="small">申请表、承诺书、回执、通知、决定和您交的材料，连同一份清单，装在一个压缩包里。</p>
        {file.error && (
          <p className="bad" role="alert">
            {asProblem(file.error).detail}
          </p>
        )}
      </div>
    </section>
  );
}
