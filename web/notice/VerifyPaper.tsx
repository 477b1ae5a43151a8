import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { normaliseCode } from '#domain/uscc.ts';
import { call, type ReplyTo } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { Skeleton } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { CheckFile } from './CheckFile.tsx';
import { PaperFacts } from './PaperFacts.tsx';
import './verify.css';

/** What was asked for: the code, and the document number where it was typed. */
interface Asked {
  readonly code: string;
  readonly number: string;
}

function useAsked(): Asked {
  const { code = '' } = useParams({ strict: false }) as { code?: string };
  const { number } = useSearch({ strict: false }) as { number?: unknown };
  return { code: normaliseCode(code), number: number === undefined ? '' : String(number) };
}

/** 验真伪: number and code (or the QR) tell what the paper must say; a chosen PDF is compared byte for byte, in the browser. */
export function VerifyPaper() {
  const asked = useAsked();
  const navigate = useNavigate();
  const [number, setNumber] = useState(asked.number);
  const [typed, setTyped] = useState(asked.code);
  const [error, setError] = useState<string>();
  const look = (event: React.FormEvent) => {
    event.preventDefault();
    const wanted = normaliseCode(typed);
    if (!/^[0-9A-Z-]{8,40}$/.test(wanted)) return setError('请填写文书下方的验证码，由数字和字母组成，共 12 位。');
    setError(undefined);
    const search = (number.trim() ? { number: number.trim() } : {}) as never;
    void navigate({ to: '/verify/$code', params: { code: wanted }, search });
  };
  return (
    <Page
      title="验文书真伪"
      lead="决定书、通知书、回执下方都有验证码和二维码。填文号和验证码，或者用手机扫二维码；也可以直接核对 PDF 文件。"
    >
      <form className="stack" onSubmit={look} noValidate>
        <TextField id="number" label="文号" optional value={number} maxLength={80} onChange={setNumber} />
        <TextField id="code" label="验证码" value={typed} error={error} maxLength={40} onChange={setTyped} />
        <Button type="submit" wide>
          查验
        </Button>
      </form>
      {asked.code ? <Answer asked={asked} /> : <CheckFile />}
    </Page>
  );
}

function Answer({ asked: { code, number } }: { asked: Asked }) {
  const paper = useQuery({
    queryKey: ['paper', code, number],
    queryFn: () => call('verifyPaper', { params: { code }, query: number ? { number } : {} }),
    retry: false,
  });
  if (paper.error) {
    const problem = asProblem(paper.error);
    const unknown = problem.status === 404;
    return (
      <>
        <Banner tone="bad" live title={unknown ? (number ? '文号和验证码对不上' : '没有这个验证码') : '没有查成'}>
          <p>
            {unknown
              ? '本平台没有发出过这样的文书。请核对每一位；确实对不上的，这份文书可能是假的，可以拨打 12345 反映。'
              : problem.detail}
          </p>
          {!unknown && (
            <Button kind="secondary" onClick={() => void paper.refetch()}>
              再试一次
            </Button>
          )}
        </Banner>
        <CheckFile key={code} />
      </>
    );
  }
  if (!paper.data) return <Skeleton lines={6} />;
  return <Found paper={paper.data} />;
}

const endings: Readonly<Record<string, string>> = {
  revoked: '它已经撤销',
  replaced: '它已经换发新的版本',
  ended: '所写的屏蔽已经结束',
};

function Found({ paper }: { paper: ReplyTo<'verifyPaper'> }) {
  const ended = paper.state in endings;
  return (
    <section className="stack" aria-live="polite">
      <Banner
        tone={ended ? 'bad' : paper.state === 'making' ? 'wait' : 'good'}
        title={ended ? `有这份文书，但${endings[paper.state]}` : '有这份文书。请核对下面的内容与您手里的一致'}
      >
        {paper.stateText && <p>{paper.stateText}</p>}
      </Banner>
      <PaperFacts paper={paper} />
      <CheckFile key={paper.code} asked={paper} />
    </section>
  );
}
