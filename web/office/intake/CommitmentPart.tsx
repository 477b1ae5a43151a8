import { Checkbox } from 'antd';
import type { ReplyTo } from '../../api.ts';
import { SignatureField } from './SignatureField.tsx';
import type { Visit } from './visit.ts';

interface Props {
  readonly subjectKey: string;
  readonly visit: Visit;
  readonly change: (part: Partial<Visit>) => void;
  readonly known: ReplyTo<'getPrefill'>;
  readonly print: () => void;
}

/** The commitment of 附件3 as it stands, read by the visitor and signed once for all items. */
export function CommitmentPart({ subjectKey, visit, change, known, print }: Props) {
  return (
    <section className="card" id="visit-signing" aria-labelledby="commitment-title">
      <h2 id="commitment-title">
        {known.commitment.title} <kbd>Alt+5</kbd>
      </h2>
      <ol className="clauses prose">
        {known.commitment.clauses.map((clause) => (
          <li key={clause}>{clause}</li>
        ))}
      </ol>
      <Checkbox
        id="visit-commitment"
        checked={visit.agreed}
        onChange={(event) => {
          const agreed = event.target.checked;
          // Whoever is here signs, unless the clerk writes another name.
          const name = visit.signed.name || (agreed ? (visit.persons[0]?.name ?? '') : '');
          change({ agreed, signed: { ...visit.signed, name } });
        }}
      >
        来访人已经阅读并同意以上承诺
      </Checkbox>
      <SignatureField
        subjectKey={subjectKey}
        signed={visit.signed}
        change={(signed) => change({ signed })}
        label={known.commitment.signatureLabel.replace(/[:：]$/, '') || '签名人姓名'}
        print={print}
      />
    </section>
  );
}
