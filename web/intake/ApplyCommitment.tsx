import { formatChinese } from '#domain/plain-date.ts';
import { SignaturePad } from '../ui/SignaturePad.tsx';
import { ApplyPage } from './ApplyPage.tsx';
import { checkCommitment } from './application-checks.ts';
import { useApply } from './apply-context.ts';

/** 承诺和签名: the commitment of 附件3 as it stands, read, agreed to and signed. */
export function ApplyCommitment() {
  const { prefill, agreed, signature, sign, today, content } = useApply();
  const { commitment } = prefill;
  const signer = content.form.subjectKind === 'person' ? content.form.name : content.form.legalRep;
  return (
    <ApplyPage
      title="承诺和签名"
      lead="一份承诺用于这次申请的全部事项。承诺会依法公示。"
      check={(apply) => checkCommitment(apply.agreed, apply.signature)}
    >
      {(error) => (
        <>
          <div className="card commitment-text">
            <h2>{commitment.title}</h2>
            {commitment.clauses.map((clause) => (
              <p key={clause}>{clause}</p>
            ))}
          </div>
          <div className={error('agreed') ? 'field field-wrong' : 'field'}>
            {error('agreed') && <p className="field-error">{error('agreed')}</p>}
            <label className="choice">
              <input
                type="checkbox"
                id="agreed"
                checked={agreed}
                onChange={(event) => sign(event.target.checked, signature)}
              />
              <span className="choice-label">我已阅读并作出以上承诺</span>
            </label>
          </div>
          <div className="card">
            <p className="small">
              {commitment.signatureLabel.replace(/：$/, '')}
              {signer && `：${signer}`}
            </p>
            <SignaturePad
              id="signature"
              value={signature}
              error={error('signature')}
              onChange={(value) => sign(agreed, value)}
            />
            <p className="small">签署日期：{formatChinese(today)}。签名不存进草稿，离开后需要重签。</p>
          </div>
        </>
      )}
    </ApplyPage>
  );
}
