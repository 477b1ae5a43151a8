import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { call, type ReplyTo } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { DateText } from '../ui/DateText.tsx';
import { TextField } from '../ui/Field.tsx';
import { Skeleton } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { CompareFile } from './CompareFile.tsx';

/** 验真伪: the code on a paper tells what the paper must say; a dropped PDF is compared byte for byte, in the browser. */
export function VerifyPaper() {
  const { code = '' } = useParams({ strict: false }) as { code?: string };
  const navigate = useNavigate();
  const [typed, setTyped] = useState(code);
  const [error, setError] = useState<string>();
  const look = (event: React.FormEvent) => {
    event.preventDefault();
    const wanted = typed.trim();
    if (!/^[0-9A-Za-z-]{8,40}$/.test(wanted)) return setError('请填写文书下方的验证码，由数字和字母组成，至少 8 位。');
    setError(undefined);
    void navigate({ to: '/verify/$code', params: { code: wanted } });
  };
  return (
    <Page title="验文书真伪" lead="决定书、通知书、回执下方都有验证码和二维码。验证码对得上，再核对文字和文件。">
      <form className="stack" onSubmit={look} noValidate>
        <TextField id="code" label="验证码" value={typed} error={error} maxLength={40} onChange={setTyped} />
        <Button type="submit" wide>
          查验
        </Button>
      </form>
      {code && <Answer code={code} />}
    </Page>
  );
}

const states: Readonly<Record<string, string>> = {
  valid: '有效',
  printed: '有效',
  ready: '有效',
  waiting: '正在生成',
  revoked: '已撤销',
  replaced: '已被新的文书代替',
};

function Answer({ code }: { code: string }) {
  const paper = useQuery({
    queryKey: ['paper', code],
    queryFn: () => call('verifyPaper', { params: { code } }),
    retry: false,
  });
  if (paper.error) {
    const problem = asProblem(paper.error);
    return (
      <Banner tone="bad" live title={problem.status === 404 ? '没有这个验证码' : '没有查成'}>
        <p>
          {problem.status === 404
            ? '本平台没有发出过这样的文书。请核对每一位；确实对不上的，这份文书可能是假的，可以拨打 12345 反映。'
            : problem.detail}
        </p>
        {problem.status !== 404 && (
          <Button kind="secondary" onClick={() => void paper.refetch()}>
            再试一次
          </Button>
        )}
      </Banner>
    );
  }
  if (!paper.data) return <Skeleton lines={6} />;
  return <Found paper={paper.data} />;
}

function Found({ paper }: { paper: ReplyTo<'verifyPaper'> }) {
  const revoked = paper.state === 'revoked';
  return (
    <section className="stack" aria-live="polite">
      <Banner
        tone={revoked ? 'bad' : 'good'}
        title={revoked ? '这份文书已经撤销' : '有这份文书。请核对下面的内容与您手里的一致'}
      />
      <div className="card">
        <dl className="facts">
          <Row label="文书">{paper.title}</Row>
          <Row label="文号">{paper.docNumber ?? '—'}</Row>
          <Row label="出具单位">{paper.issuer}</Row>
          <Row label="日期">
            <DateText date={paper.issuedOn} />
          </Row>
          <Row label="主体">{paper.maskedSubject}</Row>
          <Row label="状态">{states[paper.state] ?? '有效'}</Row>
          {paper.digest && (
            <Row label="文件摘要">
              <span className="number small">
                {paper.digestAlgorithm.toUpperCase()} {paper.digest}
              </span>
            </Row>
          )}
        </dl>
      </div>
      {paper.digest && <CompareFile digest={paper.digest} algorithm={paper.digestAlgorithm} />}
    </section>
  );
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
