import type { ItemView } from '#contract/casework.ts';
import type { ClockView } from '#contract/item.ts';
import { DueChip } from '../office/DueChip.tsx';
import { useOfficer } from '../office/session.ts';
import { WhyThisDay } from '../office/WhyThisDay.tsx';
import { dayText } from '../office/when.ts';
import { saidOfClock, turnOf } from './turn.ts';

/** Every clock of the item: which, until when, why that day; and whose turn it is. In `brief`, one line of those that run. */
export function ClockBar({ view, brief = false }: { view: ItemView; brief?: boolean }) {
  const { today } = useOfficer();
  const { turn, says } = turnOf(view);
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
        <p>{says}</p>
      </div>
      {view.clocks.map((clock) => (
        <Clock key={clock.kind} clock={clock} view={view} today={today} />
      ))}
    </section>
  );
}

function Clock({ clock, view, today }: { clock: ClockView; view: ItemView; today: string }) {
  const { ended, note } = saidOfClock(clock, view);
  return (
    <div className={clock.doneOn ? 'clock clock-done' : 'clock'}>
      <p className="clock-head">
        <strong>{clock.label}</strong>{' '}
        {ended ? <span className="chip chip-plain">{ended}</span> : <DueChip due={clock} today={today} />}
      </p>
      <p>
        {dayText(clock.due)}前
        {clock.doneOn && (
          <span className="quiet">
            ，{dayText(clock.doneOn)}
            {ended ?? '完成'}
          </span>
        )}
        {clock.provisional && <span className="quiet">（暂定）</span>}
      </p>
      {note && <p className="quiet">{note}</p>}
      <WhyThisDay clock={clock} item={view.summary} />
    </div>
  );
}
