import { Input } from 'antd';
import type { ComponentProps } from 'react';
import { lengthOf, tooLongText } from '../ui/text-length.ts';

type Most = {
  readonly value: string;
  /** The most characters the act takes; more may be typed or pasted and is told, never cut off. */
  readonly maxLength: number;
};

/** One line of text with a limit. */
export function TextLine({ maxLength, ...rest }: Omit<ComponentProps<typeof Input>, 'value' | 'count'> & Most) {
  const over = tooLongText(rest.value, maxLength);
  return (
    <>
      <Input {...rest} {...limits(rest.id, over, maxLength)} showCount={over !== null} />
      <TooLong id={rest.id} text={over} />
    </>
  );
}

/** Several lines of text with a limit and how much of it is used. */
export function TextBox({ maxLength, ...rest }: Omit<ComponentProps<typeof Input.TextArea>, 'value' | 'count'> & Most) {
  const over = tooLongText(rest.value, maxLength);
  return (
    <>
      <Input.TextArea {...rest} {...limits(rest.id, over, maxLength)} showCount />
      <TooLong id={rest.id} text={over} />
    </>
  );
}

function limits(id: string | undefined, over: string | null, max: number) {
  const count = { max, strategy: lengthOf };
  if (over === null) return { count };
  return {
    count,
    status: 'error' as const,
    'aria-invalid': true,
    ...(id ? { 'aria-describedby': `${id}-too-long` } : {}),
  };
}

function TooLong({ id, text }: { id: string | undefined; text: string | null }) {
  if (text === null) return null;
  return (
    <p className="field-fault" role="alert" data-too-long id={id && `${id}-too-long`}>
      × {text}
    </p>
  );
}

/** Goes to the first text that is too long; true where there is one, and then nothing is sent. */
export function showTooLong(within: ParentNode): boolean {
  const told = within.querySelector('[data-too-long]');
  if (!told) return false;
  const control = told.previousElementSibling;
  const field = control?.matches('input, textarea') ? control : control?.querySelector('input, textarea');
  if (field instanceof HTMLElement) field.focus();
  told.scrollIntoView({ block: 'center' });
  return true;
}
