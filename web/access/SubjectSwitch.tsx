import { useState } from 'react';
import { asProblem } from '../api-problem.ts';
import { SelectField } from '../ui/Field.tsx';
import type { SignedIn } from './LoginGate.tsx';
import { useSessionActs } from './use-session.ts';

/** For whom this is done; a choice where the account may act for several. */
export function SubjectSwitch({ session, subject }: SignedIn) {
  const { actFor } = useSessionActs();
  const [failure, setFailure] = useState<string>();
  if (session.subjects.length < 2)
    return (
      <p className="acting">
        <span className="small">正在为 </span>
        <strong>{subject.name}</strong>
        <span className="small"> 办理（{subject.as}）</span>
      </p>
    );
  const change = (subjectKey: string) => {
    setFailure(undefined);
    actFor(subjectKey).catch((error) => setFailure(asProblem(error).detail));
  };
  return (
    <SelectField id="acting-for" label="为谁办理" value={subject.subjectKey} error={failure} onChange={change}>
      {session.subjects.map((one) => (
        <option key={one.subjectKey} value={one.subjectKey}>
          {one.name}（{one.as}，{one.maskedIdentifier}）
        </option>
      ))}
    </SelectField>
  );
}
