import { Select } from 'antd';
import type { Team, TeamRule } from '#contract/queue.ts';
import { ActDrawer } from '../../office/ActDrawer.tsx';
import { useAct } from '../../office/ask.ts';
import { Labelled } from '../../office/Labelled.tsx';
import { useKept } from '../../office/use-kept.ts';

const allOthers = '*';

/** Among whom new items of a matter are shared out; nobody named takes the rule away. */
export function RuleDrawer({ team, rule, close }: { team: Team; rule: TeamRule | null; close: () => void }) {
  const draft = useKept(`rule/${rule ? (rule.matterKey ?? allOthers) : 'new'}`);
  const [matter, setMatter] = draft.field<string>('matter', rule ? (rule.matterKey ?? allOthers) : allOthers);
  const [people, setPeople] = draft.field<string[]>('people', rule?.officers.map((one) => one.officerId) ?? []);
  const act = useAct('setAssignRule', ['getTeam']);
  const submit = () =>
    act.mutate(
      { body: { matterKey: matter === allOthers ? null : matter, officerIds: people } },
      { onSuccess: draft.over(close) },
    );
  return (
    <ActDrawer
      draft={draft}
      title="新件分派规则"
      open
      close={close}
      verb={people.length > 0 ? '保存规则' : '取消这条规则'}
      danger={people.length === 0 && rule !== null}
      busy={act.isPending}
      error={act.error}
      submit={submit}
    >
      <p>只影响以后登记的件，已经在谁名下的不动。</p>
      <Labelled label="事项">
        {(id) => (
          <Select
            id={id}
            className="wide"
            disabled={rule !== null}
            value={matter}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: allOthers, label: '其他全部事项' },
              ...team.matters.map((one) => ({ value: one.matterKey, label: one.name })),
            ]}
            onChange={setMatter}
          />
        )}
      </Labelled>
      <Labelled label="分给谁（名下最少的先得，一样多按姓名）">
        {(id) => (
          <Select
            id={id}
            className="wide"
            mode="multiple"
            placeholder="请选择"
            value={people}
            options={team.people.filter((one) => one.here).map((one) => ({ value: one.officerId, label: one.name }))}
            onChange={setPeople}
          />
        )}
      </Labelled>
    </ActDrawer>
  );
}
