import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sayDiff } from '#domain/catalog/changes/diff-matter.ts';
import type { ReplyTo } from '../api.ts';
import { call } from '../api.ts';
import { DateText, InstantText } from '../ui/DateText.tsx';
import { EmptyState, Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { PrintButton } from '../ui/PrintButton.tsx';

type Told = ReplyTo<'listAnnouncements'>['announcements'][number];

/** What of the catalogue has been changed, or will be: from which day and on which basis, in sentences. */
export function Announcements() {
  const query = useQuery({ queryKey: ['announcements'], queryFn: () => call('listAnnouncements') });
  return (
    <Page
      title="目录变更公告"
      lead="哪些事项增加、变更或者取消了，有权机关确认了什么，从哪一天起。已经提交的申请，仍按提交时的规定办。"
      above={<Link to="/guide">← 办理指引</Link>}
    >
      <Loaded query={query} lines={10}>
        {({ announcements }) =>
          announcements.length === 0 ? (
            <EmptyState title="还没有变更">
              <p>目录从公布以来没有变过。</p>
            </EmptyState>
          ) : (
            <>
              <Part
                title="将要生效"
                told={announcements
                  .filter((one) => !one.inForce)
                  .toSorted((a, b) => a.effectiveOn.localeCompare(b.effectiveOn))}
              />
              <Part title="已经生效" told={announcements.filter((one) => one.inForce)} />
              <PrintButton>打印公告</PrintButton>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Part({ title, told }: { title: string; told: readonly Told[] }) {
  if (told.length === 0) return null;
  return (
    <section className="stack">
      <h2>{title}</h2>
      <ul className="plain stack announcements">
        {told.map((one) => (
          <li key={one.changeId} className="card">
            <One told={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A change that ends its matter has nothing after it. */
const withdraws = (told: Told): boolean =>
  told.diff.length > 0 && told.diff.every((line) => line.label === '事项' && line.after === null);

function One({ told }: { told: Told }) {
  return (
    <article className="stack">
      <h3>{told.title}</h3>
      <p>
        <span className={told.inForce ? 'tag tag-good' : 'tag tag-wait'}>{told.inForce ? '已生效' : '将生效'}</span>{' '}
        <DateText date={told.effectiveOn} />起
      </p>
      <DiffSentences diff={told.diff} />
      <p className="small">
        依据：{told.basis}
        <br />
        公布：
        <InstantText at={told.announcedAt} />
      </p>
      {told.kind === 'matter' && (
        <p className="row no-print">
          {!withdraws(told) && (
            <Link
              to="/guide/$matter"
              params={{ matter: told.target }}
              search={(told.inForce ? {} : { on: told.effectiveOn }) as never}
            >
              看这个事项的指引
            </Link>
          )}
          <Link to="/announcements/$matter" params={{ matter: told.target }}>
            看这个事项的历次变更
          </Link>
        </p>
      )}
    </article>
  );
}

/** What differs, one sentence each; what a new matter consists of is unfolded. */
export function DiffSentences({ diff }: { diff: Told['diff'] }) {
  const [first, ...rest] = diff;
  const isNew = first?.label === '事项' && first.before === null;
  const shown = isNew ? [first] : diff;
  return (
    <>
      <ul>
        {shown.map((line, index) => (
          <li key={`${line.label}-${index}`}>{sayDiff(line).replace('（在目录中）', '')}。</li>
        ))}
      </ul>
      {isNew && rest.length > 0 && (
        <details className="unfold">
          <summary>这个事项的内容</summary>
          <ul>
            {rest.map((line, index) => (
              <li key={`${line.label}-${index}`}>
                {line.label}：{line.after}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
