import { Button, Checkbox } from 'antd';
import { TextBox } from '../../office/TextInput.tsx';

/** A reason as it will be printed; `code` says which suggestion it came from, `other` for a free one. */
export interface ReasonLine {
  readonly code: string;
  readonly text: string;
  readonly cite?: string | null;
}

interface Props {
  readonly suggestions: readonly ReasonLine[];
  readonly reasons: readonly ReasonLine[];
  readonly change: (reasons: ReasonLine[]) => void;
}

/** Reasons: what the platform knows can be ticked, each can be reworded, free lines can be added. */
export function ReasonLines({ suggestions, reasons, change }: Props) {
  const has = (code: string) => reasons.some((one) => one.code === code);
  const edit = (at: number, text: string) => change(reasons.map((one, i) => (i === at ? { ...one, text } : one)));
  return (
    <div className="reason-lines">
      {suggestions.length > 0 && (
        <fieldset>
          <legend>可以直接选用的理由</legend>
          {suggestions.map((one) => (
            <Checkbox
              key={one.code}
              checked={has(one.code)}
              onChange={(event) =>
                change(event.target.checked ? [...reasons, one] : reasons.filter((line) => line.code !== one.code))
              }
            >
              {one.text}
            </Checkbox>
          ))}
        </fieldset>
      )}
      <fieldset>
        <legend>写进文书的理由</legend>
        {reasons.length === 0 && <p className="quiet">还没有理由。从上面选用，或自己写一条。</p>}
        {reasons.map((one, at) => (
          <div key={`${one.code}-${at}`} className="reason-line">
            <TextBox
              aria-label={`理由 ${at + 1}`}
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={1000}
              value={one.text}
              onChange={(event) => edit(at, event.target.value)}
            />
            <Button onClick={() => change(reasons.filter((_, i) => i !== at))} aria-label={`删除理由 ${at + 1}`}>
              删除
            </Button>
          </div>
        ))}
        <Button onClick={() => change([...reasons, { code: 'other', text: '' }])}>自己写一条理由</Button>
      </fieldset>
    </div>
  );
}

/** The lines as the wire takes them. */
export function reasonsToSend(reasons: readonly ReasonLine[]): ReasonLine[] {
  return reasons
    .filter((one) => one.text.trim())
    .map((one) => ({ code: one.code, text: one.text.trim(), ...(one.cite ? { cite: one.cite } : {}) }));
}
