import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import type { ObjectionView } from '#contract/objection-views.ts';
import { ActDrawer } from '../../office/ActDrawer.tsx';
import { Labelled } from '../../office/Labelled.tsx';
import { TextBox } from '../../office/TextInput.tsx';
import { useKept } from '../../office/use-kept.ts';
import { useKeys } from '../../office/use-keys.ts';
import { dayText } from '../../office/when.ts';
import { type ReasonLine, ReasonLines } from '../acts/ReasonLines.tsx';
import { AnswerDrawer } from './AnswerDrawer.tsx';
import { ObjectionHandsNote, objectionVerb, returnedContent } from './ObjectionChain.tsx';
import type { ObjectionActProps } from './objection-act-props.ts';
import { EndorseDrawer, RetractDrawer, ReturnDrawer, SignDrawer } from './StepDrawers.tsx';
import { useObjectionAct } from './use-objection-act.ts';

const acts = {
  accept: { label: '受理', key: 'a', Drawer: AcceptDrawer },
  decline: { label: '不予受理', key: 'd', Drawer: DeclineDrawer },
  answer: { label: '答复', key: 'w', Drawer: AnswerDrawer },
  extend: { label: '延长核查', key: 'e', Drawer: ExtendDrawer },
  endorse: { label: '审核通过', key: 'o', Drawer: EndorseDrawer },
  sign: { label: '签发', key: 's', Drawer: SignDrawer },
  return: { label: '退回承办人', key: 'b', Drawer: ReturnDrawer },
  retract: { label: '撤回提请', key: 't', Drawer: RetractDrawer },
} as const;
type Act = keyof typeof acts;
/** Steps of the chain that are shown are somebody's own: where one is closed, the reason is told. */
const steps: readonly Act[] = ['endorse', 'sign', 'return', 'retract'];

/** What the unit can do now; a grey act says why. */
export function ObjectionActs({ view }: { view: ObjectionView }) {
  const [open, setOpen] = useState<Act | null>(null);
  const offered = view.acts.flatMap(({ act, whyNot }) => (act in acts ? [{ act: act as Act, whyNot }] : []));
  const allowed = (Object.keys(acts) as Act[]).filter((act) =>
    offered.some((one) => one.act === act && one.whyNot === null),
  );
  useKeys(Object.fromEntries(allowed.map((act) => [acts[act].key, () => setOpen(act)])));
  const Drawer = open ? acts[open].Drawer : null;
  const grey = offered.filter(
    (one) => one.whyNot !== null && (one.act === 'extend' ? allowed.includes('answer') : steps.includes(one.act)),
  );
  return (
    <section className="card" aria-labelledby="acts-title">
      <h2 id="acts-title">现在可以做</h2>
      {allowed.length === 0 && <p className="quiet">{idle(view)}</p>}
      <ul className="acts">
        {allowed.map((act, index) => (
          <li key={act}>
            <Button block type={index === 0 ? 'primary' : 'default'} onClick={() => setOpen(act)}>
              {acts[act].label}（{acts[act].key}）
            </Button>
          </li>
        ))}
      </ul>
      {grey.map((one) => (
        <p key={one.act} className="quiet">
          {acts[one.act].label}：{one.whyNot}
        </p>
      ))}
      {Drawer && <Drawer view={view} close={() => setOpen(null)} />}
    </section>
  );
}

/** Whose step is awaited, where somebody has nothing to do. */
function idle({ chain, summary }: ObjectionView): string {
  const proposal = chain?.proposal;
  if (!proposal) return summary.closedOn ? '这一件已经办结。' : '这一件现在没有需要您办的事。';
  const step = proposal.waitsFor === 'review' ? '审核' : '签发';
  const who = proposal.waitsOn.length > 0 ? `由${proposal.waitsOn.join('、')}${step}` : `本单位现在没有别人能${step}`;
  return `${proposal.by.name}已提请“${proposal.actName}”，${dayText(proposal.since)}起等待${step}，${who}。您现在不用办。`;
}

function AcceptDrawer({ view, close }: ObjectionActProps) {
  const draft = useKept(`${view.summary.objectionId}/accept`);
  const act = useObjectionAct('acceptObjection', view, draft.over(close));
  const [note, setNote] = draft.field('note', '');
  return (
    <ActDrawer draft={draft} title="受理异议" open close={close} verb="受理" {...act} submit={() => act.send({ note })}>
      <p>受理以后开始计算核查的期限，并通知申请人。</p>
      <Labelled label="说明（可不填，申请人会看到）">
        {(id) => <TextBox id={id} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Labelled>
    </ActDrawer>
  );
}

function DeclineDrawer({ view, close }: ObjectionActProps) {
  const draft = useKept(`${view.summary.objectionId}/decline`);
  const act = useObjectionAct('declineObjection', view, draft.over(close));
  const before = returnedContent<{ reasons: ReasonLine[] }>(view.chain, 'decline');
  const [reasons, setReasons] = draft.field<ReasonLine[]>('reasons', before?.reasons ?? []);
  const known = view.turnAways.map(({ code, text, citeText }) => ({ code, text: `${text}（${citeText}）` }));
  return (
    <ActDrawer
      draft={draft}
      title="不予受理异议"
      open
      close={close}
      verb={objectionVerb(view.chain, 'decline', '作出不予受理决定')}
      danger
      {...act}
      width={760}
      submit={() => act.send({ reasons: reasons.map(({ code, text }) => ({ code, text })) })}
    >
      <ObjectionHandsNote chain={view.chain} act="decline" />
      <p>
        {known.length === 0
          ? '条文没有写明可以不予受理的情形，请受理后核查。'
          : '只有条文写明的情形可以不予受理；选用以后请写明这一件的具体情况。没有条文的理由不能提交。'}
      </p>
      <ReasonLines suggestions={known} reasons={reasons} change={setReasons} />
    </ActDrawer>
  );
}

function ExtendDrawer({ view, close }: ObjectionActProps) {
  const draft = useKept(`${view.summary.objectionId}/extend`);
  const act = useObjectionAct('extendObjection', view, draft.over(close));
  const [days, setDays] = draft.field('days', 5);
  const [reason, setReason] = draft.field('reason', '');
  return (
    <ActDrawer
      draft={draft}
      title="延长核查"
      open
      close={close}
      verb="延长并告知申请人"
      {...act}
      submit={() => act.send({ days, reason })}
    >
      <p>情况复杂需要延长的，应当在期限届满前告知申请人。可以延长几日，条文没有写明，请按需要填写。</p>
      <Labelled label="延长几个工作日">
        {(id) => <InputNumber id={id} min={1} max={60} value={days} onChange={(value) => setDays(value ?? 1)} />}
      </Labelled>
      <Labelled label="原因（申请人会看到）">
        {(id) => (
          <TextBox
            id={id}
            maxLength={1000}
            autoSize={{ minRows: 3, maxRows: 8 }}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Labelled>
    </ActDrawer>
  );
}
