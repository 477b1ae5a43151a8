import { Link, useParams } from '@tanstack/react-router';
import type { ReplyTo } from '../../api.ts';
import { useFilters } from '../address.ts';
import { useAsk } from '../ask.ts';
import { Loaded } from '../Loaded.tsx';
import { hasRole, useOfficer } from '../session.ts';
import { dayText, shortDay } from '../when.ts';
import { CatalogFrame } from './CatalogFrame.tsx';
import { ChangeCard } from './ChangeCard.tsx';
import { DiffTable } from './DiffTable.tsx';
import { MatterContent } from './MatterContent.tsx';

type Version = ReplyTo<'listMatterVersions'>['versions'][number];

/** The version of a day; where there is none, the newest. */
function versionOn(versions: readonly Version[], day: string): Version | undefined {
  return versions.find((one) => one.validFrom <= day && (one.validTo === null || day <= one.validTo)) ?? versions[0];
}

/** One matter: its content in the version chosen, every version there was and will be, and the filings about it. */
export function MatterPage() {
  const { matterKey = '' } = useParams({ strict: false }) as { matterKey?: string };
  const officer = useOfficer();
  const [filters, change] = useFilters();
  const versions = useAsk('listMatterVersions', { params: { matterKey } });
  const list = versions.data?.versions ?? [];
  const chosen = list.find((one) => String(one.version) === filters.version) ?? versionOn(list, officer.today);
  const open = list.some((one) => one.validTo === null);
  const keeper = hasRole(officer, ['catalog-keeper']);
  return (
    <CatalogFrame
      title={chosen?.name ?? '事项'}
      intro={<Link to={'/catalog/matters' as never}>← 全部事项</Link>}
      acts={
        keeper &&
        open && (
          <>
            <Link className="button-link" to={`/catalog/matters/${matterKey}/change` as never}>
              报备变更
            </Link>
            <Link className="button-link button-quiet" to={`/catalog/matters/${matterKey}/withdraw` as never}>
              报备取消
            </Link>
          </>
        )
      }
    >
      <Filings matterKey={matterKey} />
      <Loaded query={versions} rows={8}>
        {() =>
          chosen && (
            <div className="filing-page">
              <div className="filing-main">
                <Content matterKey={matterKey} version={chosen} today={officer.today} />
              </div>
              <div className="filing-side">
                <Versions
                  versions={list}
                  chosen={chosen}
                  today={officer.today}
                  choose={(version) => change({ version: String(version) })}
                />
                <a className="link" href={`/guide/${matterKey}`} target="_blank" rel="noreferrer">
                  看公众看到的指引（新窗口）
                </a>
              </div>
            </div>
          )
        }
      </Loaded>
    </CatalogFrame>
  );
}

function whenValid(version: Version, today: string): { text: string; tone: string } {
  if (version.validFrom > today) return { text: '将要生效', tone: 'chip-attention' };
  if (version.validTo !== null && version.validTo < today) return { text: '已经失效', tone: '' };
  return { text: '✓ 现行', tone: 'chip-good' };
}

function Content({ matterKey, version, today }: { matterKey: string; version: Version; today: string }) {
  const inForce = whenValid(version, today).tone === 'chip-good';
  const on = inForce ? today : version.validFrom;
  const matter = useAsk('getMatter', { params: { matterKey }, query: { on } }, { keep: true });
  return (
    <section className="card" aria-labelledby="content-title">
      <h2 id="content-title">
        第 {version.version} 版内容{' '}
        <span className="quiet">
          {dayText(version.validFrom)}起{version.validTo && `，到${dayText(version.validTo)}`}
        </span>
      </h2>
      <Loaded query={matter} rows={10}>
        {(it) => <MatterContent matter={it} />}
      </Loaded>
      {version.diff.length > 0 && version.version > 1 && (
        <>
          <h3>与前一版的不同</h3>
          <DiffTable diff={version.diff} caption="与前一版的不同" />
        </>
      )}
    </section>
  );
}

interface VersionsProps {
  readonly versions: readonly Version[];
  readonly chosen: Version;
  readonly today: string;
  readonly choose: (version: number) => void;
}

function Versions({ versions, chosen, today, choose }: VersionsProps) {
  return (
    <section className="card" aria-labelledby="versions-title">
      <h2 id="versions-title">
        全部版本 <span className="count">{versions.length}</span>
      </h2>
      <ol className="history">
        {versions.map((one) => {
          const when = whenValid(one, today);
          return (
            <li key={one.version} className={one.version === chosen.version ? 'history-here' : undefined}>
              <span className="line-split">
                <button
                  type="button"
                  className="link strong"
                  aria-pressed={one.version === chosen.version}
                  onClick={() => choose(one.version)}
                >
                  第 {one.version} 版
                </button>
                <span className={`chip ${when.tone}`}>{when.text}</span>
              </span>
              <span>
                {shortDay(one.validFrom)}起{one.validTo && `，到${shortDay(one.validTo)}`}
              </span>
              <span className="quiet">{one.filedBy ? `${one.filedBy}报备` : '随法规和原目录录入'}</span>
              {one.basis && <span className="quiet">依据：{one.basis}</span>}
              {one.changeId && (
                <Link className="link" to={`/catalog/changes/${one.changeId}` as never}>
                  看报备
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** What waits for a decision on this matter, or for its day. */
function Filings({ matterKey }: { matterKey: string }) {
  const query = useAsk('listCatalogChanges', { query: { kind: 'matter', target: matterKey } });
  const coming = (query.data?.changes ?? []).filter(
    (one) => one.state === 'filed' || (one.state === 'approved' && !one.inForce),
  );
  if (coming.length === 0) return null;
  return (
    <section className="card" aria-labelledby="coming-title">
      <h2 id="coming-title">将要发生的变更</h2>
      <ul className="plain-list">
        {coming.map((one) => (
          <ChangeCard key={one.changeId} change={one} />
        ))}
      </ul>
    </section>
  );
}
