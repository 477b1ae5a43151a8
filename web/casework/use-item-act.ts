import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import type { ItemView } from '#contract/casework.ts';
import type { ItemSummary } from '#contract/item.ts';
import { asProblem } from '../api-problem.ts';
import { useAct, useRequestId } from '../office/ask.ts';
import { doneWords, type ItemActName } from './done-words.ts';
import { forgetFindings } from './use-findings.ts';

export interface ItemAct {
  readonly send: (body: object) => void;
  readonly busy: boolean;
  readonly error: Error | null;
  /** Loads the latest state after somebody else was faster. */
  readonly refresh: () => void;
}

/** One act on one item: acts once however often the button is pressed, on the version that was seen. */
export function useItemAct(name: ItemActName, view: ItemView, done: (said: string) => void): ItemAct {
  const client = useQueryClient();
  const act = useAct(name, ['getItem', 'listQueue', 'countWaiting']);
  const requestId = useRequestId();
  const { message } = App.useApp();
  // The version stays the one that was on the screen when the drawer opened: a refresh behind it must not hide a change.
  const [version, setVersion] = useState(view.summary.version);
  const send = (body: object) => {
    if (act.isPending) return;
    act.mutate(
      {
        params: { subjectKey: view.summary.subjectKey, itemId: view.summary.itemId },
        body: { requestId: requestId.current(), version, ...body },
      } as never,
      {
        onSuccess: (answer) => {
          requestId.answered();
          if (name === 'grantItem' || name === 'refuseItem') forgetFindings(view.summary.itemId);
          const { item } = answer as { item?: ItemSummary };
          void message.success(doneWords(name, view, item));
          done(item?.stateText ?? '');
        },
        onError: (error) => requestId.answered(asProblem(error)),
      },
    );
  };
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['getItem'] }).then(() => {
      const latest = client.getQueryData<ItemView>([
        'getItem',
        { params: { subjectKey: view.summary.subjectKey, itemId: view.summary.itemId } },
      ]);
      if (latest) setVersion(latest.summary.version);
      act.reset();
    });
  };
  return { send, busy: act.isPending, error: act.error, refresh };
}
