import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import type { ItemView } from '#contract/casework.ts';
import { asProblem } from '../api-problem.ts';
import { useAct, useRequestId } from '../office/ask.ts';
import { proposedWords } from './hands.ts';
import { forgetFindings } from './use-findings.ts';

/** Names of the acts on an item that carry the request id and the version seen. */
export type ItemActName =
  | 'acceptItem'
  | 'declineItem'
  | 'requestCorrection'
  | 'correctItem'
  | 'verifyItem'
  | 'extendItem'
  | 'grantItem'
  | 'refuseItem'
  | 'revokeItem'
  | 'withdrawItem'
  | 'endorseItem'
  | 'signItem'
  | 'returnProposal'
  | 'retractProposal'
  | 'askOpinion';

export interface ItemAct {
  readonly send: (body: object) => void;
  readonly busy: boolean;
  readonly error: Error | null;
  /** Loads the latest state after somebody else was faster. */
  readonly refresh: () => void;
}

/** The act behind a name, for those that may need more hands. */
const actOfName: Readonly<Partial<Record<ItemActName, string>>> = {
  acceptItem: 'accept',
  declineItem: 'decline',
  requestCorrection: 'request-correction',
  extendItem: 'extend',
  grantItem: 'grant',
  refuseItem: 'refuse',
  revokeItem: 'revoke',
};

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
          const state = (answer as { item?: { stateText?: string } }).item?.stateText;
          const proposed = proposedWords(view, actOfName[name] ?? '');
          void message.success(proposed ?? (state ? `已办理，现在是“${state}”。` : '已办理。'));
          done(state ?? '');
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
