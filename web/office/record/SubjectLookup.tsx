import { Button } from 'antd';
import { useState } from 'react';
import { call, type ReplyTo } from '../../api.ts';
import { Refused } from '../Refused.tsx';
import { subjectKindWord } from '../words.ts';

interface Props {
  readonly code: string;
  readonly take: (found: { readonly category: string; readonly name?: string; readonly legalRep?: string }) => void;
}

/** Asks for the subject of a code and puts name and kind into the form; a code nobody knows yet is no mistake. */
export function SubjectLookup({ code, take }: Props) {
  const [found, setFound] = useState<ReplyTo<'lookUpSubject'> | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    setBusy(true);
    setError(null);
    setFound(null);
    try {
      const answer = await call('lookUpSubject', { query: { code: code.trim() } });
      setFound(answer);
      const { subject, kind } = answer;
      // A person's name comes masked: it is typed from the decision.
      const name = subject && subject.kind !== 'person' ? { name: subject.name } : {};
      take({
        category: subjectKindWord(kind ?? 'organisation'),
        ...name,
        ...(subject?.legalRep ? { legalRep: subject.legalRep } : {}),
      });
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div role="status">
      <Button onClick={() => void ask()} loading={busy} disabled={code.trim().length < 6}>
        按代码查主体
      </Button>{' '}
      <span className="quiet">
        {!found && '先填代码，再查；名称和类别会自动填上。'}
        {found?.subject && `查到：${found.subject.name}（${subjectKindWord(found.subject.kind)}）`}
        {found && !found.subject && '平台里还没有这个主体，请按决定书填写名称，保存后就有了。'}
      </span>
      <Refused error={error} />
    </div>
  );
}
