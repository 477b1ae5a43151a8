import './guide.css';
import type { Guide } from '#contract/guide.ts';
import type { CitedText } from '#contract/wire.ts';
import { CitedReasons, Cites } from '../ui/CitedReasons.tsx';

/** The guide of a matter with every sentence's articles, in the order of 附件2. */
export function GuideLaw({ guide }: { guide: Guide }) {
  return (
    <>
      <Part title="这是什么事" lines={guide.what} />
      <Part title="谁可以申请" lines={guide.who} />
      <Part title="要符合什么条件" lines={guide.conditions} />
      <Part title="公示多久，什么时候可以申请" lines={guide.periods} />
      <Materials guide={guide} />
      <Steps guide={guide} />
      <Part title="办成以后" lines={guide.results} />
      <Part title="收费" lines={[guide.fee]} />
      <Part title="不服决定怎么办" lines={guide.remedies} />
      <Part title="有权机关已经书面确认的" lines={guide.confirmed} />
      {guide.openQuestions.length > 0 && (
        <section className="card guide-card">
          <h2>规定没有写清的，由认定单位确认</h2>
          <ul>
            {guide.openQuestions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Part({ title, lines }: { title: string; lines: readonly CitedText[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="card guide-card">
      <h2>{title}</h2>
      <CitedReasons reasons={lines} />
    </section>
  );
}

const sources = {
  shared: '系统自己查，不用您交',
  authority: '认定单位自己有，不用您交',
  applicant: '需要您提供',
} as const;
const order = ['applicant', 'authority', 'shared'] as const;

/** Every material with who has it, why it is needed and by which clause. */
function Materials({ guide }: { guide: Guide }) {
  const materials = order.flatMap((source) => guide.matter.materials.filter((one) => one.source === source));
  return (
    <section className="card guide-card">
      <h2>材料</h2>
      <p>联办申请表和承诺书在网上填写、签名，不用另交。</p>
      <ul className="plain stack">
        {materials.map((material) => (
          <li key={material.key}>
            <span className={material.source === 'applicant' ? 'tag tag-wait' : 'tag tag-good'}>
              {sources[material.source]}
            </span>{' '}
            <strong>{material.name}</strong>
            {!material.required && '（有就交）'}
            <br />
            {material.why} <Cites cites={material.cites} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Steps({ guide }: { guide: Guide }) {
  return (
    <section className="card guide-card">
      <h2>怎么办、多久</h2>
      <ol className="plain stack">
        {guide.steps.map((step, index) => (
          <li key={step.title} className="guide-step">
            <span aria-hidden="true">{index + 1}</span>
            <span>
              <strong>{step.title}</strong>{' '}
              {step.limit && <span className="tag tag-info guide-limit">{step.limit}</span>}
              <br />
              {step.text} <Cites cites={step.cites} />
            </span>
          </li>
        ))}
      </ol>
      {guide.limitNotes.length > 0 && <CitedReasons reasons={guide.limitNotes} />}
    </section>
  );
}
