import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MatterChanged } from '#contract/drafts.ts';
import { formatChinese } from '#domain/plain-date.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useApply } from './apply-context.ts';

/** What changed in the matters of this form since it was begun, and the button that says one has read it. */
export function MatterChanges({ changed }: { changed: readonly MatterChanged[] }) {
  const apply = useApply();
  const queries = useQueryClient();
  const unread = changed.filter((one) => one.to === null || apply.seen[one.matterKey] !== one.to);
  if (unread.length === 0) return null;
  const read = async () => {
    apply.acknowledge(unread);
    // The tasks show what is asked now.
    await queries.invalidateQueries({ queryKey: ['apply-parts', apply.subjectKey] });
  };
  return (
    <Banner tone="wait" live title="您开始填写以后，办理要求有变化">
      {unread.map((one) => (
        <div key={one.matterKey}>
          <p>
            <Link to="/guide/$matter" params={{ matter: one.matterKey }}>
              {one.name}
            </Link>
            {one.since ? `，自${formatChinese(one.since)}起：` : '：'}
          </p>
          <ul>
            {one.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      ))}
      {unread.every((one) => one.to !== null) ? (
        <>
          <p>已经填写的内容都在。看过以后，按现在的要求补上就可以提交。</p>
          <Button kind="secondary" onClick={() => void read()}>
            看过了，按现在的要求办
          </Button>
        </>
      ) : (
        <p>取消的事项不能再提交，请在“修复事项”里去掉它，其他的照常申请。</p>
      )}
    </Banner>
  );
}
