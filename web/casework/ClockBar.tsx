import type { ItemView } from '#contract/casework.ts';
import type { ClockView } from '#contract/item.ts';
import { itemStates, type Mover } from '#domain/item/states.ts';
import { DueChip } from '../office/DueChip.tsx';
import { useOfficer } from '../office/session.ts';
import { WhyThisDay } from '../office/WhyThisDay.tsx';
import { dayText } from '../office/when.ts';
import { nextStep } from './queue.ts';

const turns: Readonly<Record<Mover, string>> = {
  authority: '现在轮到办理单位',
  applicant: '现在等申请人',
  platform: '现在由平台处理',
  outside: '现在由外部系统办理',
  nobody: '已经办结',
};

const pauses: Readonly<Partial<Record<keyof typeof itemStates, string>>> = {
  correcting: '受理期限不再计算：等申请人补正，补齐之日重新起算。',
  registering: '期限还没有起算：从“信用中国”登记之日起算。',
  'handing-over': '本平台不计时限：正在移送外部系统。',
  'handed-over': '本平台不计时限：由外部系统按其规定办理。',
};

/** Every clock of the item: which, until when, why that day; and whose turn it is. In `brief`, one line of those that run. */
export function ClockBar({ view, brief = false }: { view: ItemView; brief?: boolean }) {
  const { today } = useOfficer();
  const state = view.summary.state as keyof typeof itemStates;
  const turn = turns[view.summary.waitsOn as Mover] ?? itemStates[state]?.office;
  if (brief)
    return (
      <section className="clock-brief" aria-label="办理期限">
        <strong>{turn}</strong>
        {view.clocks
          .filter((clock) => !clock.doneOn)
          .map((clock) => (
            <span key={clock.kind}>
              {clock.label} <DueChip due={clock} today={today} /> <span className="quiet">{dayText(clock.due)}前</span>
            </span>
          ))}
      </section>
    );
  return (
    <section className="clock-bar" aria-label="办理期限">
      <div className="clock clock-turn">
        <strong>{turn}</strong>
        {pauses[state] && <p className="quiet">{pauses[state]}</p>}
        {!pauses[state] && <p>{nextStep(view.summary)}</p>}
      </div>
      {view.clocks.map((clock) => (
        <Clock key={clock.kind} clock={clock} item={view.summary} today={today} />
      ))}
    </section>
  );
}

function Clock({ clock, item, today }: { clock: ClockView; item: ItemView['summary']; today: string }) {
  return (
    <div className={clock.doneOn ? 'clock clock-done' : 'clock'}>
      <p className="clock-head">
        <strong>{clock.label}</strong> <DueChip due={clock} today={today} />
      </p>
      <p>
        {dayText(clock.due)}前{clock.doneOn && <span className="quiet">，{dayText(clock.doneOn)}完成</span>}
        {clock.provisional && <span className="quiet">（暂定）</span>}
      </p>
      <WhyThisDay clock={clock} item={item} />
    </div>
  );
}
