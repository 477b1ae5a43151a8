import './guide.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { Guide } from '#contract/guide.ts';
import { addressOf, call } from '../api.ts';
import { Banner } from '../ui/Banner.tsx';
import { buttonClass } from '../ui/Button.tsx';
import { DateText } from '../ui/DateText.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { PrintButton } from '../ui/PrintButton.tsx';
import { GuideQuestions, PlainAnswers } from './GuideAnswers.tsx';
import { GuideLaw } from './GuideLaw.tsx';
import { GuideUnits } from './GuideUnits.tsx';
import { ReadAloud } from './ReadAloud.tsx';
import { useChannelVisit } from './use-channel.ts';

/** What the address may say: a region, an earlier or later day, the layer that is read. */
interface GuideSearch {
  region?: string | number;
  on?: string;
  layer?: 'law';
}

/** The guide of one matter, made from the catalogue and the law: plain words first, the law one press away; units by region. */
export function GuidePage() {
  const { matter = '' } = useParams({ strict: false }) as { matter?: string };
  const search = useSearch({ strict: false }) as GuideSearch;
  const { on, layer } = search;
  const region = search.region === undefined ? undefined : String(search.region);
  const navigate = useNavigate();
  useChannelVisit(`guide:${matter}`);
  const guide = useQuery({
    queryKey: ['guide', matter, region, on],
    queryFn: () => call('getGuide', { params: { matterKey: matter }, query: { region, on } }),
    placeholderData: (previous) => (previous?.matter.matterKey === matter ? previous : undefined),
  });
  const change = (changed: GuideSearch) => {
    const next = Object.entries({ region, on, layer, ...changed }).filter(([, value]) => value);
    void navigate({
      to: '/guide/$matter',
      params: { matter },
      search: Object.fromEntries(next) as never,
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <Page
      title={guide.data?.matter.name ?? '办理指引'}
      above={<Link to="/guide">← 全部事项</Link>}
      lead={guide.data?.matter.plain}
    >
      <Loaded query={guide} lines={12}>
        {(found) => (
          <>
            {on && <OtherDay guide={found} back={() => change({ on: '' })} />}
            <VersionLine guide={found} />
            <ReadAloud guide={found} />
            <Layers layer={layer} onChoose={(chosen) => change({ layer: chosen })} />
            {layer === 'law' ? <GuideLaw guide={found} /> : <Plain guide={found} />}
            <GuideUnits guide={found} region={region} onRegion={(code) => change({ region: code })} />
            <GuideQuestions questions={found.questions} />
            <Doors guide={found} />
            <Ways guide={found} region={region} on={on} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Which version this is; the others are one press away. */
function VersionLine({ guide }: { guide: Guide }) {
  return (
    <p className="guide-version-line">
      版本 <span className="number">{guide.version}</span>，<DateText date={guide.from} />
      起有效
      {guide.to && (
        <>
          ，到
          <DateText date={guide.to} />
        </>
      )}
      。{' '}
      <Link to="/guide-versions" search={{ matter: guide.matter.matterKey } as never} className="no-print">
        看各个版本改了什么
      </Link>{' '}
      <Link to="/announcements/$matter" params={{ matter: guide.matter.matterKey }} className="no-print">
        目录的历次变更
      </Link>
    </p>
  );
}

function OtherDay({ guide, back }: { guide: Guide; back: () => void }) {
  return (
    <Banner tone="wait" title="您看的不是今天的指引">
      <p>
        这是 <DateText date={guide.on} /> 的指引，办理以今天的为准。
      </p>
      <button type="button" className={buttonClass('secondary')} onClick={back}>
        看今天的指引
      </button>
    </Banner>
  );
}

function Layers({ layer, onChoose }: { layer: GuideSearch['layer']; onChoose: (layer: GuideSearch['layer']) => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons that belong together, not fields of a form
    <div className="layers no-print" role="group" aria-label="怎么看这份指引">
      <button type="button" className="layer" aria-pressed={layer !== 'law'} onClick={() => onChoose(undefined)}>
        大白话
      </button>
      <button type="button" className="layer" aria-pressed={layer === 'law'} onClick={() => onChoose('law')}>
        逐条依据
      </button>
    </div>
  );
}

function Plain({ guide }: { guide: Guide }) {
  return guide.plain.map((one) => (
    <section className="card guide-card" key={one.key}>
      <h2>{one.question}</h2>
      <PlainAnswers answers={one.answers} />
    </section>
  ));
}

function Doors({ guide }: { guide: Guide }) {
  return (
    <section className="card guide-card">
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
  );
}

function Ways({ guide, region, on }: { guide: Guide; region: string | undefined; on: string | undefined }) {
  return (
    <div className="stack no-print">
      <Link
        className={buttonClass('primary', true)}
        to="/apply-for/$matter"
        params={{ matter: guide.matter.matterKey }}
      >
        查我的记录，开始申请
      </Link>
      <div className="row">
        <Link className={buttonClass('secondary')} to="/calculator">
          自己测一测
        </Link>
        <a
          className={buttonClass('secondary')}
          href={addressOf('getGuidePdf', { query: { matter: guide.matter.matterKey, region, on } })}
          target="_blank"
          rel="noreferrer"
        >
          下载印刷版（PDF）
        </a>
        <PrintButton>打印这一页</PrintButton>
      </div>
    </div>
  );
}
