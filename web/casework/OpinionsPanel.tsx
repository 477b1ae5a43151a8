import { Button } from 'antd';
import { useState } from 'react';
import type { ItemView } from '#contract/casework.ts';
import type { OpinionView } from '#contract/opinions.ts';
import { useAct, useAsk, useRequestId } from '../office/ask.ts';
import { Refused } from '../office/Refused.tsx';
import { hasRole, useOfficer } from '../office/session.ts';
import { TextBox } from '../office/TextInput.tsx';
import { dayText } from '../office/when.ts';

const standings = {
  waiting: { look: 'plain', text: '等待答复' },
  overdue: { look: 'bad', text: '! 逾期未答复' },
  answered: { look: 'good', text: '✓ 已答复' },
  withdrawn: { look: 'plain', text: '已结束，没有答复' },
} as const;

/** What other units were asked about this item, folded to one line each. */
export function OpinionsPanel({ view }: { view: ItemView }) {
  const { subjectKey, itemId } = view.summary;
  const sees = hasRole(useOfficer(), ['officer', 'supervisor']);
  const asked = view.timeline.some((one) => one.type === 'opinion-asked');
  const list = useAsk(
    'listOpinions',
    { params: { subjectKey, itemId } },
    { enabled: sees && asked, refetchInterval: 20_000 },
  );
  const opinions = list.data?.opinions ?? [];
  if (!asked || opinions.length === 0) return null;
  const open = opinions.filter((one) => one.standing === 'waiting' || one.standing === 'overdue').length;
  return (
    <section className="card" aria-labelledby="opinions-title">
      <h2 id="opinions-title">
        征求意见 <span className="quiet">{open > 0 ? `${open} 份等待答复` : '都已答复或结束'}</span>
      </h2>
      {opinions.map((one) => (
        <Opinion key={one.opinionId} view={view} one={one} />
      ))}
    </section>
  );
}

function Opinion({ view, one }: { view: ItemView; one: OpinionView }) {
  const { look, text } = standings[one.standing];
  const waits = one.standing === 'waiting' || one.standing === 'overdue';
  const mayTakeBack = waits && view.actions.some((action) => action.action === 'ask-opinion' && action.allowed);
  return (
    <details open={one.standing === 'answered'}>
      <summary>
        <span className={`chip chip-${look}`}>{text}</span> {one.unitName}
      </summary>
      <p>{one.question}</p>
      <p className="quiet">
        {one.askedBy}，{dayText(one.askedOn)}征求，请于{dayText(one.dueOn)}前答复
      </p>
      {one.answer && (
        <p className="prewrap">
          {one.answer}
          <span className="quiet">
            　{one.answeredBy}，{dayText(one.answeredOn)}
          </span>
        </p>
      )}
      {one.withdrawnReason && (
        <p>
          {one.endedOn && dayText(one.endedOn)}结束，没有答复：{one.withdrawnReason}
        </p>
      )}
      {mayTakeBack && <TakeBack view={view} opinionId={one.opinionId} />}
    </details>
  );
}

function TakeBack({ view, opinionId }: { view: ItemView; opinionId: string }) {
  const { subjectKey, itemId, version } = view.summary;
  const act = useAct('withdrawOpinion', ['getItem', 'listOpinions']);
  const requestId = useRequestId();
  const [reason, setReason] = useState<string | null>(null);
  if (reason === null) return <Button onClick={() => setReason('')}>不再征求</Button>;
  return (
    <div className="finding">
      <TextBox
        aria-label="不再征求的原因"
        placeholder="为什么不再征求"
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Refused error={act.error} />
      <Button
        loading={act.isPending}
        onClick={() =>
          act.mutate(
            { params: { subjectKey, itemId, opinionId }, body: { requestId: requestId.current(), version, reason } },
            { onSettled: (_, error) => requestId.answered(error ?? undefined) },
          )
        }
      >
        撤回征求意见
      </Button>
    </div>
  );
}
