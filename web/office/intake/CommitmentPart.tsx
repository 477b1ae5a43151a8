import { Checkbox } from 'antd';
import type { ReplyTo } from '../../api.ts';
import { SignatureField } from './SignatureField.tsx';
import type { Visit } from './visit.ts';

interface Props {
  readonly visit: Visit;
  readonly change: (part: Partial<Visit>) => void;
  readonly known: ReplyTo<'getPrefill'>;
}

/** The commitment of 附件3 as it stands, read by the visitor and signed once for all items. */
export function CommitmentPart({ visit, change, known }: Props) {
  return (
    <section className="card" aria-labelledby="commitment-title">
      <h2 id="commitment-title">{known.commitment.title}</h2>
      <ol className="clauses prose">
        {known.commitment.clauses.map((clause) => (
          <li key={clause}>{clause}</li>
        ))}
      </ol>
      <Checkbox
        id="visit-commitment"
        checked={visit.agreed}
        onChange={(event) => change({ agreed: event.target.checked })}
      >
        来访人已经阅读并同意以上承诺
      </Checkbox>
      <SignatureField
        signed={visit.signed}
        change={(signed) => change({ signed })}
        label={known.commitment.signatureLabel || '签名人姓名'}
      />
    </section>
  );
}
