import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { Guide } from '#contract/catalog.ts';
import { call } from '../api.ts';
import { buttonClass } from '../ui/Button.tsx';
import { CitedReasons, Cites } from '../ui/CitedReasons.tsx';
import { DateText } from '../ui/DateText.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { PrintButton } from '../ui/PrintButton.tsx';
import { GuideUnits } from './GuideUnits.tsx';

/** The guide of one matter, made from the catalogue and the law; units by region. */
export function GuidePage() {
  const { matter = '' } = useParams({ strict: false }) as { matter?: string };
  const { region } = useSearch({ strict: false }) as { region?: string | number };
  const chosen = region === undefined ? undefined : String(region);
  const navigate = useNavigate();
  const guide = useQuery({
    queryKey: ['guide', matter, chosen],
    queryFn: () => call('getGuide', { params: { matterKey: matter }, query: { region: chosen } }),
    placeholderData: (previous) => (previous?.matter.matterKey === matter ? previous : undefined),
  });
  const change = (code: string) =>
    void navigate({
      to: '/guide/$matter',
      params: { matter },
      search: (code ? { region: code } : {}) as never,
      replace: true,
      resetScroll: false,
    });
  return (
    <Page
      title={guide.data?.matter.name ?? '办理指引'}
      above={<Link to="/guide">← 全部事项</Link>}
      lead={guide.data?.matter.plain}
    >
      <Loaded query={guide} lines={12}>
        {(found) => (
          <>
            <GuideText guide={found} />
            <GuideUnits guide={found} region={chosen} onRegion={change} />
            <GuideEnd guide={found} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function GuideText({ guide }: { guide: Guide }) {
  return (
    <>
      <section className="card">
        <h2>谁可以申请</h2>
        <CitedReasons reasons={guide.who} />
      </section>
      <section className="card">
        <h2>要符合什么条件</h2>
        <CitedReasons reasons={guide.conditions} />
      </section>
      {guide.periods.length > 0 && (
        <section className="card">
          <h2>公示多久，什么时候可以申请</h2>
          <CitedReasons reasons={guide.periods} />
        </section>
      )}
      <Materials guide={guide} />
      <section className="card">
        <h2>怎么办、多久</h2>
        <ol className="plain stack">
          {guide.steps.map((step, index) => (
            <li key={step.title}>
              <strong>
                {index + 1}. {step.title}
              </strong>
              {step.limit && <span className="tag tag-info">{step.limit}</span>}
              <br />
              {step.text} <Cites cites={step.cites} />
            </li>
          ))}
        </ol>
      </section>
      <section className="card">
        <h2>收费</h2>
        <CitedReasons reasons={[guide.fee]} />
      </section>
    </>
  );
}

const sources = {
  shared: '系统自己查，不用您交',
  authority: '认定单位自己有，不用您交',
  applicant: '需要您提供',
} as const;

function Materials({ guide }: { guide: Guide }) {
  const order = ['applicant', 'authority', 'shared'] as const;
  const materials = order.flatMap((source) => guide.matter.materials.filter((one) => one.source === source));
  return (
    <section className="card">
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

function GuideEnd({ guide }: { guide: Guide }) {
  return (
    <>
      {guide.doors.length > 0 && (
        <section className="card">
          <h2>在哪里办</h2>
          <ul className="plain stack">
            {guide.doors.map((door) => (
              <li key={door.name}>
                <strong>{door.name}</strong>
                <br />
                {door.text} {door.link && <a href={door.link}>打开</a>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="card">
        <h2>不服决定怎么办</h2>
        <CitedReasons reasons={guide.remedies} />
      </section>
      {guide.openQuestions.length > 0 && (
        <section className="card">
          <h2>规定没有写清的，由认定单位确认</h2>
          <ul>
            {guide.openQuestions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </section>
      )}
      <p className="small">
        本指引由系统按 <DateText date={guide.on} /> 有效的目录和法规生成。
      </p>
      <div className="stack no-print">
        <Link className={buttonClass('primary', true)} to="/records">
          查我的记录，开始申请
        </Link>
        <div className="row">
          <Link className={buttonClass('secondary')} to="/calculator">
            自己测一测
          </Link>
          <PrintButton>打印指引</PrintButton>
        </div>
      </div>
    </>
  );
}
