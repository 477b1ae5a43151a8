import type { ReactNode } from 'react';

interface ChoiceButtonsProps {
  choices: readonly { value: string; label: ReactNode; hint?: ReactNode }[];
  /** The answer given before, where the reader has come back. */
  chosen: string | undefined;
  onChoose: (value: string) => void;
  /** Id of the question's words. */
  labelledBy: string;
}

/** Answers of which one tap is the answer and the way on: full-width targets, the former answer marked. */
export function ChoiceButtons({ choices, chosen, onChoose, labelledBy }: ChoiceButtonsProps) {
  return (
    <ul className="choices plain" aria-labelledby={labelledBy}>
      {choices.map((one) => (
        <li key={one.value}>
          <button
            type="button"
            className="choice choice-button"
            aria-pressed={one.value === chosen}
            onClick={() => onChoose(one.value)}
          >
            <span>
              <span className="choice-label">{one.label}</span>
              {one.hint && <span className="choice-hint">{one.hint}</span>}
            </span>
            <span className="choice-on" aria-hidden="true">
              {one.value === chosen ? '✓' : '›'}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
