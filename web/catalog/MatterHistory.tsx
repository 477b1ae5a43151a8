import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { call, type ReplyTo } from '../api.ts';
import { DateText } from '../ui/DateText.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { DiffSentences } from './Announcements.tsx';

type Version = ReplyTo<'listMatterVersions'>['versions'][number];

/** Every version of a matter, newest first: from which day to which, what it changed, on which basis. */
export function MatterHistory() {
  const { matter = '' } = useParams({ strict: false }) as { matter?: string };
  const query = useQuery({
    queryKey: ['matter-versions', matter],
    queryFn: () => call('listMatterVersions', { params: { matterKey: matter } }),
  });
  return (
    <Page
      title={query.data ? `${query.data.versions[0]!.name}：历次变更` : '历次变更'}
      above={<Link to="/announcements">← 目录变更公告</Link>}
      lead="申请按提交那一天有效的版本办理。"
    >
      <Loaded query={query} lines={8}>
        {({ versions }) => (
          <ol className="plain stack announcements">
            {versions.map((one) => (
              <li key={one.version} className="card">
                <One version={one} matter={matter} />
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Page>
  );
}

function One({ version, matter }: { version: Version; matter: string }) {
  return (
    <article className="stack">
      <h2>第 {version.version} 版</h2>
      <p>
        <DateText date={version.validFrom} />起
        {version.validTo && (
          <>
            ，到
            <DateText date={version.validTo} />
          </>
        )}
      </p>
      {version.version > 1 && version.diff.length > 0 ? (
        <DiffSentences diff={version.diff} />
      ) : (
        <p>这是列入目录的第一个版本。</p>
      )}
      {version.basis && <p className="small">依据：{version.basis}</p>}
      <p className="no-print">
        <Link to="/guide/$matter" params={{ matter }} search={{ on: version.validFrom } as never}>
          看这一版的指引
        </Link>
      </p>
    </article>
  );
}
