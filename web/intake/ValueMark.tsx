import { type FormMark, markWords } from '#domain/intake/form-marks.ts';
import { Button } from '../ui/Button.tsx';

interface ValueMarkProps {
  readonly mark: FormMark | undefined;
  readonly known: string | undefined;
  readonly source: string | undefined;
  readonly restore: (value: string) => void;
  /** What of the known value is shown; all of it unless something hides a part. */
  readonly shown?: (known: string) => string;
}

/** 自填, or 已修改 with what the source says and the way back to it. */
export function ValueMark({ mark, known = '', source, restore, shown = (value) => value }: ValueMarkProps) {
  if (!mark) return null;
  if (mark === 'typed') return <span className="tag">{markWords.typed}</span>;
  return (
    <>
      <span className="tag">{markWords.changed}</span> {source}登记的是“{shown(known)}”
      <Button kind="quiet" onClick={() => restore(known)}>
        改回登记的
      </Button>
    </>
  );
}
