import { useMutation } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../api.ts';
import { asProblem, type FieldProblem } from '../api-problem.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { DateText } from '../ui/DateText.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { TextField } from '../ui/Field.tsx';
import { Page } from '../ui/Page.tsx';
import { ItemState } from './ItemState.tsx';

/** 查进度 without login: number and query code from the receipt. */
export function Progress() {
  const search = useSearch({ strict: false }) as { number?: string };
  const [number, setNumber] = useState(String(search.number ?? ''));
  const [queryCode, setQueryCode] = useState('');
  const [faults, setFaults] = useState<FieldProblem[]>([]);
  const progress = useMutation({
    mutationFn: () =>
      call('getProgress', { body: { number: number.trim().toUpperCase(), queryCode: queryCode.trim().toUpperCase() } }),
  });
  const error = (field: string) => faults.find((one) => one.field === field)?.text;
  const ask = (event: React.FormEvent) => {
    event.preventDefault();
    const found: FieldProblem[] = [];
    if (number.trim().length < 10) found.push({ field: 'number', text: '请填写完整的申请编号，在回执上' });
    if (queryCode.trim().length < 6) found.push({ field: 'queryCode', text: '请填写回执上的查询码' });
    setFaults(found);
    if (found.length === 0) progress.mutate();
  };
  return (
    <Page
      title="查进度"
      lead={
        <>
          不用登录。<Link to="/applications">登录后</Link>不用查询码，还能下载文书。
        </>
      }
    >
      <ErrorSummary errors={faults} />
      <form className="stack" onSubmit={ask} noValidate>
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
        />
        <Button type="submit" wide busy={progress.isPending} busyText="正在查询…">
          查进度
        </Button>
      </form>
      {progress.error && (
        <Banner tone="bad" live title="没有查到">
          <p>{asProblem(progress.error).detail}</p>
        </Banner>
      )}
      {progress.data && (
        <section className="stack" aria-live="polite">
          <h2 className="number">{progress.data.number}</h2>
          <p>
            <DateText date={progress.data.submittedOn} /> 提交，共 {progress.data.items.length} 项。
          </p>
          {progress.data.items.map((item) => (
            <div className="card" key={item.itemId}>
              <h3>{item.matterName}</h3>
              <p className="small">
                {item.organName} · {item.docNumber}
              </p>
              <ItemState item={item} />
            </div>
          ))}
        </section>
      )}
    </Page>
  );
}
