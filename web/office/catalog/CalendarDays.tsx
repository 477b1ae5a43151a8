import './calendar.css';
import { Button } from 'antd';
import { DayField } from '../DayField.tsx';
import { Labelled } from '../Labelled.tsx';
import { TextLine } from '../TextInput.tsx';
import type { ArrangementInput, FestivalLine } from './year-arrangement.ts';

interface Props {
  readonly year: number;
  readonly input: ArrangementInput;
  readonly change: (part: Partial<ArrangementInput>) => void;
}

/** The festivals with their rest days, and the weekend days on which work is made up. */
export function CalendarDays({ year, input, change }: Props) {
  const { lines, work } = input;
  const setLine = (index: number, part: Partial<FestivalLine>) =>
    change({ lines: lines.map((line, at) => (at === index ? { ...line, ...part } : line)) });
  return (
    <>
      <section className="card drawer-body" aria-labelledby="rest-title">
        <h2 id="rest-title">放假</h2>
        <p className="quiet">连周末一起填。元旦从上一年年底开始的，也填在这里。</p>
        {lines.map((line, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset of the kit stacks its controls; these stand in a line.
          <div key={index} role="group" aria-label={`第 ${index + 1} 段放假：${line.name}`} className="calendar-line">
            <Labelled label="节日">
              {(id) => (
                <TextLine
                  id={id}
                  value={line.name}
                  maxLength={20}
                  onChange={(event) => setLine(index, { name: event.target.value })}
                />
              )}
            </Labelled>
            <DayField label="从" value={line.from} change={(from) => setLine(index, { from })} />
            <DayField label="到" value={line.to} change={(to) => setLine(index, { to })} />
            <Button onClick={() => change({ lines: lines.filter((_, at) => at !== index) })}>
              去掉
              <span className="hidden-words">
                第 {index + 1} 段：{line.name}
              </span>
            </Button>
          </div>
        ))}
        <div>
          <Button onClick={() => change({ lines: [...lines, { name: '', from: '', to: '' }] })}>加一段放假</Button>
        </div>
      </section>
      <section className="card drawer-body" aria-labelledby="work-title">
        <h2 id="work-title">调休上班</h2>
        <p className="quiet">{year}年哪些周六、周日要上班。</p>
        {work.map((day, index) => (
          <div key={index} className="calendar-line">
            <DayField
              label={`第 ${index + 1} 天`}
              value={day}
              change={(next) => change({ work: work.map((one, at) => (at === index ? next : one)) })}
            />
            <Button onClick={() => change({ work: work.filter((_, at) => at !== index) })}>
              去掉<span className="hidden-words">第 {index + 1} 天</span>
            </Button>
          </div>
        ))}
        <div>
          <Button onClick={() => change({ work: [...work, ''] })}>加一天</Button>
        </div>
      </section>
    </>
  );
}
