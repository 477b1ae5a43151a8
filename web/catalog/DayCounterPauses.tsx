import { Button } from '../ui/Button.tsx';
import { DateField } from '../ui/Field.tsx';
import { mostPauses, type PauseInput } from './day-question.ts';

interface DayCounterPausesProps {
  readonly pauses: readonly PauseInput[];
  readonly error: (id: string) => string | undefined;
  readonly onChange: (pauses: readonly PauseInput[]) => void;
}

/** 中止: stretches of days that do not count, none at first. */
export function DayCounterPauses({ pauses, error, onChange }: DayCounterPausesProps) {
  const change = (index: number, part: Partial<PauseInput>) =>
    onChange(pauses.map((pause, at) => (at === index ? { ...pause, ...part } : pause)));
  return (
    <div className="stack">
      {pauses.map((pause, index) => (
        <fieldset key={index} className="pause">
          <legend className="field-label">第 {index + 1} 段中止</legend>
          <DateField
            id={`pause-${index}-from`}
            label="从哪天开始"
            error={error(`pause-${index}-from`)}
            value={pause.from}
            onChange={(from) => change(index, { from })}
          />
          <DateField
            id={`pause-${index}-to`}
            label="到哪天为止"
            optional
            hint="这一天也不计入。还没有恢复的，不填。"
            error={error(`pause-${index}-to`)}
            value={pause.to}
            onChange={(to) => change(index, { to })}
          />
          <Button kind="quiet" onClick={() => onChange(pauses.filter((_, at) => at !== index))}>
            去掉第 {index + 1} 段
          </Button>
        </fieldset>
      ))}
      {pauses.length < mostPauses && (
        <Button kind="secondary" onClick={() => onChange([...pauses, { from: '', to: '' }])}>
          {pauses.length === 0 ? '中间有中止（暂停计算）' : '再加一段中止'}
        </Button>
      )}
    </div>
  );
}
