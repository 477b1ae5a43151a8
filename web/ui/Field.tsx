import type { ComponentProps, ReactNode } from 'react';
import { formatChinese, parsePlainDate } from '#domain/plain-date.ts';
import { lengthOf, tooLongText } from './text-length.ts';

interface FieldWords {
  /** Also the id that the error summary links to. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Where a prefilled value came from: 市场主体登记信息. */
  source?: string | undefined;
  /** Where no source vouches for the value: 自填, or 已修改 with what was there. */
  mark?: ReactNode;
  optional?: boolean;
}

function described({ id, hint, error, source, mark }: FieldWords): string | undefined {
  const ids = [hint && `${id}-hint`, (source || mark) && `${id}-source`, error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function Words({ words, children }: { words: FieldWords; children: ReactNode }) {
  const { id, label, hint, error, source, mark, optional } = words;
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {label}
        {optional && <span className="field-optional">（可不填）</span>}
      </label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          <span aria-hidden="true">× </span>
          {error}
        </p>
      )}
      {children}
      {source && (
        <p className="field-source" id={`${id}-source`}>
          来自：{source}
        </p>
      )}
      {!source && mark && (
        <div className="field-source" id={`${id}-source`}>
          {mark}
        </div>
      )}
    </div>
  );
}

type Inputs<T extends 'input' | 'textarea' | 'select'> = Omit<ComponentProps<T>, 'id' | 'onChange'> &
  FieldWords & { onChange?: (value: string) => void };

function split<T extends FieldWords>(props: T) {
  const { id, label, hint, error, source, mark, optional, ...rest } = props;
  return { words: { id, label, hint, error, source, mark, optional } as FieldWords, rest };
}

/** A text may be typed or pasted longer than its field takes: that is told at the field, nothing is cut off. */
function limited<T extends FieldWords & { maxLength?: number | undefined; value?: unknown }>(props: T) {
  const { maxLength, ...others } = props;
  return split({ ...others, error: props.error ?? tooLongText(String(props.value ?? ''), maxLength) ?? undefined });
}

/** One line of text. */
export function TextField({ onChange, ...props }: Inputs<'input'>) {
  const { words, rest } = limited(props);
  return (
    <Words words={words}>
      <input
        className="control"
        autoComplete="off"
        {...rest}
        id={words.id}
        aria-invalid={words.error ? true : undefined}
        aria-describedby={described(words)}
        onChange={(event) => onChange?.(event.target.value)}
      />
    </Words>
  );
}

/** A date, with what it means in full below, so that a slip is seen. */
export function DateField({ value, ...props }: Inputs<'input'> & { value: string }) {
  const date = parsePlainDate(value);
  return (
    <>
      <TextField {...props} value={value} type="date" min="2000-01-01" max="2099-12-31" />
      {date && (
        <p className="field-echo" aria-live="polite">
          {formatChinese(date)}
        </p>
      )}
    </>
  );
}

/** Several lines of text, with how much room is left. */
export function TextArea({ onChange, ...props }: Inputs<'textarea'>) {
  const { words, rest } = limited(props);
  const left = (props.maxLength ?? Number.POSITIVE_INFINITY) - lengthOf(String(rest.value ?? ''));
  return (
    <Words words={words}>
      <textarea
        className="control"
        rows={6}
        {...rest}
        id={words.id}
        aria-invalid={words.error ? true : undefined}
        aria-describedby={described(words)}
        onChange={(event) => onChange?.(event.target.value)}
      />
      {props.maxLength && left >= 0 && left < props.maxLength * 0.2 && (
        <p className="field-hint" aria-live="polite">
          还可以写 {left} 个字
        </p>
      )}
    </Words>
  );
}

/** One of a long list (regions, units). */
export function SelectField({ onChange, children, ...props }: Inputs<'select'>) {
  const { words, rest } = split(props);
  return (
    <Words words={words}>
      <select
        className="control"
        {...rest}
        id={words.id}
        aria-invalid={words.error ? true : undefined}
        aria-describedby={described(words)}
        onChange={(event) => onChange?.(event.target.value)}
      >
        {children}
      </select>
    </Words>
  );
}
