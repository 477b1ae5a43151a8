import './guide.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addressOf, call } from '../api.ts';
import { buttonClass } from '../ui/Button.tsx';
import { Cites } from '../ui/CitedReasons.tsx';
import { DateText } from '../ui/DateText.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { useChannelVisit } from './use-channel.ts';

/** All matters, in the order of the joint form; what holds for all of them; the guide as a whole to print. */
export function GuideList() {
  useChannelVisit('guide');
  const matters = useQuery({ queryKey: ['matters'], queryFn: () => call('listMatters') });
  return (
    <Page title="办理指引" lead="选一个事项，看谁能办、要什么、多久、找谁。几个事项可以用一张表一起申请。">
      <Loaded query={matters} lines={10}>
        {(reply) => (
          <ol className="plain">
            {reply.matters.map((matter) => (
              <li key={matter.matterKey} style={{ maxWidth: 'none', marginBottom: 'var(--s1)' }}>
                <Link to="/guide/$matter" params={{ matter: matter.matterKey }} className="door">
                  <strong>
                    {matter.position}. {matter.name}
                  </strong>
                  <span>{matter.plain}</span>
                </Link>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
      <General />
      <Whole />
    </Page>
  );
}

/** What holds for every matter, after 附件2: fetched when it is opened. */
function General() {
  const [open, setOpen] = useState(false);
  const guide = useQuery({ queryKey: ['whole-guide'], queryFn: () => call('getWholeGuide'), enabled: open });
  return (
    <details className="card unfold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>总则：范围、条件、方式、流程、反馈</summary>
      {open && (
        <Loaded query={guide} lines={6}>
          {(found) =>
            found.front.map((section) => (
              <section key={section.title} className="stack">
                <h2>{section.title}</h2>
                {section.lines.map((line) => (
                  <p key={line.text}>
                    {line.text} <Cites cites={line.cites} />
                  </p>
                ))}
              </section>
            ))
          }
        </Loaded>
      )}
    </details>
  );
}

function Whole() {
  const versions = useQuery({ queryKey: ['guide-versions'], queryFn: () => call('listGuideVersions') });
  const current = versions.data?.versions.find((one) => one.state === 'current');
  return (
    <section className="stack">
      {current && (
        <p className="guide-version-line">
          版本 <span className="number">{current.version}</span>，<DateText date={current.from} />
          起有效。 <Link to="/guide-versions">看各个版本改了什么</Link>， <Link to="/announcements">目录变更公告</Link>
        </p>
      )}
      <div className="row no-print">
        <a className={buttonClass('secondary')} href={addressOf('getGuidePdf', {})} target="_blank" rel="noreferrer">
          下载指引全文（PDF）
        </a>
      </div>
    </section>
  );
}
