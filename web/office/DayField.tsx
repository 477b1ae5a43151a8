import { Input } from 'antd';
import { parsePlainDate } from '#domain/plain-date.ts';
import { Labelled } from './Labelled.tsx';
import { dayText } from './when.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly change: (day: string) => void;
  readonly max?: string;
  readonly inline?: boolean;
}

/** A day: picked in the browser's own calendar, read back in full with its weekday. */
export function DayField({ label, value, change, max, inline }: Props) {
  return (
    <Labelled label={label} inline={inline ?? false}>
      {(id) => (
        <span className="day-field">
          <Input
            id={id}
            type="date"
            value={value}
            max={max}
            aria-describedby={`${id}-read`}
            onChange={(event) => change(event.target.value)}
          />
          <span id={`${id}-read`} className="quiet">
            {parsePlainDate(value) ? dayText(value) : ''}
          </span>
        </span>
      )}
    </Labelled>
  );
}
