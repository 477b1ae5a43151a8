import type { Verdict } from '#contract/record.ts';
import { Cites } from './Cites.tsx';
import { verdictWord } from './words.ts';

const looks = { good: 'good', attention: 'attention', bad: 'bad', plain: 'plain' } as const;
const signs = { good: '✓ ', attention: '▲ ', bad: '! ', plain: '' } as const;

/** The verdict as a chip with a word and a sign. */
export function VerdictChip({ verdict }: { verdict: string }) {
  const word = verdictWord(verdict);
  return (
    <span className={`chip chip-${looks[word.tone]}`}>
      <span aria-hidden="true">{signs[word.tone]}</span>
      {word.text}
    </span>
  );
}

/** The chip of a whole verdict: what has settled a record says more than that it is not shown. */
export function SettledChip({ verdict }: { verdict: Verdict }) {
  const has = (code: string) => verdict.reasons.some((one) => one.code === code);
  if (has('repaired')) return <span className="chip chip-good">✓ 已修复</span>;
  if (has('annulled')) return <span className="chip">信息已撤回，不用修复</span>;
  return <VerdictChip verdict={verdict.verdict} />;
}

/** Whether a record can be repaired, each sentence with its article; `folded` keeps the sentences behind 为什么？ */
export function VerdictReasons({ verdict, folded = false }: { verdict: Verdict; folded?: boolean }) {
  const reasons = (
    <ul className="tight">
      {verdict.reasons.map((reason) => (
        <li key={reason.code + reason.text}>
          {reason.text}
          {reason.cite && <Cites cites={[{ id: reason.cite, text: reason.citeText ?? '依据' }]} />}
        </li>
      ))}
    </ul>
  );
  if (!folded)
    return (
      <div className="verdict">
        <SettledChip verdict={verdict} />
        {reasons}
      </div>
    );
  return (
    <details className="verdict">
      <summary>
        <SettledChip verdict={verdict} /> <span className="link">为什么？</span>
      </summary>
      {reasons}
    </details>
  );
}
