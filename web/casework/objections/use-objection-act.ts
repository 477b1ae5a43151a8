import { App } from 'antd';
import { useState } from 'react';
import type { ObjectionView } from '#contract/objection-views.ts';
import { asProblem } from '../../api-problem.ts';
import { useAct, useRequestId } from '../../office/ask.ts';
import { type ObjectionActName, objectionDoneWords } from './objection-done-words.ts';

/** One act on one objection: once however often the button is pressed, on the version that was seen when the drawer opened. */
export function useObjectionAct(name: ObjectionActName, view: ObjectionView, done: () => void) {
  const act = useAct(name, ['getObjection', 'listUnitObjections', 'listSignOffs', 'countWaiting']);
  const requestId = useRequestId();
  const { message } = App.useApp();
  const [version, setVersion] = useState(view.summary.version);
  const { subjectKey, objectionId } = view.summary;
  return {
    busy: act.isPending,
    error: act.error,
    refresh: () => {
      setVersion(view.summary.version);
      act.reset();
    },
    send: (body: object) => {
      if (act.isPending) return;
      act.mutate(
        { params: { subjectKey, objectionId }, body: { requestId: requestId.current(), version, ...body } } as never,
        {
          onSuccess: (answer) => {
            requestId.answered();
            void message.success(objectionDoneWords(name, view, (answer as ObjectionView).summary));
            done();
          },
          onError: (error) => requestId.answered(asProblem(error)),
        },
      );
    },
  };
}
