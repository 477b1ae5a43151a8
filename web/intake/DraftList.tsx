import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Static } from 'typebox';
import type { DraftView } from '#contract/drafts.ts';
import type { RecordView } from '#contract/record.ts';
import { call } from '../api.ts';
import { Banner } from '../ui/Banner.tsx';
import { buttonClass } from '../ui/Button.tsx';
import { InstantText } from '../ui/DateText.tsx';

/** 没有提交的申请: every draft of a subject with what it is for and when it was saved, on whichever device. */
export function DraftList({ subjectKey }: { subjectKey: string }) {
  const params = { subjectKey };
  const drafts = useQuery({
    queryKey: ['drafts', subjectKey],
    queryFn: () => call('listDrafts', { params }),
    staleTime: 0,
  });
  const found = drafts.data?.drafts ?? [];
  const records = useQuery({
    queryKey: ['records', subjectKey],
    queryFn: () => call('listRecords', { params }),
    enabled: found.length > 0,
  });
  if (found.length === 0) return null;
  return (
    <Banner title={found.length === 1 ? '您有一份没有提交的申请' : `您有 ${found.length} 份没有提交的申请`}>
      <ul className="plain stack">
        {found
          .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
          .map((draft) => (
            <DraftLine key={draft.draftId} draft={draft} records={records.data?.records ?? []} />
          ))}
      </ul>
    </Banner>
  );
}

function DraftLine({ draft, records }: { draft: Static<typeof DraftView>; records: readonly RecordView[] }) {
  const { recordIds } = draft.content;
  const names = recordIds.flatMap((id) => records.find((one) => one.recordId === id)?.docNumber ?? []);
  const shown = names.slice(0, 3).join('、');
  return (
    <li>
      <p>
        {recordIds.length} 条失信信息{shown && `：${shown}${names.length > 3 ? ' 等' : ''}`}。
        <InstantText at={draft.updatedAt} /> 保存。
      </p>
      <Link className={buttonClass('secondary')} to="/apply/$draftId" params={{ draftId: draft.draftId }}>
        接着填
      </Link>
    </li>
  );
}
