import { useMutation } from '@tanstack/react-query';
import { call } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { Button } from '../ui/Button.tsx';

interface Props {
  readonly subjectKey: string;
  readonly recordIds: readonly string[];
}

/** 不再提醒, of the records that a message is about; and back again at once, should the finger have slipped. */
export function StopReminding({ subjectKey, recordIds }: Props) {
  const set = useMutation({
    mutationFn: (stopped: boolean) =>
      call('setReminderStop', { params: { subjectKey }, body: { recordIds: [...recordIds], stopped } }),
  });
  const stopped = set.isSuccess && set.variables;
  return (
    <>
      <Button kind="quiet" busy={set.isPending} busyText="正在保存…" onClick={() => set.mutate(!stopped)}>
        {stopped ? '恢复提醒' : '不再提醒'}
      </Button>
      <span role="status" className="small">
        {stopped && '好的，这些信息不再提醒。'}
        {set.isSuccess && !stopped && '已恢复提醒。'}
        {set.error && asProblem(set.error).detail}
      </span>
    </>
  );
}
