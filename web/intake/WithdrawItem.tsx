import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ItemSummary } from '#contract/item.ts';
import { call, newRequestId } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/Field.tsx';

/** 撤回这一项: asked once more, with what it means and why it is done. */
export function WithdrawItem({ item }: { item: ItemSummary }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const requestId = useRef(newRequestId());
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () =>
      call('withdrawItem', {
        params: { subjectKey: item.subjectKey, itemId: item.itemId },
        body: { requestId: requestId.current, version: item.version, reason: reason.trim() },
      }),
    onSuccess: async () => {
      setOpen(false);
      await queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
    },
  });
  const send = () => {
    setMissing(!reason.trim());
    if (reason.trim()) withdraw.mutate();
  };
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        撤回这一项
      </Button>
      <Dialog title="撤回这一项？" open={open} onClose={() => setOpen(false)}>
        <p>撤回“{item.plain}”意味着：</p>
        <ul>
          <li>{item.unitName}不再办理这一项，也不会作出决定；</li>
          <li>这条信息照常公示，不因为撤回而改变；</li>
          <li>同一份申请里的其他项不受影响；</li>
          <li>以后随时可以重新申请，期限从新的申请重新算。</li>
        </ul>
        <TextArea
          id="withdraw-reason"
          label="撤回原因"
          rows={3}
          maxLength={500}
          value={reason}
          error={missing ? '请写一句撤回的原因' : undefined}
          onChange={setReason}
        />
        {withdraw.error && (
          <p className="bad" role="alert">
            {asProblem(withdraw.error).detail}
          </p>
        )}
        <div className="row">
          <Button kind="danger" busy={withdraw.isPending} busyText="正在撤回…" onClick={send}>
            撤回这一项
          </Button>
          <Button kind="secondary" onClick={() => setOpen(false)}>
            不撤回
          </Button>
        </div>
      </Dialog>
    </>
  );
}
