import { Cite } from '../ui/CitedReasons.tsx';
import { className } from './verdict-words.ts';

/** What a verdict holds, from a record's list and from the calculator alike. */
export interface ShownVerdict {
  readonly class: string;
  readonly limits: { accept: number | null; decide: number | null; extend: number | null };
  readonly reasons: readonly { text: string; cite?: string | null; citeText?: string | null }[];
}

/** What a verdict says beside its days: the class, and how long deciding takes. */
export function VerdictFacts({ verdict }: { verdict: Pick<ShownVerdict, 'class' | 'limits'> }) {
  return (
    <dl className="facts">
      <Fact label="类别">{className(verdict.class)}</Fact>
      <Limits limits={verdict.limits} />
    </dl>
  );
}

function Limits({ limits }: Pick<ShownVerdict, 'limits'>) {
  if (limits.accept === null && limits.decide === null) return null;
  return (
    <Fact label="办理要多久">
      {limits.accept !== null && `${limits.accept} 个工作日内决定是否受理`}
      {limits.accept !== null && limits.decide !== null && '；'}
      {limits.decide !== null && `${limits.decide} 个工作日内作出决定`}
      {limits.extend !== null && `（情况复杂可延长 ${limits.extend} 个工作日）`}
    </Fact>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Why the verdict is what it is: sentences with the articles they rest on. */
export function VerdictReasons({ verdict }: { verdict: ShownVerdict }) {
  return (
    <ul className="reasons">
      {verdict.reasons.map((reason) => (
        <li key={reason.text}>
          {reason.text} {reason.cite && <Cite cite={{ id: reason.cite, text: reason.citeText ?? '依据的条文' }} />}
        </li>
      ))}
    </ul>
  );
}
