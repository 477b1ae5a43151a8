import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asProblem } from '../api-problem.ts';
import { DateText } from '../ui/DateText.tsx';
import { SelectField } from '../ui/Field.tsx';
import type { SignedIn } from './LoginGate.tsx';
import { useSessionActs } from './use-session.ts';

/** For whom this is done; a choice where the account may act for several. `bare`: without the ways to what is the subject's own. */
export function SubjectSwitch({ session, subject, bare = false }: SignedIn & { readonly bare?: boolean }) {
  const { actFor } = useSessionActs();
  const [failure, setFailure] = useState<string>();
  if (session.subjects.length < 2)
    return (
      <p className="acting">
        <span className="small">正在为 </span>
        <strong>{subject.name}</strong>
        <span className="small"> 办理（{subject.as}）</span>
        {!bare && <OwnerLinks subject={subject} />}
      </p>
    );
  const change = (subjectKey: string) => {
    setFailure(undefined);
    actFor(subjectKey).catch((error) => setFailure(asProblem(error).detail));
  };
  return (
    <>
      <SelectField id="acting-for" label="为谁办理" value={subject.subjectKey} error={failure} onChange={change}>
        {session.subjects.map((one) => (
          <option key={one.subjectKey} value={one.subjectKey}>
            {one.name}（{one.as}，{one.maskedIdentifier}）
          </option>
        ))}
      </SelectField>
      <Mandate subject={subject} />
      {!bare && <OwnerLinks subject={subject} />}
    </>
  );
}

/** What only the subject itself sees; an agent sees neither, and a person has no agents. */
function OwnerLinks({ subject }: Pick<SignedIn, 'subject'>) {
  if (subject.mandate?.only) return null;
  return (
    <span className="small owner-links">
      {subject.kind !== 'person' && <Link to="/agents">授权经办人</Link>}
      <Link to="/readings">谁看过我的信息</Link>
    </span>
  );
}

/** 受托: what for and until when, always in sight while acting for somebody else. */
function Mandate({ subject }: Pick<SignedIn, 'subject'>) {
  const { mandate } = subject;
  if (!mandate?.only) return null;
  return (
    <p className="small">
      <span className="tag">受托</span>{' '}
      {mandate.matters === null ? '全部事项' : `只办授权的 ${mandate.matters.length} 个事项`}，授权到
      <DateText date={mandate.until} />。
    </p>
  );
}
