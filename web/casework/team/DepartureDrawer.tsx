import { Select } from 'antd';
import { useState } from 'react';
import type { Team } from '#contract/queue.ts';
import type { ReplyTo } from '../../api.ts';
import { ActDrawer } from '../../office/ActDrawer.tsx';
import { useAct } from '../../office/ask.ts';
import { Labelled } from '../../office/Labelled.tsx';
import { useKept } from '../../office/use-kept.ts';
import { HoldingResults } from './PickedItems.tsx';
import { Reason, usePeople } from './use-holding.tsx';

type Results = ReplyTo<'handOverAll'>['results'];

/** 人员离岗: everything somebody has open goes to colleagues at once; goes on by itself while more is left. */
export function DepartureDrawer({ team, officerId, close }: { team: Team; officerId: string; close: () => void }) {
  const who = team.people.find((one) => one.officerId === officerId);
  // What stood there when the drawer opened: the list behind it shrinks while items go.
  const [open] = useState(who?.open ?? 0);
  const draft = useKept(`${officerId}/departure`);
  const [to, setTo] = draft.field<string[]>('to', []);
  const [reason, setReason] = draft.field('reason', '');
  const [results, setResults] = useState<Results>([]);
  const [ended, end] = useState(false);
  const people = usePeople(officerId);
  const act = useAct('handOverAll', ['getTeam', 'listQueue', 'getItem']);
  const submit = async () => {
    if (ended) return close();
    let done: Results = [];
    for (;;) {
      const answer = await act.mutateAsync({ body: { officerId, to, reason } }).catch(() => null);
      if (!answer) return;
      done = [...done, ...answer.results];
      setResults(done);
      // What refuses now would refuse again.
      if (answer.left === 0 || !answer.results.some((one) => one.done)) return draft.over(end)(true);
    }
  };
  return (
    <ActDrawer
      draft={draft}
      title={`移交${who?.name ?? ''}名下的件`}
      open
      close={close}
      verb={ended ? '知道了' : `移交 ${open} 件`}
      busy={act.isPending}
      error={act.error}
      submit={() => void submit()}
      width={680}
    >
      {results.length > 0 ? (
        <>
          {!ended && (
            <p role="status">
              正在移交，已经办了 {results.length} 件，共 {open} 件。
            </p>
          )}
          {ended && <HoldingResults results={results} />}
        </>
      ) : (
        <>
          <p>
            {who?.name}名下未办结的 {open}{' '}
            件一次移交，每一件分别记入台账，一件不成不影响其他。分派规则里还有这个人的，请另行修改。
          </p>
          <Labelled label="移交给谁（选几位就依次分给名下最少的；不选则回到待分派）">
            {(id) => (
              <Select
                id={id}
                className="wide"
                mode="multiple"
                placeholder="回到待分派"
                value={to}
                options={people}
                onChange={setTo}
              />
            )}
          </Labelled>
          <Reason label="原因" value={reason} change={setReason} />
        </>
      )}
    </ActDrawer>
  );
}
