import { Button } from 'antd';
import { useState } from 'react';
import type { ItemView } from '#contract/casework.ts';
import type { ItemAction } from '#domain/item/available-actions.ts';
import { Cites } from '../office/Cites.tsx';
import { CorrectDrawer } from '../office/intake/CorrectDrawer.tsx';
import { useOfficer } from '../office/session.ts';
import type { ActProps } from './act-props.ts';
import { AcceptDrawer } from './acts/AcceptDrawer.tsx';
import { AskOpinionDrawer } from './acts/AskOpinionDrawer.tsx';
import { DeclineDrawer } from './acts/DeclineDrawer.tsx';
import { ExtendDrawer } from './acts/ExtendDrawer.tsx';
import { GrantDrawer } from './acts/GrantDrawer.tsx';
import { RefuseDrawer } from './acts/RefuseDrawer.tsx';
import { RequestCorrectionDrawer } from './acts/RequestCorrectionDrawer.tsx';
import { RevokeDrawer } from './acts/RevokeDrawer.tsx';
import { EndorseDrawer, RetractDrawer, ReturnDrawer, SignDrawer } from './acts/StepDrawers.tsx';
import { UrgeDrawer } from './acts/UrgeDrawer.tsx';
import { VerifyDrawer } from './acts/VerifyDrawer.tsx';
import { WithdrawDrawer } from './acts/WithdrawDrawer.tsx';
import { handOf } from './hands.ts';
import { whyIdle } from './turn.ts';
import type { Finding } from './use-findings.ts';

/** The screen of each act that an office may carry out; which of them stand open comes from domain/item/available-actions.ts. */
const drawers: Readonly<Partial<Record<ItemAction, (props: ActProps) => React.ReactNode>>> = {
  accept: AcceptDrawer,
  decline: DeclineDrawer,
  'request-correction': RequestCorrectionDrawer,
  verify: VerifyDrawer,
  extend: ExtendDrawer,
  grant: GrantDrawer,
  refuse: RefuseDrawer,
  revoke: RevokeDrawer,
  correct: CorrectDrawer,
  withdraw: WithdrawDrawer,
  'ask-opinion': AskOpinionDrawer,
  endorse: EndorseDrawer,
  sign: SignDrawer,
  return: ReturnDrawer,
  retract: RetractDrawer,
  urge: UrgeDrawer,
};

/** The act that usually comes next is the one primary button. */
const likeliest: readonly ItemAction[] = ['sign', 'endorse', 'accept', 'grant', 'correct', 'urge'];

interface Props {
  readonly view: ItemView;
  readonly findings: readonly Finding[];
  readonly next: () => void;
}

/** What can be done now. A grey button says why, in the words of the rule that would refuse it. */
export function ActsPanel({ view, findings, next }: Props) {
  const { officerId } = useOfficer();
  const [open, setOpen] = useState<ItemAction | null>(null);
  const [acted, setActed] = useState(false);
  // What is told but never offered has no screen.
  const actions = view.actions.filter((one) => drawers[one.action] || !one.allowed);
  const primary = likeliest.find((key) => actions.some((one) => one.action === key && one.allowed));
  const Drawer = open ? drawers[open] : undefined;
  return (
    <section className="card acts-panel" aria-labelledby="acts-title">
      <h2 id="acts-title">现在可以做</h2>
      {acted && (
        <Button block type={primary ? 'default' : 'primary'} onClick={next} autoFocus>
          打开下一件（j）
        </Button>
      )}
      {!actions.some((one) => one.allowed) && <p className="quiet">{whyIdle(view, officerId)}</p>}
      <ul className="acts">
        {actions
          .filter((one) => one.allowed)
          .sort((a, b) => Number(b.action === primary) - Number(a.action === primary))
          .map((one) => (
            <li key={one.action}>
              <Button block type={one.action === primary ? 'primary' : 'default'} onClick={() => setOpen(one.action)}>
                {handOf(view, one.action) ? `${one.label}（提请）` : one.label}
              </Button>
            </li>
          ))}
      </ul>
      <GreyActs actions={actions.filter((one) => !one.allowed)} open={primary !== undefined} />
      {Drawer && (
        <Drawer
          view={view}
          findings={findings}
          close={() => setOpen(null)}
          done={() => {
            setOpen(null);
            setActed(true);
          }}
        />
      )}
    </section>
  );
}

/** What cannot be done now, each with its reason; folded away when nothing else is left to do. */
function GreyActs({ actions, open }: { actions: ItemView['actions']; open: boolean }) {
  if (actions.length === 0) return null;
  return (
    <details className="acts-grey" open={open}>
      <summary>现在不能做的（{actions.length}）</summary>
      <ul className="acts">
        {actions.map((one) => (
          <li key={one.action}>
            <Button block disabled aria-describedby={`why-${one.action}`}>
              {one.label}
            </Button>
            <p id={`why-${one.action}`} className="act-why quiet">
              {one.why} <Cites cites={one.cites} />
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
