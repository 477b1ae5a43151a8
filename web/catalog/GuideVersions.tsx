import './guide.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { GuideVersion } from '#contract/guide.ts';
import { addressOf, call } from '../api.ts';
import { DateText } from '../ui/DateText.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';

/** Every version of the guide, or of one matter's: from when to when, what changed, and the text of that time. */
export function GuideVersions() {
  const { matter } = useSearch({ strict: false }) as { matter?: string };
  const versions = useQuery({
    queryKey: ['guide-versions', matter],
    queryFn: () => call('listGuideVersions', { query: { matter } }),
  });
  const name = matter && versions.data?.versions[0]?.whatChanged[0]?.name;
  return (
    <Page
      title="指引的各个版本"
      lead={name || '目录或者法规变了，指引就换一版。每一版写明从哪一天起用、改了什么。'}
      above={
        matter ? (
          <Link to="/guide/$matter" params={{ matter }}>
            ← 回到指引
          </Link>
        ) : (
          <Link to="/guide">← 全部事项</Link>
        )
      }
    >
      <Loaded query={versions} lines={8}>
        {(reply) => (
          <ol className="guide-versions">
            {reply.versions.map((one) => (
              <li key={one.version} className="card">
                <Version version={one} matter={matter} />
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Page>
  );
}

const states = {
  current: ['tag tag-good', '现在用的'],
  future: ['tag tag-info', '还没到日子'],
  past: ['tag', '不用了'],
} as const;

function Version({ version, matter }: { version: GuideVersion; matter: string | undefined }) {
  const [look, word] = states[version.state];
  return (
    <>
      <h2>
        版本 <span className="number">{version.version}</span> <span className={look}>{word}</span>
      </h2>
      <p>
        <DateText date={version.from} /> 起
        {version.to && (
          <>
            ，到 <DateText date={version.to} />
          </>
        )}
      </p>
      {version.whatChanged.map((change) => (
        <div key={change.matterKey ?? 'front'}>
          {!matter && <strong>{change.name}</strong>}
          <ul className="guide-answers">
            {change.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      ))}
      <p className="row">
        {matter && (
          <Link
            to="/guide/$matter"
            params={{ matter }}
            search={(version.state === 'current' ? {} : { on: version.from }) as never}
          >
            看这一版
          </Link>
        )}
        <a href={addressOf('getGuidePdf', { query: { matter, on: version.from } })} target="_blank" rel="noreferrer">
          印刷版（PDF）
        </a>
      </p>
    </>
  );
}
