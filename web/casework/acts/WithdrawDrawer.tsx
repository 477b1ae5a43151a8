import { ActDrawer } from '../../office/ActDrawer.tsx';
import { Labelled } from '../../office/Labelled.tsx';
import { TextBox } from '../../office/TextInput.tsx';
import { useKept } from '../../office/use-kept.ts';
import type { ActProps } from '../act-props.ts';
import { useItemAct } from '../use-item-act.ts';

/** 撤回, at the counter and on the visitor's word. */
export function WithdrawDrawer({ view, close, done }: Pick<ActProps, 'view' | 'close' | 'done'>) {
  const draft = useKept(`${view.summary.itemId}/withdraw`);
  const act = useItemAct('withdrawItem', view, draft.over(done));
  const [reason, setReason] = draft.field('reason', '');
  return (
    <ActDrawer
      draft={draft}
      title="撤回申请"
      open
      close={close}
      verb="撤回这一项"
      danger
      busy={act.busy}
      error={act.error}
      refresh={act.refresh}
      submit={() => act.send({ reason })}
    >
      <p>按来访人的要求撤回这一项。撤回后这条失信信息可以随时再次申请。</p>
      <Labelled label="撤回原因">
        {(id) => (
          <TextBox
            id={id}
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 3, maxRows: 8 }}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Labelled>
    </ActDrawer>
  );
}
