import { Select } from 'antd';
import { useRef } from 'react';
import type { Team } from '#contract/queue.ts';
import { newRequestId } from '../../api.ts';
import { ActDrawer } from '../../office/ActDrawer.tsx';
import { useAct } from '../../office/ask.ts';
import { DayField } from '../../office/DayField.tsx';
import { Labelled } from '../../office/Labelled.tsx';
import { hasRole, useOfficer } from '../../office/session.ts';
import { useKept } from '../../office/use-kept.ts';
import { PersonSelect } from './use-holding.tsx';

/** 登记请假: for oneself; the head for anybody. */
export function LeaveDrawer({ team, officerId, close }: { team: Team; officerId: string; close: () => void }) {
  const draft = useKept(`leave/${officerId}`);
  const me = useOfficer();
  const [who, setWho] = draft.field('who', officerId);
  const [deputy, setDeputy] = draft.field<string | undefined>('deputy', undefined);
  const [from, setFrom] = draft.field('from', me.today);
  const [until, setUntil] = draft.field('until', me.today);
  const requestId = useRef(newRequestId());
  const act = useAct('enterLeave', ['getTeam', 'listQueue', 'getItem']);
  const submit = () =>
    act.mutate(
      { body: { requestId: requestId.current, officerId: who, deputyId: deputy ?? '', from, until } },
      { onSuccess: draft.over(close) },
    );
  return (
    <ActDrawer
      draft={draft}
      title="登记请假"
      open
      close={close}
      verb="登记请假"
      busy={act.isPending}
      error={act.error}
      submit={submit}
    >
      <p>
        请假的这些天，代办人看得到、也可以办名下的件，记录上写明“代”谁办；件仍在请假人名下，假期一过就回到本人手里。
      </p>
      {hasRole(me, ['head']) && (
        <Labelled label="谁请假">
          {(id) => (
            <Select
              id={id}
              className="wide"
              value={who}
              options={team.people.filter((one) => one.here).map((one) => ({ value: one.officerId, label: one.name }))}
              onChange={setWho}
            />
          )}
        </Labelled>
      )}
      <DayField label="第一天" value={from} change={setFrom} />
      <DayField label="最后一天" value={until} change={setUntil} />
      <PersonSelect label="代办人" value={deputy} change={setDeputy} without={who} />
    </ActDrawer>
  );
}
