import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { RecordView } from '#contract/record.ts';
import { formatChinese } from '#domain/plain-date.ts';
import { LoginGate, type SignedIn } from '../access/LoginGate.tsx';
import { SubjectSwitch } from '../access/SubjectSwitch.tsx';
import { call, newRequestId } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { RecordCard } from '../record/RecordCard.tsx';
import { ReorganisationNote } from '../record/ReorganisationNote.tsx';
import { groupRecords } from '../record/record-groups.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState, Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { DraftList } from './DraftList.tsx';
import { RecordObjections } from './objections/RecordObjections.tsx';
import { beginDraft } from './use-draft.ts';

const title = '我的失信信息';

/** 我的失信信息: every record of the subject across authorities, ordered by what one can do about it. */
export function MyRecords() {
  return (
    <LoginGate title={title} why="要看到的是您自己的失信信息，所以先确认身份。">
      {(who) => <Records key={who.subject.subjectKey} {...who} />}
    </LoginGate>
  );
}

function Records({ session, subject }: SignedIn) {
  const params = { subjectKey: subject.subjectKey };
  const records = useQuery({
    queryKey: ['records', subject.subjectKey],
    queryFn: () => call('listRecords', { params }),
  });
  return (
    <Page title={title} lead={<SubjectSwitch session={session} subject={subject} />}>
      <DraftList subjectKey={subject.subjectKey} />
      <Loaded query={records} lines={9}>
        {(reply) =>
          reply.records.length === 0 ? (
            <EmptyState title="没有查到失信信息">
              <p>全省各部门报送到本平台的信息里，没有“{subject.name}”的记录，不需要办理信用修复。</p>
              <p className="small">刚收到决定书的，可能还没有报送，过几天再查；其他省的信息请到“信用中国”查询。</p>
            </EmptyState>
          ) : (
            <Choosing subjectKey={subject.subjectKey} records={reply.records} today={session.today} />
          )
        }
      </Loaded>
    </Page>
  );
}

interface ChoosingProps {
  subjectKey: string;
  records: readonly RecordView[];
  today: string;
}

function Choosing({ subjectKey, records, today }: ChoosingProps) {
  const groups = groupRecords(records);
  const [chosen, setChosen] = useState<readonly string[]>(
    () => groups.find((group) => group.key === 'now')?.records.map((record) => record.recordId) ?? [],
  );
  const selectable = groups.some((group) => group.selectable);
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <>
      <p className="small">
        截至 {formatChinese(today)}，共 {records.length} 条。
      </p>
      <ReorganisationNote subjectKey={subjectKey} records={records} />
      {groups.map((group) => (
        <section key={group.key} className="group" aria-labelledby={`group-${group.key}`}>
          <div className="group-head">
            <h2 id={`group-${group.key}`}>
              {group.title}（{group.records.length}）
            </h2>
            <span className="small">{group.hint}</span>
          </div>
          <ul className="plain">
            {group.records.map((record) => (
              <RecordCard
                key={record.recordId}
                record={record}
                own
                below={<RecordObjections subjectKey={subjectKey} recordId={record.recordId} />}
                choice={
                  group.selectable
                    ? { chosen: chosen.includes(record.recordId), onToggle: () => toggle(record.recordId) }
                    : undefined
                }
              />
            ))}
          </ul>
        </section>
      ))}
      {selectable && <ApplyBar subjectKey={subjectKey} chosen={chosen} />}
    </>
  );
}

/** 已选 N 条，一次申请: always within reach of the thumb. */
function ApplyBar({ subjectKey, chosen }: { subjectKey: string; chosen: readonly string[] }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  // Kept over repeats, so that a lost answer does not leave a second draft behind.
  const draftId = useRef(newRequestId());
  const begin = useMutation({
    mutationFn: () => beginDraft(draftId.current, subjectKey, [...chosen]),
    onSuccess: async (id) => {
      void queries.invalidateQueries({ queryKey: ['drafts'] });
      await navigate({ to: '/apply/$draftId', params: { draftId: id } });
    },
  });
  return (
    <div className="sticky">
      {begin.error && (
        <p className="bad" role="alert">
          {asProblem(begin.error).detail}
        </p>
      )}
      <Button
        wide
        disabled={chosen.length === 0}
        busy={begin.isPending}
        busyText="正在准备申请表…"
        onClick={() => begin.mutate()}
      >
        {chosen.length === 0 ? '请先勾选要修复的' : `已选 ${chosen.length} 条，一次申请`}
      </Button>
    </div>
  );
}
